"""What one needs to understand us, in one's own word: the team reads it."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from laget.access import door
from laget.access import family_threads as may
from laget.children.models.needs import NEEDS
from laget.voices import needs
from laget.web import forms
from laget.web.page import PageRequest, back_to, page


class NeedsForm(forms.Form):
    """Nothing must be answered: empty is what most people need."""

    interpreter = forms.LineField(
        label=gettext_lazy("I need an interpreter. In which language?"),
        help_text=gettext_lazy("Leave this empty if you need no interpreter."),
        required=False,
        max_length=60,
    )
    sign_language = forms.TickField(
        label=gettext_lazy("I need a sign language interpreter")
    )
    easy_reading = forms.TickField(
        label=gettext_lazy("I need texts that are easy to read")
    )


@door.own(may.NEEDS)
def family_needs(request: PageRequest) -> HttpResponse:
    """The same for each child one is here for, and what was written last."""
    known = needs.registered(request.user)
    latest = known[0] if known else None
    sent = request.POST if request.method == "POST" else None
    form = NeedsForm(sent, initial=_begun(latest))
    if latest and form.is_valid():
        needs.say(request.user, **form.cleaned_data)
        said = _("Saved. The team sees it.")
        return back_to(request, "family-needs", said=said)
    told = {"form": form, "latest": latest, "is_own": _is_own(latest, request)}
    status = 422 if form.is_bound else 200
    return page(request, "family/notices/needs.html", told, status)


def _begun(latest: needs.Theirs | None) -> dict[str, Any]:
    return {name: getattr(latest, name) for name in NEEDS} if latest else {}


def _is_own(latest: needs.Theirs | None, request: PageRequest) -> bool:
    return latest is not None and latest.needs_by_id == request.user.pk
