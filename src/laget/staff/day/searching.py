"""Search in my children's names and in what is written about them."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from laget.access import door, work
from laget.children.models import Child
from laget.logs import search as logs
from laget.web import forms
from laget.web.page import PageRequest, page

SOME = 20
WHAT = {
    "entry": _("Written in the log"),
    "goal": _("Goal"),
    "intervention": _("Intervention"),
}


class SearchForm(forms.Form):
    """Sent in the body: what somebody looks for stands in no address and no log."""

    words = forms.LineField(
        label=_("What are you looking for?"),
        help_text=_("A name, or words from what has been written."),
        max_length=100,
    )


@door.own(work.SEARCH)
def search(request: PageRequest) -> HttpResponse:
    form = SearchForm(request.POST or None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return page(request, "staff/day/search.html", {"form": form}, status)
    words = form.cleaned_data["words"]
    names = list(Child.objects.named(words).for_list()[:SOME])
    hits = logs.texts(words)
    logs.note_found(hits)
    request.shown = [child.pk for child in names]  # type: ignore[attr-defined]
    context = {
        "form": form,
        "words": words,
        "names": names,
        "hits": [(hit, WHAT[hit.kind]) for hit in hits],
        "most": logs.MOST,
    }
    return page(request, "staff/day/search.html", context)
