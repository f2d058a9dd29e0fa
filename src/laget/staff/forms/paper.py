"""On paper: the family's copy, or the team's, which says so on every page."""

from django.http import HttpResponse
from django.utils.text import slugify

from laget.access import door
from laget.access import forms as may
from laget.forms.models import Filled, Readers
from laget.forms.paper import Copy, copy_of
from laget.forms.pdf import pdf
from laget.staff.forms import places
from laget.web.page import PageRequest, page


@door.one(may.PRINT)
def print_form(request: PageRequest, filled: Filled) -> HttpResponse:
    copy = _copy(request, filled)
    told = {"filled": filled, "copy": copy, "place": _place(request, filled)}
    return page(request, "staff/forms/print.html", told)


@door.one(may.PRINT)
def form_pdf(request: PageRequest, filled: Filled) -> HttpResponse:
    copy = _copy(request, filled)
    name = f"{slugify(copy.title) or 'skjema'}.pdf"
    return HttpResponse(
        pdf(copy),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def _copy(request: PageRequest, filled: Filled) -> Copy:
    """The family's, unless the whole is asked for: what is handed over by mistake is
    then what they may read."""
    parts = filled.parts.all()
    whole = request.GET.get("copy") == "team" or not _is_for_family(filled)
    about = filled.child.name if filled.child else ""
    return copy_of(filled, list(parts), about=about, whole=whole)


def _is_for_family(filled: Filled) -> bool:
    return bool(filled.parts.filter(readers=Readers.FAMILY).exists())


def _place(request: PageRequest, filled: Filled) -> places.Place | None:
    return places.of_filled(filled, request.user)
