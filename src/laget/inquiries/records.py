"""The record that a correction or a comment is about, as far as the reader sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from laget.children.models import Child
from laget.logs.models import Entry, Goal, Intervention, Log, Review

LONG = 300


@dataclass(frozen=True)
class Found:
    """What it is, when it was written, by whom, and its first words."""

    key: UUID
    kind: str | Promise
    at: datetime | None
    by: str
    words: str


@dataclass(frozen=True)
class Kind:
    """A kind of record that a family may comment on, or say is not right."""

    name: str | Promise
    child: str  # how one gets from the record to the child
    words: Callable[[Any], str]
    at: str
    by: str = ""


KINDS: dict[Any, Kind] = {
    Entry: Kind(
        _("A note"), "log__child", lambda e: e.text, "written_at", "written_by"
    ),
    Review: Kind(
        _("How it went"), "log__child", lambda r: r.seen, "reviewed_at", "reviewed_by"
    ),
    Goal: Kind(_("A goal"), "log__child", lambda g: g.text, "set_at", "owner"),
    Intervention: Kind(_("What we do"), "log__child", lambda i: i.text, "", "owner"),
    Log: Kind(_("The plan"), "child", lambda log: log.closed_text, "opened_at"),
}


def add(model: Any, kind: Kind) -> None:
    """For records of a floor beside this one, such as the minutes of a meeting."""
    KINDS[model] = kind


def find(child: Child, key: UUID) -> Found | None:
    """What the database shows this reader under that key; None for all else."""
    if key == child.pk:
        return Found(key, _("All that is written"), None, "", "")
    for model, kind in KINDS.items():
        found = model.objects.filter(pk=key, **{kind.child: child})
        if kind.by:
            found = found.select_related(kind.by)
        if record := found.first():
            return _shown(record, kind)
    return None


def _shown(record: Any, kind: Kind) -> Found:
    words = kind.words(record)
    return Found(
        key=record.pk,
        kind=kind.name,
        at=getattr(record, kind.at) if kind.at else None,
        by=str(getattr(record, kind.by).name) if kind.by else "",
        words=words if len(words) <= LONG else f"{words[:LONG].rstrip()} …",
    )
