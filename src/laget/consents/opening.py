"""What a consent opens to a service, part by part: as `access/seeing.sql` lets it see.

The pages tell the family from this, and a test holds it against the database.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise


@dataclass(frozen=True)
class Part:
    """A part of what is written; `is_kept` back from before, by "from now on only"."""

    name: str
    words: "StrPromise"
    is_kept: bool


PARTS = (
    Part("child", _("who the child is, and who the guardians are"), False),
    Part("goals", _("the goals, and what has been agreed"), False),
    Part("written", _("what has been written and evaluated"), True),
    Part("began", _("how it began, and the talks with you"), True),
    Part("forms", _("forms that are filled in for the team"), True),
    Part("talk", _("meetings, messages, and what the child has told the team"), False),
)
OPENED = tuple(part.words for part in PARTS)
KEPT_BACK = tuple(part.words for part in PARTS if part.is_kept)
