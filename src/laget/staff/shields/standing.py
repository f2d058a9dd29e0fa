"""What is held back of what is written about a child. One question."""

from uuid import UUID

from laget.children.models import Shield
from laget.staff.shields.words import marks


def marks_of(child: UUID | None) -> dict[UUID, str]:
    """For each record that is held back, in words from whom; none without a child."""
    if child is None:
        return {}
    standing = Shield.objects.standing().filter(child=child).order_by("at")
    return marks(standing.values("record", "guardian__name"))
