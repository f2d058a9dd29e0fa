"""What the child itself has told the team, read together with its log: one question."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from laget.accounts.models import User
from laget.kernel.prepared import prepared
from laget.voices.models import Voice

SHOWN = 6  # the latest, and the five before it
WORDS = ("helped_by", "areas", "say", "take_up", "there", "not_there", "how_told")
OPEN = ("open_to_guardians", "open_to")
FIELDS = (*WORDS, "id", "child_id", "written_by_id", *OPEN, "shared_at")
TOLD = JSONObject(**{name: F(name) for name in FIELDS}, name=F("written_by__name"))


def spoken_to(child: OuterRef) -> ArraySubquery:
    """As a column beside another record about the child."""
    found = Voice.objects.filter(child=child).shared()
    return ArraySubquery(found.values(row=TOLD)[:SHOWN])


@prepared
def spoken(child: UUID) -> QuerySet[Voice, Any]:
    """The same for a child without a log."""
    found = Voice.objects.filter(child=child).shared()
    return found.values(row=TOLD)[:SHOWN]


def as_voice(told: dict[str, Any]) -> Voice:
    """The record again, with the name of whoever wrote it down."""
    fields = {name: told[name] for name in FIELDS if not name.endswith("_at")}
    fields["open_to"] = [UUID(key) for key in told["open_to"]]
    for key in ("id", "child_id", "written_by_id"):
        fields[key] = UUID(fields[key])
    voice = Voice(**fields, shared_at=datetime.fromisoformat(told["shared_at"]))
    voice.written_by = User(pk=voice.written_by_id, name=told["name"])
    return voice
