"""Editing what a municipality has written: see, change, preview, publish, go back."""

import hashlib
import json
from functools import partial
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from laget.access import door, profiles
from laget.kernel import RuleBroken
from laget.leaders.profile import places
from laget.leaders.profile.questions import facts_of, form_for, parts_of
from laget.leaders.profile.reading import read
from laget.organisation.models import Municipality, ProfileVersion
from laget.organisation.profile import editing
from laget.organisation.profile.declaring import SECTIONS, Facts, Section
from laget.web.page import PageRequest, back_to, page

OVERTAKEN = gettext_lazy(
    "Someone has saved this since you opened it. What you have written stands here."
    " Open the record in another window, compare, and save again."
)


@door.own(profiles.OVERVIEW)
def administration(request: PageRequest) -> HttpResponse:
    """The municipalities one administers, and what may be edited in each."""
    mine = door.allowed(request.user, profiles.EDIT).order_by("name")
    told = {"places": [(each, _chapters(each)) for each in mine]}
    return page(request, "leaders/profile/administration.html", told)


@door.one(profiles.EDIT)
def section(
    request: PageRequest, municipality: Municipality, name: str
) -> HttpResponse:
    """The records of a section: the own, and those of the common parts."""
    kind = _section(name)
    told = {
        "municipality": municipality,
        "section": kind,
        "records": editing.records(municipality, kind),
        "may_add": editing.may_be_added(kind),
    }
    return page(request, "leaders/profile/section.html", told)


