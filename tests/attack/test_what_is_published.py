"""Harm done through what a municipality writes, and through what anyone may ask for."""

from html import unescape
from urllib.parse import urlencode

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from laget.catalogue.models import Programme
from laget.kernel import RuleBroken
from laget.kernel.acting import Role, acting
from laget.organisation.models import (
    Municipality,
    PlaceOnTheWeb,
    ProfileItem,
    Service,
)
from laget.organisation.profile import editing
from laget.organisation.profile.declaring import SECTIONS
from laget.organisation.profile.facts import filled

pytestmark = pytest.mark.django_db
STAFF = Role.STAFF
PROGRAMME = {
    "name": "Åpen barnehage",
    "about": "Kom når du vil.",
    "tiers": ["green"],
    "age_from": "0",
    "age_to": "6",
    "status": "running",
    "source": "Oss selv",
    "checked_on": "01.11.2026",
}


@pytest.fixture
def browser(administrator, as_user):
    return as_user(administrator)


def url(municipality, section="programmes", page="edit-record", **asked):
    kwargs = {"municipality_id": municipality.pk, "name": section}
    return f"{reverse(page, kwargs=kwargs)}?{urlencode(asked)}"


def draft(browser, municipality, typed):
    """A new programme, sent with these fields."""
    seen = browser.get(url(municipality)).context["seen"]
    return browser.post(url(municipality), {"seen": seen} | typed)


def published(municipality, by, name, facts):
    """As the page does it: a draft, then published if nothing is wrong with it."""
    section = SECTIONS[name]
    facts = filled(section.fields, facts)
    with acting(by.pk, STAFF):
        key = str(facts[section.key])
        item = editing.save_draft(municipality, section, key, facts, by=by)
        editing.publish(item, municipality, by=by)


# --- another municipality -------------------------------------------------------


def test_what_is_written_for_one_municipality_is_never_another_s(
    administrator, bygdevik, fjordby
):
    with acting(administrator.pk, STAFF):
        for change in (
            lambda: Programme.objects.create(
                municipality=fjordby, name="x", tiers=["green"], status="running"
            ),
            lambda: Municipality.objects.filter(pk=fjordby.pk).update(name="x"),
            lambda: PlaceOnTheWeb.objects.create(
                municipality=fjordby, title="x", url="https://x.example", kind="help"
            ),
        ):
            try:
                with transaction.atomic():
                    assert change() == 0
            except DatabaseError:
                pass


RULES = {
    "concern_days": 14,
    "consent_months": 12,
    "reply_days": 3,
    "small_number_threshold": 5,
    "own_consent": {"age": 16, "law": "x", "law_date": "1999-07-02", "more": []},
    "review_weeks": {"level_1": 6, "level_2": 6, "level_3": 6},
    "holder": {},
}
SERVICE = {"name": "Falsk hjelp", "kind": "other", "arena": "home", "about": "x"}


@pytest.mark.parametrize(
    "told",
    [
        {"host": "Fjordby", "municipalities": ["Fjordby"]},
        {"host": "Fjordby"},
        {"municipalities": ["Bygdevik", "Fjordby"]},
        {"municipalities": ["Fjordby"]},
    ],
)
def test_no_service_is_put_up_in_another_municipality(
    administrator, bygdevik, fjordby, told
):
    with pytest.raises(RuleBroken, match="municipality|kommune"):
        published(bygdevik, administrator, "services", SERVICE | told)
    assert not Service.objects.filter(name="Falsk hjelp").exists()


def test_nobody_takes_another_municipalitys_name(administrator, bygdevik, fjordby):
    item = {"name": "Fjordby", "number": "4298", "language": "nb", "rules": RULES}
    with pytest.raises(RuleBroken, match="municipality|kommune"):
        published(bygdevik, administrator, "municipality", item)
    bygdevik.refresh_from_db()
    fjordby.refresh_from_db()
    assert (bygdevik.slug, bygdevik.number) == ("bygdevik", "4299")
    assert (fjordby.slug, fjordby.number) == ("fjordby", "4298")


# --- more in the form than was asked --------------------------------------------


def test_fields_that_were_not_asked_for_are_not_kept(browser, bygdevik):
    extra = {"id": "1", "municipality": "Fjordby", "version": "9", "is_staff": "on"}
    extra |= {"position": "0", "facts": "{}", "__class__": "x", "arenas.0.x": "y"}
    assert draft(browser, bygdevik, PROGRAMME | extra).status_code == 302
    kept = ProfileItem.objects.get(key="Åpen barnehage").draft
    assert not set(extra) & set(kept)


