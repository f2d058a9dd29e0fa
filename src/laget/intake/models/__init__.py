"""A request for help, the units that were asked, and who was spoken with."""

from laget.intake.models.choices import Age, ForWhom, Outcome, Reach
from laget.intake.models.requests import Contact, HelpRequest, Routing

__all__ = [
    "Age",
    "Contact",
    "ForWhom",
    "HelpRequest",
    "Outcome",
    "Reach",
    "Routing",
]
