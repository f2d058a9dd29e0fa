"""A child, those who answer for it, and what is not for all of them."""

from laget.children.models.child import Child, ChildQuerySet, Protection
from laget.children.models.guardians import (
    Guardianship,
    GuardianshipQuerySet,
    Tie,
)
from laget.children.models.shields import Shield, ShieldedBecause

__all__ = [
    "Child",
    "ChildQuerySet",
    "Guardianship",
    "GuardianshipQuerySet",
    "Protection",
    "Shield",
    "ShieldedBecause",
    "Tie",
]
