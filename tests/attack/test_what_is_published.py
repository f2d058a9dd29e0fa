"""Harm done through what a municipality writes, and through what anyone may ask for."""

import io
import zipfile
from contextlib import suppress
from html import unescape
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from openpyxl import Workbook

from laget.catalogue.models import Programme
from laget.kernel import RuleBroken
from laget.kernel.acting import Role, acting
from laget.organisation.models import (
    Municipality,
    PlaceOnTheWeb,
    ProfileItem,
    Service,
    Upload,
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


# --- spreadsheets ---------------------------------------------------------------


def packed(**changed):
    """An XLSX file in which some parts are another's."""
    made, out = io.BytesIO(), io.BytesIO()
    Workbook().save(made)
    with zipfile.ZipFile(made) as was, zipfile.ZipFile(out, "w", 8) as now:
        for part in was.infolist():
            now.writestr(part, changed.get(part.filename, was.read(part)))
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
MORE = b"".join(
    b'<!ENTITY %c "%b">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in b"bcdefg"
)
CELL = b'<row r="1"><c t="inlineStr"><is><t>&%b;</t></is></c></row>'
LAST = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
SPACE = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheet(rows, before=b""):
    kind = b'<?xml version="1.0"?><!DOCTYPE x [%b]>' % before if before else b""
    name = b'<worksheet xmlns="%b"><sheetData>' % SPACE
    return kind + name + rows + b"</sheetData></worksheet>"


LAUGHS = sheet(CELL % b"g", b'<!ENTITY a "haha">' + MORE)
OUTSIDE = sheet(CELL % b"a", b'<!ENTITY a SYSTEM "file:///etc/passwd">')
FAR = sheet(LAST)
BOMBS = {
    "much when unpacked": packed(**{SHEET: b" " * 70_000_000}),
    "entities of entities": packed(**{SHEET: LAUGHS}),
    "a file of the server": packed(**{SHEET: OUTSIDE}),
    "half a file": packed(**{SHEET: b"<worksheet><sheetData><row"}),
    "the last row there is": packed(**{SHEET: FAR}),
    "no sheet at all": packed(**{"xl/workbook.xml": b"<workbook/>"}),
    "spoilt in the middle": packed()[:900] + b"\0" * 400 + packed()[1300:],
    "cut off": packed()[:700],
    "more rows than a person writes": b"name\r\n" + b"a\r\n" * 7_000,
    "too large": b"name\r\n" + b"a" * 5_000_001,
    "one long line": b"a;" * 400_000,
    "a quote that never ends": b'name\r\n"' + b"a" * 300_000,
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_that_means_harm_is_refused_in_words(browser, bygdevik, bomb):
    kwargs = {"municipality_id": bygdevik.pk, "kind": "programmes"}
    file = SimpleUploadedFile("tabell.xlsx", BOMBS[bomb])
    if not BOMBS[bomb].startswith(b"PK"):
        file.name = "tabell.csv"
    answer = browser.post(reverse("sheet", kwargs=kwargs), {"file": file})
    assert answer.status_code in (200, 422)
    assert b"root:" not in answer.content and b"haha" not in answer.content
    assert not (answer.context.get("new") or answer.context.get("changed"))


def test_what_turns_words_around_does_not_come_in_by_a_table(browser, bygdevik):
    heads = ["name", "about", "tiers", "age_from", "age_to", "status", "source"]
    row = [
        "Trygg\u202e\u2066 plass\u200b",
        "Kom\x07.",
        "green",
        "0",
        "6",
        "running",
        "O",
    ]
    sent = "\r\n".join(";".join(line) for line in (heads, row)).encode()
    kwargs = {"municipality_id": bygdevik.pk, "kind": "programmes"}
    file = SimpleUploadedFile("tabell.csv", sent)
    browser.post(reverse("sheet", kwargs=kwargs), {"file": file})
    for upload in Upload.objects.all():
        load = {"municipality_id": bygdevik.pk, "upload_id": upload.pk}
        browser.post(reverse("load-sheet", kwargs=load))
    names = [str(name) for name in Programme.objects.values_list("name", flat=True)]
    assert not set("\u202e\u2066\u200b\x07") & set("".join(names))


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


def test_no_service_is_put_up_in_another_municipality(administrator, bygdevik, fjordby):
    facts = {"name": "Falsk hjelp", "kind": "other", "about": "x", "host": "Fjordby"}
    for told in ({"municipalities": ["Fjordby"]}, {"municipalities": []}):
        with pytest.raises(RuleBroken):
            published(bygdevik, administrator, "services", facts | told)
    assert not Service.objects.filter(host=fjordby, name="Falsk hjelp").exists()
    assert not Service.objects.of(fjordby).filter(name="Falsk hjelp").exists()


def test_a_service_reaches_another_municipality_only_if_it_was_told_so_there(
    administrator, bygdevik, fjordby
):
    """Who is served is agreed between municipalities, and read from their folders."""
    facts = {"name": "Hjelp", "kind": "other", "about": "x"}
    told = {"municipalities": ["Bygdevik", "Fjordby"]}
    with suppress(RuleBroken):
        published(bygdevik, administrator, "services", facts | told)
    assert not Service.objects.of(fjordby).filter(name="Hjelp").exists()


def test_nobody_takes_another_municipalitys_name(administrator, bygdevik, fjordby):
    item = {"name": "Fjordby", "number": "4298", "language": "nb"}
    with pytest.raises(RuleBroken):
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
