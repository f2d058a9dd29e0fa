"""What people keep in a spreadsheet comes in by looking first, and does no harm."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.urls import reverse
from openpyxl import Workbook, load_workbook

from laget.accounts.models import User
from laget.catalogue.models import Programme
from laget.kernel.acting import acting
from laget.organisation.models import Employment, Unit, Upload
from tests.cast import STAFF

pytestmark = pytest.mark.django_db
HEADS = ["name", "about", "tiers", "age_from", "age_to", "status", "source"]
HEADS += ["checked_on"]
OPEN = ["Åpen barnehage", "Kom når du vil.", "green", "0", "6", "running", "Oss"]
OPEN += ["01.11.2026"]
PEOPLE = ["Navn", "E-post", "Enhet", "Stilling", "Leder enheten"]


@pytest.fixture
def browser(administrator, as_user):
    return as_user(administrator)


def xlsx(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv(*rows):
    return "\r\n".join(";".join(row) for row in rows).encode("utf-8-sig")


def send(browser, municipality, kind, content, name="tabell.xlsx"):
    there = reverse("sheet", kwargs={"municipality_id": municipality.pk, "kind": kind})
    return browser.post(there, {"file": SimpleUploadedFile(name, content)})


def load(browser, municipality, answer):
    upload = answer.context["upload"]
    kwargs = {"municipality_id": municipality.pk, "upload_id": upload.pk}
    return browser.post(reverse("load-sheet", kwargs=kwargs))


def template(browser, municipality, kind):
    kwargs = {"municipality_id": municipality.pk, "kind": kind}
    answer = browser.get(reverse("sheet-template", kwargs=kwargs))
    return load_workbook(io.BytesIO(answer.content)).worksheets[0]


@pytest.mark.parametrize("made", [xlsx, csv])
def test_looking_changes_nothing_and_loading_does_what_was_shown(
    browser, bygdevik, made
):
    answer = send(
        browser, bygdevik, "programmes", made(HEADS, OPEN), f"t.{made.__name__}"
    )
    assert [line.key for line in answer.context["new"]] == ["Åpen barnehage"]
    assert not Programme.objects.filter(name="Åpen barnehage").exists()

    load(browser, bygdevik, answer)

    programme = Programme.objects.get(name="Åpen barnehage", municipality=bygdevik)
    assert (programme.age_to, programme.status) == (6, "running")


def test_the_same_file_twice_changes_nothing(browser, bygdevik):
    load(browser, bygdevik, send(browser, bygdevik, "programmes", xlsx(HEADS, OPEN)))

    again = send(browser, bygdevik, "programmes", xlsx(HEADS, OPEN))

    assert (len(again.context["same"]), len(again.context["new"])) == (1, 0)


def test_the_table_one_downloads_can_be_sent_back_unchanged(browser, bygdevik):
    load(browser, bygdevik, send(browser, bygdevik, "programmes", xlsx(HEADS, OPEN)))
    sheet = template(browser, bygdevik, "programmes")
    rows = [[cell or "" for cell in row] for row in sheet.iter_rows(values_only=True)]

    again = send(browser, bygdevik, "programmes", xlsx(*rows))

    assert [line.errors for line in again.context["wrong"]] == []
    assert len(again.context["same"]) == 1


def test_a_column_that_is_left_out_is_as_it_was(browser, bygdevik):
    load(browser, bygdevik, send(browser, bygdevik, "programmes", xlsx(HEADS, OPEN)))
    few = xlsx(["name", "about"], ["Åpen barnehage", "Hver tirsdag."])

    load(browser, bygdevik, send(browser, bygdevik, "programmes", few))

    programme = Programme.objects.get(name="Åpen barnehage", municipality=bygdevik)
    assert (programme.about, programme.age_to) == ("Hver tirsdag.", 6)


def test_what_is_wrong_is_said_by_row_and_nothing_can_be_loaded(browser, bygdevik):
    bad = [*OPEN[:3], "null", *OPEN[4:]]
    answer = send(browser, bygdevik, "programmes", xlsx(HEADS, OPEN, bad))

    wrong = answer.context["wrong"]
    assert [line.number for line in wrong] == [3]
    assert len(wrong[0].errors) == 2  # no number, and the name stands there already
    assert load(browser, bygdevik, answer).status_code == 409
    assert not Programme.objects.filter(name="Åpen barnehage").exists()


def test_a_formula_is_text_and_comes_out_harmless(browser, bygdevik):
    evil = ['=HYPERLINK("http://x")', *OPEN[1:]]
    load(
        browser,
        bygdevik,
        send(browser, bygdevik, "programmes", csv(HEADS, evil), "t.csv"),
    )

    cells = list(template(browser, bygdevik, "programmes").iter_rows())[1]

    assert cells[0].data_type == "s"
    assert str(cells[0].value).startswith("'=")


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/worksheets/sheet1.xml", b"0" * 100_000_000)
    return out.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"PK\x03\x04broken", bomb(), b"x" * 6_000_000, b"\x00\xff\x00"],
    ids=["empty", "short", "broken", "bomb", "large", "binary"],
)
def test_a_file_that_is_no_table_is_refused_in_words(browser, bygdevik, content):
    answer = send(browser, bygdevik, "programmes", content)

    assert answer.status_code == 422
    assert not Upload.objects.exists()


def test_people_are_registered_where_they_work(browser, bygdevik):
    heads = [c.value for c in next(template(browser, bygdevik, "staff").iter_rows())]
    row = ["Mona Dal", "Mona@bygdevik.example", "Lia barnehage", "assistent", "nei"]
    answer = send(browser, bygdevik, "staff", xlsx(heads, row))
    load(browser, bygdevik, answer)

    job = Employment.objects.get(user__username="mona@bygdevik.example")
    assert (job.unit.name, job.post, job.is_leader) == (
        "Lia barnehage",
        "assistent",
        False,
    )
    assert len(send(browser, bygdevik, "staff", xlsx(heads, row)).context["same"]) == 1


def test_nobody_is_registered_in_another_municipality(browser, bygdevik):
    heads = [c.value for c in next(template(browser, bygdevik, "staff").iter_rows())]
    row = ["Mona Dal", "mona@x.example", "Strand barnehage", "assistent", "nei"]

    answer = send(browser, bygdevik, "staff", xlsx(heads, row))

    assert len(answer.context["wrong"]) == 1


@pytest.mark.parametrize("username", ["holder", "leader", "administrator"])
def test_the_database_lets_only_the_administrator_add_people(
    username, request, bygdevik
):
    user = request.getfixturevalue(username)
    there = Unit.objects.get(name="Strand barnehage")
    with acting(user.pk, STAFF), pytest.raises(DatabaseError), transaction.atomic():
        Employment.objects.create(user=user, unit=there, post="x")
    if username != "administrator":
        with acting(user.pk, STAFF), pytest.raises(DatabaseError), transaction.atomic():
            User.objects.add("ny@x.example", "Ny")
