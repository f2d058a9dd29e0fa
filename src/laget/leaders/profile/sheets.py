"""Loading a spreadsheet: the template, a look at what it would do, and doing it."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from laget.access import door, profiles
from laget.kernel import RuleBroken, clock
from laget.leaders.profile import staff, tables
from laget.organisation.models import Municipality, Upload
from laget.organisation.profile import editing, spreadsheets
from laget.organisation.profile.declaring import SECTIONS
from laget.organisation.profile.spreadsheets import Row
from laget.web import forms
from laget.web.page import PageRequest, back_to, page

STAFF = "staff"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SheetForm(forms.Form):
    file = django_forms.FileField(
        label=gettext_lazy("The file"),
        help_text=gettext_lazy("XLSX or CSV, at most 5 MB."),
    )


@door.one(profiles.EDIT)
def sheet(request: PageRequest, municipality: Municipality, kind: str) -> HttpResponse:
    """Send a file and see what it would do. Nothing is changed."""
    _known(kind)
    form = SheetForm(request.POST or None, request.FILES or None)
    told: dict[str, Any] = {"municipality": municipality, "kind": kind, "form": form}
    told["title"] = _title(kind)
    if request.method == "POST" and form.is_valid():
        try:
            told |= _tried(request, municipality, kind, form.cleaned_data["file"])
        except RuleBroken as broken:
            form.add_error("file", str(broken))
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "leaders/profile/sheet.html", told, status)


def _tried(
    request: PageRequest, municipality: Municipality, kind: str, sent: Any
) -> dict[str, Any]:
    rows = spreadsheets.read(sent.name, sent.read(spreadsheets.LARGEST + 1))
    lines = _lines(municipality, kind, rows)
    upload = Upload.objects.create(
        municipality=municipality,
        kind=kind,
        file_name=sent.name[:200],
        rows=[vars(row) for row in rows],
        by=request.user,
    )
    return {"upload": upload, **_sorted(lines)}


def _sorted(lines: Sequence[tables.Line]) -> dict[str, Any]:
    wrong = [line for line in lines if line.errors]
    right = [line for line in lines if not line.errors]
    return {
        "wrong": wrong,
        "new": [line for line in right if line.is_new],
        "changed": [line for line in right if not line.is_new and not line.is_same],
        "same": [line for line in right if line.is_same],
    }


@require_POST
@door.one(profiles.EDIT)
def load_sheet(
    request: PageRequest, municipality: Municipality, upload_id: UUID
) -> HttpResponse:
    """Do what was looked at: all of it, or nothing if a row is wrong by now."""
    mine = Upload.objects.filter(municipality=municipality, by=request.user)
    upload = get_object_or_404(mine.select_for_update(), pk=upload_id, done_at=None)
    rows = [Row(**row) for row in upload.rows]
    lines = _lines(municipality, upload.kind, rows)
    if any(line.errors for line in lines):
        raise RuleBroken(_("Nothing was loaded: put right the rows that are marked."))
    todo = [line for line in lines if not line.is_same]
    _take_in(request, municipality, upload.kind, todo)
    upload.done_at, upload.rows = clock.now(), []
    upload.save(update_fields=["done_at", "rows"])
    there = {"municipality_id": municipality.pk, "kind": upload.kind}
    said = _("%(n)s rows are loaded.") % {"n": len(todo)}
    return back_to(request, "sheet", **there, said=said)


@door.one(profiles.EDIT)
def template(
    request: PageRequest, municipality: Municipality, kind: str
) -> HttpResponse:
    """The table to fill in, with what is there now."""
    _known(kind)
    if kind == STAFF:
        content = staff.template(municipality)
    else:
        content = tables.template(SECTIONS[kind], municipality)
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{kind}.xlsx"'
    return response


def _known(kind: str) -> None:
    if kind not in (*tables.TABLES, STAFF):
        raise Http404


def _title(kind: str) -> str:
    return _("People who work here") if kind == STAFF else str(SECTIONS[kind].title)


def _lines(
    municipality: Municipality, kind: str, rows: Sequence[Row]
) -> list[tables.Line]:
    if kind == STAFF:
        return staff.lines(municipality, rows)
    return tables.lines(SECTIONS[kind], municipality, rows)


def _take_in(
    request: PageRequest, municipality: Municipality, kind: str, todo: Sequence[Any]
) -> None:
    if kind == STAFF:
        staff.take_in(municipality, todo)
        return
    said = {line.key: line.facts for line in todo}
    editing.take_in(municipality, SECTIONS[kind], said, by=request.user)
