"""A report to child welfare: begun from anywhere, written, read through and sent."""

import pytest
from django.urls import reverse

from laget.children.models import Protection
from laget.concerns.models import Concern
from laget.kernel.acting import acting
from laget.rights.models import Report
from tests.cast import STAFF, make_child, make_concern
from tests.staff.register.doing import WORDS, a_number, begin, main_of, send, write

pytestmark = pytest.mark.django_db


def test_when_to_report_is_shown_with_its_law_and_date(as_user, holder):
    text = main_of(as_user(holder).get("/report/"))

    assert "Barnevernsloven § 13-2 bokstav a" in text
    assert "LOV-2025-06-20-39" in text
    assert "etter vår oversikt per november 2026; se lovdata.no" in text
    assert text.index("Politi 112") < text.index("Når må jeg melde?")
    assert "skal du ikke si det til de foresatte først" in text


def test_a_report_begins_with_what_is_registered_and_nothing_from_the_log(
    as_user, holder, log, intervention
):
    begin(as_user(holder), "report-child", log.child_id)

    with acting(holder.pk, STAFF):
        report = Report.objects.get()
        assert report.child_name == "Nora Sand"
        assert report.guardians == "Maria Sand"
        assert (report.message, report.history, report.other_services) == ("", "", "")
        assert report.child_told is None and report.guardians_told is None


def test_a_report_needs_no_registered_child(as_user, colleague):
    place = begin(as_user(colleague))

    assert as_user(colleague).get(place).status_code == 200


def test_a_report_from_a_concern_takes_nothing_out_of_it(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, seen="Hemmelig notat")
    place = begin(as_user(holder), "report-concern", concern.pk)

    assert "Hemmelig notat" not in as_user(holder).get(place).content.decode()
    with acting(holder.pk, STAFF):
        assert Report.objects.get().concern == Concern.objects.get()


def test_a_report_is_written_read_through_and_marked_as_sent(as_user, holder, report):
    response = write(as_user(holder), report)
    assert response["Location"] == reverse("send-report", args=[report.pk])
    read = main_of(as_user(holder).get(response["Location"]))
    assert "Blåmerker på armene" in read
    assert "Blåmerker på armene" in read.split("readonly>")[1].split("</textarea>")[0]

    sent = send(as_user(holder), report)

    assert sent["Location"] == reverse("print-report", args=[report.pk])
    text = main_of(as_user(holder).get(sent["Location"]))
    assert "Nasjonal portal" in text
    assert "Sendt" in main_of(as_user(holder).get("/report/"))


@pytest.mark.parametrize(
    ("lacks", "said"),
    [
        ({"message": ""}, "Skriv hva du er bekymret for"),
        ({"child_told": ""}, "Si om barnet og de foresatte"),
        ({"guardians_told": ""}, "Si om barnet og de foresatte"),
        ({"other_guardian": "Jon Sand"}, "Si om den andre foresatte"),
    ],
)
def test_what_lacks_is_said_before_it_is_marked_as_sent(
    as_user, holder, report, lacks, said
):
    write(as_user(holder), report, **lacks)

    response = send(as_user(holder), report)

    assert response.status_code == 422
    assert said in main_of(response)
    with acting(holder.pk, STAFF):
        assert Report.objects.get().sent_at is None


def test_how_it_was_sent_is_asked(as_user, holder, report):
    write(as_user(holder), report)

    assert send(as_user(holder), report, how="").status_code == 422


def test_what_has_been_sent_is_not_changed(as_user, holder, report):
    write(as_user(holder), report)
    send(as_user(holder), report)

    assert write(as_user(holder), report, version=2).status_code == 403
    assert send(as_user(holder), report).status_code == 403


def test_a_draft_saves_itself(as_user, holder, report):
    place = reverse("save-report", args=[report.pk])

    first = as_user(holder).post(place, WORDS | {"version": 1, "message": "Så"})
    old = as_user(holder).post(place, WORDS | {"version": 1, "message": "Gammel"})
    wrong = as_user(holder).post(place, WORDS | {"version": "x"})

    assert first.json()["version"] == 2
    assert (old.status_code, wrong.status_code) == (409, 422)
    with acting(holder.pk, STAFF):
        assert Report.objects.get().message == "Så"


def test_two_windows_both_keep_their_words(as_user, holder, report):
    write(as_user(holder), report, message="Fra det ene vinduet")

    response = write(as_user(holder), report, message="Fra det andre vinduet")

    text = main_of(response)
    assert response.status_code == 409
    assert "Fra det ene vinduet" in text
    assert "Fra det andre vinduet" in text
    assert 'name="version" value="2"' in text
    merged = write(as_user(holder), report, version=2, message="Begge")
    assert merged.status_code == 302


def test_what_is_wrong_is_said_and_everything_typed_is_kept(as_user, holder, report):
    response = write(as_user(holder), report, reporter_phone="4" * 31, history="Lenge")

    assert response.status_code == 422
    assert "Blåmerker på armene" in main_of(response)
    assert "Lenge" in main_of(response)


def test_the_number_follows_on_paper_and_stands_nowhere_else(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        child = make_child(by=holder, municipality=bygdevik, number=a_number())
    written = begin(as_user(holder), "report-child", child.pk)
    printed = written.rstrip("/") + "/print/"

    assert a_number() not in main_of(as_user(holder).get(written))
    assert a_number() in main_of(as_user(holder).get(printed))


def test_a_protected_child_is_warned_about(as_user, holder, bygdevik):
    with acting(holder.pk, STAFF):
        child = make_child(
            by=holder, municipality=bygdevik, protection=Protection.STRICT
        )
    place = begin(as_user(holder), "report-child", child.pk)

    assert "Skriv ingen adresse" in main_of(as_user(holder).get(place))
