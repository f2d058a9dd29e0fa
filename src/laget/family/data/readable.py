"""All of it as one reads it: sections, each with its records, each with its lines."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from laget.family.data.collecting import Everything, Record
from laget.family.data.labels import COLUMNS, KINDS, in_words

SILENT = {"id", "sections"}  # for machines; and told in its own way
WHEN = ("written_at", "reviewed_at", "at", "recorded_at", "day", "set_at")
SEVERAL = ("looked_at", "wrote")


@dataclass
class Item:
    """One record. `lines` are (what, the words)."""

    title: str
    lines: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Chapter:
    title: str
    items: list[Item]


def chapters(all_of_it: Everything) -> list[Chapter]:
    """Only those that have something; the visits last."""
    found = [
        Chapter(str(title), [_item(kind, one) for one in all_of_it.records[kind]])
        for kind, title in KINDS.items()
        if all_of_it.records.get(kind)
    ]
    if all_of_it.visits:
        visits = [_visit(one) for one in all_of_it.visits]
        found.append(Chapter(_("Who has looked"), visits))
    return found


def _item(kind: str, record: Record) -> Item:
    item = Item(_title(record))
    for name, value in record.items():
        if name in SILENT or (said := _said(kind, name, value)) is None:
            continue
        item.lines.append((str(COLUMNS.get(name, name)), said))
    for section in record.get("sections", []):
        for one in section["answers"]:
            item.lines.append((one["question"], "\n".join(one["answer"])))
    return item


def _title(record: Record) -> str:
    for name in WHEN:
        if name in record:
            return _shown(record[name])
    return str(record.get("title") or record.get("name") or "")


def _said(kind: str, name: str, value: Any) -> str | None:
    """A line's words; None for what leads to another record, which machines follow."""
    if name not in COLUMNS:
        return None
    if isinstance(value, str):
        return in_words(kind, name, value)
    if isinstance(value, dict):
        return ", ".join(f"{each}: {said}" for each, said in value.items())
    if isinstance(value, list):
        return ", ".join(str(each) for each in value)
    return _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(_("Yes")) if value else str(_("No"))
    if isinstance(value, datetime):
        here = timezone.localtime(value)
        return f"{formats.date_format(here.date(), _('j F Y'))} {here:%H.%M}"
    if isinstance(value, date):
        return str(formats.date_format(value, _("j F Y")))
    return str(value)


def _visit(one: Record) -> Item:
    when = _shown(one["first"]) if "first" in one else _shown(one["day"])
    lines = [(_("Who"), ", ".join(filter(None, [one["who"], one.get("works", "")])))]
    if "why" in one:
        lines.append((_("Why"), one["why"]))
    if "looked_at" in one:
        lines.append((_("Looked at"), ", ".join(one["looked_at"])))
    if "wrote" in one:
        lines.append((_("Wrote or changed"), ", ".join(one["wrote"])))
    return Item(when, lines)