@door.one(profiles.EDIT)
def record(request: PageRequest, municipality: Municipality, name: str) -> HttpResponse:
    """One record, or a row of it: a form, and what it would change."""
    kind = _section(name)
    found = _record(request, municipality, kind)
    where = places.place(kind, request.GET.get("at", ""))
    before = places.at(found.now, where)
    known = partial(_keys, municipality)
    form = form_for(where.fields, before, known, request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = _save(request, municipality, found, where, form)
        if done:
            return done
    told = _told(municipality, found, where, before) | {"form": form}
    told["parts"] = parts_of(where.fields, form)
    status = 422 if form.is_bound else 200
    return page(request, "leaders/profile/record.html", told, status)


def _save(
    request: PageRequest,
    municipality: Municipality,
    found: editing.Record,
    where: places.Place,
    form: Any,
) -> HttpResponse | None:
    """Keep the draft, unless another has saved since the page was shown."""
    if request.POST.get("seen") != _seen(found.now):
        form.add_error(None, OVERTAKEN)
        form.seen = _seen(found.now)
        return None
    facts = facts_of(where.fields, form, places.at(found.now, where))
    whole = places.changed(found.now, where, facts)
    key = found.key or str(whole.get(found.section.key) or "").strip()
    if not key:
        form.add_error(None, _("Give it a name or a key first."))
        return None
    if not found.key and editing.record(municipality, found.section, key):
        form.add_error(None, _("There is one with that name already."))
        return None
    editing.save_draft(municipality, found.section, key, whole, by=request.user)
    said = _("The draft is saved. Nobody else reads it until you publish.")
    return _to_record(request, municipality, found.section, key, where, said=said)


@require_POST
@door.one(profiles.EDIT)
def rearrange(
    request: PageRequest, municipality: Municipality, name: str
) -> HttpResponse:
    """Move a row earlier or later, or take it out."""
    kind = _section(name)
    found = _record(request, municipality, kind)
    where = places.place(kind, request.GET.get("at", ""))
    if not where.steps or not places.at(found.now, where):
        raise Http404
    by = {"earlier": -1, "later": 1}.get(request.POST.get("how", ""))
    facts = (
        places.moved(found.now, where, by) if by else places.without(found.now, where)
    )
    editing.save_draft(municipality, kind, found.key, facts, by=request.user)
    above = places.place(kind, where.above)
    return _to_record(request, municipality, kind, found.key, above)


@require_POST
@door.one(profiles.EDIT)
def publish(
    request: PageRequest, municipality: Municipality, name: str
) -> HttpResponse:
    kind = _section(name)
    found = _record(request, municipality, kind)
    said = _("Published. Everyone reads it now.")
    if found.item:
        try:
            editing.publish(found.item, municipality, by=request.user)
        except RuleBroken as broken:
            said = str(broken)
    top = places.place(kind, "")
    key = found.item.key if found.item else found.key  # it may have a new name
    return _to_record(request, municipality, kind, key, top, said=said)


@require_POST
@door.one(profiles.EDIT)
def throw_away(
    request: PageRequest, municipality: Municipality, name: str
) -> HttpResponse:
    kind = _section(name)
    found = _record(request, municipality, kind)
    if found.item:
        editing.throw_away(found.item)
    said = _("The draft is thrown away. What was published stands.")
    there = {"municipality_id": municipality.pk, "name": name}
    return back_to(request, "edit-section", **there, said=said)


@door.one(profiles.EDIT)
def versions(
    request: PageRequest, municipality: Municipality, name: str
) -> HttpResponse:
    """Every version: who, when, and what was said differently."""
    kind = _section(name)
    found = _record(request, municipality, kind)
    if found.item is None:
        raise Http404
    kept = list(found.item.versions.select_related("by"))
    pairs = zip(kept, [*kept[1:], None], strict=True)
    told = {
        "municipality": municipality,
        "section": kind,
        "record": found,
        "query": urlencode({"key": found.key}),
        "versions": [
            (new, list(places.differences(old.facts if old else {}, new.facts)))
            for new, old in pairs
        ],
    }
    return page(request, "leaders/profile/versions.html", told)


@require_POST
@door.one(profiles.EDIT)
def take_up(
    request: PageRequest, municipality: Municipality, version_id: UUID
) -> HttpResponse:
    """Work on from an earlier version."""
    mine = ProfileVersion.objects.filter(item__profile__municipality=municipality)
    version = get_object_or_404(mine.select_related("item"), pk=version_id)
    editing.take_up(version, by=request.user)
    kind = _section(version.item.section)
    top = places.place(kind, "")
    said = _("The earlier version is your draft now.")
    return _to_record(request, municipality, kind, version.item.key, top, said=said)


def _section(name: str) -> Section:
    found = SECTIONS.get(name)
    if found is None or found not in editing.sections():
        raise Http404
    return found


def _record(
    request: PageRequest, municipality: Municipality, kind: Section
) -> editing.Record:
    key = request.GET.get("key", "")
    if not key and editing.may_be_added(kind):
        return editing.Record(kind, "", editing.empty(kind), None)
    found = editing.record(municipality, kind, key)
    if found is None:
        raise Http404
    return found


def _told(
    municipality: Municipality,
    found: editing.Record,
    where: places.Place,
    before: Facts,
) -> dict[str, Any]:
    changes = places.differences(found.facts or {}, found.draft) if found.draft else ()
    return {
        "municipality": municipality,
        "section": found.section,
        "record": found,
        "where": where,
        "seen": _seen(found.now),
        "changes": list(changes),
        "preview": list(read(found.section.fields, found.draft or {})),
        "faults": editing.faults(found.item) if found.item and found.draft else [],
        "lists": [_list(where, rows, before) for rows in where.large_rows()],
        "query": urlencode({"key": found.key, "at": str(where)}),
        "is_row": bool(where.steps),
        "is_new_row": bool(where.steps) and not before,
    }


def _list(where: places.Place, rows: Any, before: Facts) -> dict[str, Any]:
    """The rows that have a page each: what they are called and where they are."""
    found = before.get(rows.name) or []
    named = [
        (_called(rows, row), where.below(rows.name, nr)) for nr, row in enumerate(found)
    ]
    return {"rows": rows, "named": named, "new": where.below(rows.name, len(found))}


def _called(rows: Any, row: Facts) -> str:
    words = [row.get(rows.key), row.get(rows.heading or "title")]
    words.append(row.get("question") or row.get("name") or row.get("measure"))
    return " ".join(str(word) for word in words if word)


def _chapters(municipality: Municipality) -> list[tuple[Section, int, int]]:
    """Each section with how many records it has, and how many drafts wait."""
    numbers = editing.counted(municipality)
    return [(kind, *numbers.get(kind.name, (0, 0))) for kind in editing.sections()]


def _keys(municipality: Municipality, name: str) -> list[str]:
    return [each.key for each in editing.records(municipality, SECTIONS[name])]


def _seen(facts: Facts) -> str:
    words = json.dumps(facts, sort_keys=True, default=str)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _to_record(
    request: PageRequest,
    municipality: Municipality,
    kind: Section,
    key: str,
    where: places.Place,
    said: str = "",
) -> HttpResponse:
    there = {"municipality_id": municipality.pk, "name": kind.name}
    asked = urlencode({"key": key, "at": str(where)})
    return back_to(
        request, f"{reverse('edit-record', kwargs=there)}?{asked}", said=said
    )
