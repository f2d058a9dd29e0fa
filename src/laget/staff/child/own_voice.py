"""What the child itself has said to the team: first on its page, and what is new."""

from datetime import datetime
from typing import Any
from uuid import UUID

from laget.staff.child.reading import Reading
from laget.staff.child.spoken import as_voice, spoken
from laget.voices.models import Voice
from laget.voices.showing import Said, said


def own_voice(found: Reading) -> dict[str, Any]:
    """The latest words large, the earlier ones folded; empty when nothing is shared."""
    told = found.log.spoken if found.log else _without_a_log(found)
    before = _last_visit(found)
    all_of_it = [_said(as_voice(row), found, before) for row in told]
    return {"spoken": all_of_it[:1], "spoken_earlier": all_of_it[1:]}


def _without_a_log(found: Reading) -> list[dict[str, Any]]:
    return [each["row"] for each in spoken(child=found.child.pk)]


def _said(voice: Voice, found: Reading, before: datetime | None) -> Said:
    voice.child = found.child
    at = voice.shared_at
    by_others = voice.written_by_id != found.user.pk
    is_new = by_others and at is not None and (before is None or at > before)
    names = {UUID(str(each["id"])): each["name"] for each in found.guardians}
    return said(voice, found.user, is_new=is_new, names=names)


def _last_visit(found: Reading) -> datetime | None:
    """When the reader was last here; this time is written as the page is sent."""
    mine = [v["latest"] for v in found.looked if v["actor"] == found.user.pk]
    return max(mine, default=None)