@pytest.mark.parametrize("name", ["needs", "factors", "laws", "common", "x", "__all__"])
def test_what_all_share_is_nobodys_to_edit(browser, bygdevik, name):
    for page in ("edit-section", "edit-record", "record-versions"):
        assert browser.get(url(bygdevik, name, page)).status_code == 404
    for page in ("publish-record", "rearrange-record", "forget-draft"):
        assert browser.post(url(bygdevik, name, page)).status_code == 404


PLACES = ["steps/-1", "steps/1e9", "steps/99999", "steps/9999", "steps", "/", "//", "0"]
PLACES += ["__class__/0", "steps/0/steps/0", "../steps/0", "steps/٣", "title/0", "%00"]
PLACES += ["steps/0/" * 400]


@pytest.mark.parametrize("at", PLACES)
def test_a_place_that_is_none_is_not_found(browser, bygdevik, at):
    for name in ("guides", "forms", "plan", "programmes"):
        there = url(bygdevik, name, key="", at=at)
        assert browser.get(there).status_code in (200, 404), name
        assert browser.post(there, {"seen": ""}).status_code in (404, 422), name
        rows = url(bygdevik, name, "rearrange-record", key="", at=at)
        assert browser.post(rows, {"how": "x"}).status_code == 404, name


def test_ten_thousand_rows_are_not_taken(browser, bygdevik):
    rows = {f"next.{n}.to": "x" for n in range(10_000)}
    assert browser.post(url(bygdevik), PROGRAMME | rows).status_code == 413


# --- what everyone reads --------------------------------------------------------

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7|add:7 }}{% now %}"


def test_published_words_are_words(browser, administrator, bygdevik):
    turned = "Hei\u202e\u2066du"
    told = PROGRAMME | {"name": f"{EVIL} {turned}"[:100], "about": EVIL + turned}
    assert draft(browser, bygdevik, told).status_code == 302
    key = ProfileItem.objects.get(section="programmes").key
    browser.post(url(bygdevik, page="publish-record", key=key))
    programme = Programme.objects.get(name=key)
    anyone = Client()
    here = {"slug": "bygdevik"}
    pages = [
        reverse("programme", kwargs=here | {"programme_id": programme.pk}),
        *(reverse(n, kwargs=here) for n in ("programmes", "programmes-overview")),
    ]
    for page in pages:
        body = anyone.get(page).content.decode()
        assert "<script>alert" not in body and "<img src=x" not in body
        assert "\u202e" not in body and "\u2066" not in body
        assert "{{ 7|add:7 }}" in unescape(body) or "programmes/" in page


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " java\tscript:x", "//x"]
)
def test_a_link_leads_to_a_page_and_runs_nothing(administrator, bygdevik, address):
    facts = {"title": "Klikk her", "url": address, "kind": "help"}
    with pytest.raises(RuleBroken):
        published(bygdevik, administrator, "links", facts)
    assert not PlaceOnTheWeb.objects.filter(title="Klikk her").exists()


SLUGS = [
    "nowhere",
    "Bygdevik",
    "BYGDEVIK",
    "bygdevik-",
    "-",
    "0",
    "bygdevik0",
    "a" * 300,
]


@pytest.mark.parametrize("slug", SLUGS)
def test_a_place_that_is_not_there_has_no_pages(slug):
    anyone = Client()
    for name in ("place", "programmes", "services", "plan", "worried", "ask-for-help"):
        assert anyone.get(reverse(name, kwargs={"slug": slug})).status_code == 404


def test_one_municipalitys_pages_show_nothing_of_anothers(bygdevik):
    programme = Programme.objects.filter(municipality=bygdevik).first()
    service = Service.objects.filter(host=bygdevik, municipalities=bygdevik).exclude(
        municipalities__name="Fjordby"
    )
    anyone, there = Client(), {"slug": "fjordby"}
    for name, ids in (
        ("programme", {"programme_id": programme.pk}),
        ("service", {"service_id": service.first().pk}),
        ("public-guide", {"key": "staff"}),
    ):
        assert anyone.get(reverse(name, kwargs=there | ids)).status_code == 404


WORDS = [
    "a & | !",
    "(((",
    "!!!",
    "a:*",
    "<->",
    "'",
    '"',
    "\\",
    "%",
    "_",
    "*",
    "&" * 900,
]
WORDS += [
    "🧸👩‍👩‍👧‍👦",
    "\x00",
    "\u202e",
    "e" * 10_000,
    "barn " * 2_000,
    "or or not -",
    "-",
    "ÆØÅ",
]


@pytest.mark.parametrize("words", WORDS)
def test_whatever_is_searched_for_there_is_an_answer(words):
    there = reverse("programmes", kwargs={"slug": "bygdevik"})
    for field in ("words", "age", "tier", "arena", "referral", "need", "page"):
        assert Client().get(there, {field: words}).status_code == 200, field
    where = reverse("where", kwargs={"slug": "bygdevik"})
    assert Client().get(where, {"day": words}).status_code == 200
