"""Every part of a page on one page: looked at by people, axe and the tests."""

import datetime as dt
import uuid

from django.core.exceptions import PermissionDenied, RequestDataTooBig
from django.core.paginator import Paginator
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.utils import timezone

from laget.kernel import RuleBroken
from laget.web import forms
from laget.web.around import Around, Place
from laget.web.middleware import Handler
from laget.web.page import PageRequest, back_to, page
from laget.web.parts import Conflict, steps_to

handler400 = "laget.web.errors.unreadable"
handler403 = "laget.web.errors.forbidden"
handler404 = "laget.web.errors.missing"
handler500 = "laget.web.errors.our_fault"
LEVELS = ["0 Undring", "1 Egen tjeneste", "2 To tjenester", "3 Flere tjenester"]
WHEN = ["12. aug – 20. aug", "20. aug – 3. okt", "siden 3. oktober"]
SERVICES = [
    ("Helse", [("helse", "Helsestasjonen"), ("fysio", "Fysioterapeut")]),
    ("Oppvekst", [("ppt", "PPT"), ("sfo", "SFO")]),
]


class NoteForm(forms.Once, forms.Versioned):
    heading = forms.LineField(label="Overskrift")
    text = forms.TextField(
        label="Hva har skjedd?", help_text="Skriv det du så og hørte."
    )
    day = forms.DayField(label="Når", latest=dt.date(2199, 1, 1))
    kind = forms.ChoiceField(
        label="Hva slags notat", choices=[("a", "Samtale"), ("b", "Observasjon")]
    )
    who = forms.ManyField(label="Hvem var med", choices=SERVICES, required=False)
    school = forms.ChoiceField(
        label="Skole",
        widget=forms.Select(),
        choices=[("", "Velg"), ("v", "Vesterdalen skole")],
    )
    scale = forms.ScaleField(
        label="Hvordan går det?", low="svært vanskelig", high="svært bra"
    )
    seen = forms.TickField(label="Foresatte har lest dette")


def around(request: HttpRequest) -> Around:
    names = ["Min dag", "Barn", "Møter", "Tiltak", "Planen"]
    icons = ["house", "child", "people", "tasks", "book"]
    places = zip(names, icons, strict=True)
    return Around(
        municipality="Kvinesdal kommune",
        menu=[Place(n, "#", i, n == "Barn") for n, i in places],
        worried_url="#worried",
        inbox_url="#inbox",
        unread=2,
        person_id=request.GET.get("as", "7b0e"),
        person="Ingrid Moen",
        role="kontaktlærer, Vesterdalen skole",
        account_url="#account",
        logout_url="/logout/",
        language_url="/language/setlang/",
        accessibility_url="#accessibility",
        privacy_url="#privacy",
    )


def child(request: PageRequest) -> HttpResponse:
    context = {"steps": steps_to(LEVELS, 2, WHEN), "born": dt.date(2018, 5, 1)}
    return page(request, "gallery/child.html", context)


def parts(request: PageRequest) -> HttpResponse:
    form = NoteForm(request.POST) if request.method == "POST" else NoteForm()
    if form.is_bound and form.is_valid():
        return back_to(request, "/parts/", said="Notatet er lagret.")
    if not form.is_bound:
        form = NoteForm(initial={"version": 3})
    rows = Paginator(range(1, 200), 10).get_page(request.GET.get("page", 5))
    today = timezone.localdate()
    context = {
        "form": form,
        "rows": rows,
        "today": today,
        "late": today - dt.timedelta(4),
    }
    return page(request, "gallery/parts.html", context, 422 if form.is_bound else 200)


def conflict(request: PageRequest) -> HttpResponse:
    found = Conflict(
        mine="Nora har vært med i lekegruppa tre ganger denne uka.",
        theirs="Nora har vært med i lekegruppa to ganger. Sara følger opp torsdag.",
        by="Sara Lund",
        at=timezone.now(),
        version=4,
        label="Notat",
    )
    context = {"conflict": found, "action": "/conflict/", "back": "/"}
    return page(request, "web/conflict.html", context, 409)


def fails(request: HttpRequest, how: str) -> HttpResponse:
    raise {
        "missing": Http404("secret"),
        "forbidden": PermissionDenied("secret"),
        "refused": RuleBroken("Stafettloggen har allerede en stafettholder."),
        "big": RequestDataTooBig("secret"),
        "down": OperationalError("SELECT secret"),
        "fault": ValueError("secret"),
    }[how]


def LoseDatabase(get_response: Handler) -> Handler:
    """A middleware that meets the database first, and finds it gone."""

    def lose(request: HttpRequest) -> HttpResponse:
        raise OperationalError("SELECT secret")

    return lose


def autosave(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"clock": "14.03", "version": 4, "id": str(uuid.uuid4())})


urlpatterns = [
    path("", child),
    path("parts/", parts),
    path("conflict/", conflict),
    path("autosave/", autosave),
    path("fails/<how>/", fails),
    path("broken/", lambda request: page(request, "gallery/none.html")),
    path("shut/", lambda request: redirect("/login/?next=/shut/")),
    path("language/", include("django.conf.urls.i18n")),
]
