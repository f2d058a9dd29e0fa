"""Tables sent by somebody who means harm, or whose file is simply spoilt."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import Workbook

from laget.catalogue.models import Programme
from laget.organisation.models import Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(administrator, as_user):
    return as_user(administrator)


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
