"""Read a form through as the family will see it, finish it, read it, correct it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import forms as may
from laget.forms import actions
from laget.forms.answers import Incomplete, missing, together
from laget.forms.models import Filled, Readers
from laget.forms.reading import Asked
from laget.forms.showing import shown, unanswered
from laget.kernel import Overtaken
from laget.staff.forms.filling import about
from laget.staff.forms.forms import VersionForm
from laget.staff.shields.standing import marks_of
from laget.web.page import PageRequest, back_to, page


@door.one(may.PREVIEW)
def preview_form(request: PageRequest, filled: Filled) -> HttpResponse:
    """Exactly what the family will see; and, beside it, what it will not."""
    asked, parts = Asked.by(filled.version), list(filled.parts.all())
    theirs = together(part for part in parts if part.readers == Readers.FAMILY)
    told = about(request, filled, asked)
    only = {"language": told["language"], "readers": [Readers.FAMILY]}
    told |= {
        "sections": shown(asked, theirs, **only),
        "unanswered": unanswered(asked, theirs, [Readers.FAMILY]),
        "kept_back": [q for q in asked if q.readers != Readers.FAMILY],
        "lacking": missing(asked, together(parts)) if filled.is_draft else [],
        "form": VersionForm(initial={"version": filled.draft_version}),
    }
    return page(request, "staff/forms/preview.html", told)


@door.one(may.FINISH)
def finish_form(request: PageRequest, filled: Filled) -> HttpResponse:
    form = VersionForm(request.POST or None)
    if not form.is_valid():
        return redirect("preview-form", filled_id=filled.pk)
    try:
        actions.finish(filled, version=form.cleaned_data["version"])
    except Incomplete as incomplete:
        said = str(incomplete)
        return back_to(request, "fill-form", filled_id=filled.pk, said=said)
    except Overtaken:
        said = _("It was changed in another window. Read it through again.")
        return back_to(request, "preview-form", filled_id=filled.pk, said=said)
    said = _("The form is finished. It is not changed any more; you can correct it.")
    return back_to(request, "form", filled_id=filled.pk, said=said)


@door.one(may.READ)
def form(request: PageRequest, filled: Filled) -> HttpResponse:
    if filled.is_draft:
        return redirect("fill-form", filled_id=filled.pk)
    asked = Asked.by(filled.version)
    told = about(request, filled, asked) | read(filled, asked)
    told["not_seen_by"] = marks_of(filled.child_id).get(filled.pk, "")
    told["later"] = filled.corrections.finished().first()
    return page(request, "staff/forms/form.html", told)


@require_POST
@door.one(may.CORRECT)
def correct_form(request: PageRequest, filled: Filled) -> HttpResponse:
    anew = actions.correct(filled)
    said = _("Correct it here. What was finished can be read until this is.")
    return back_to(request, "fill-form", filled_id=anew.pk, said=said)


def read(filled: Filled, asked: Asked) -> dict[str, Any]:
    """What the reader may see; what the family does not read stands by itself."""
    parts = list(filled.parts.all())
    language = filled.version.template.municipality.language
    readers = [Readers(part.readers) for part in parts]
    inner = [each for each in readers if each != Readers.FAMILY]
    theirs = together(part for part in parts if part.readers == Readers.FAMILY)
    ours = together(part for part in parts if part.readers != Readers.FAMILY)
    return {
        "sections": shown(asked, theirs, language=language, readers=[Readers.FAMILY]),
        "inner": shown(asked, ours, language=language, readers=inner),
        "unanswered": unanswered(asked, together(parts), readers),
    }
