"""The action guides of a municipality: what to do now, and what may come after it.

No child is in these tables: they are read by everyone, also before log-in.
"""

from laget.guide.models.beside import Contact, Factor
from laget.guide.models.guide import (
    LEVELS,
    Audience,
    Guide,
    Level,
    Step,
    Subject,
    Verb,
    Way,
    level_in_full,
)

__all__ = [
    "LEVELS",
    "Audience",
    "Contact",
    "Factor",
    "Guide",
    "Level",
    "Step",
    "Subject",
    "Verb",
    "Way",
    "level_in_full",
]
