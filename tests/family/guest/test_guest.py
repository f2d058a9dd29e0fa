"""A guest's pages, and all those that are not a guest's."""

import uuid

import pytest
from django.urls import reverse

from laget.kernel import clock
from laget.kernel.acting import acting
from laget.meetings import actions
from laget.meetings.models import Seat
from tests.meetings.made import STAFF, WHY, finished, give

KIND = "Denne lenken åpner ikke noe for deg"


@pytest.fixture
def sit(as_guest, link):
    """Sit down with the link; the page one comes to, or the refusal."""

    def sit(user, link=link):
        client = as_guest(user)
        answer = client.post(reverse("take-seat", args=[link]))
        return client.get(answer["Location"]) if answer.status_code == 302 else answer

    return sit


def test_before_one_sits_down_nothing_is_said_about_anybody(as_guest, link, doctor):
    client = as_guest(doctor)
    real = client.get(reverse("take-seat", args=[link])).text
    never = client.get(reverse("take-seat", args=["a" * 43])).text

    for name in ("Nora", "Sand", "Kari", "Hanne Bru</", WHY, "fastlege"):
        assert name not in real.replace("Hanne Bru", "")
    assert _without_link(real) == _without_link(never)


def _without_link(text):
    import re

    return re.sub(r'(take/|value=")[\w-]+', "", text)


def test_the_chair_shows_the_one_meeting_and_people_by_their_part(
    sit, meeting, holder, doctor
):
    with acting(holder.pk, STAFF):
        actions.put_on_agenda(meeting, text="Friminutt", by=holder)
    shown = sit(doctor).text

    for words in ("Møte om Nora", WHY, "Friminutt", "pedagogisk leder", "En foresatt"):
        assert words in shown
    for name in ("Sand", "Kari", "Lund", "Ola Dahl", "barnehage"):
        assert name not in shown


def test_the_link_leads_whoever_has_the_chair_back_to_it(sit, as_guest, link, doctor):
    sit(doctor)
    client = as_guest(doctor)
    to = reverse("take-seat", args=[link])
    seat = client.get(to)["Location"]

    assert client.post(to)["Location"] == seat
    assert client.get(reverse("guest"))["Location"] == seat


def test_whoever_comes_later_meets_the_same_as_with_a_link_that_never_was(
    sit, doctor, stranger
):
    sit(doctor)
    second, never = sit(stranger), sit(stranger, "b" * 43)

    assert second.status_code == never.status_code == 404
    assert KIND in second.text
    assert _without_link(second.text) == _without_link(never.text)


def test_ended_is_gone(sit, as_guest, link, doctor, holder):
    url = sit(doctor).request["PATH_INFO"]
    with acting(holder.pk, STAFF):
        actions.end_seat(Seat.objects.get())

    assert as_guest(doctor).get(url).status_code == 404
    assert KIND in sit(doctor).text


def test_run_out_is_gone_to_the_second(sit, as_guest, link, doctor, holder):
    url = sit(doctor).request["PATH_INFO"]
    with acting(holder.pk, STAFF):
        until = Seat.objects.get().until
    with clock.at(until):
        client = as_guest(doctor)
        assert client.get(url).status_code == 404
        assert client.get(reverse("guest")).status_code == 200


def test_of_a_meeting_that_is_called_off_nothing_else_is_shown(
    sit, meeting, holder, doctor
):
    with acting(holder.pk, STAFF):
        actions.put_on_agenda(meeting, text="Friminutt", by=holder)
        actions.cancel(meeting, why="Nora er innlagt", by=holder)
    shown = sit(doctor).text

    assert "Møtet er avlyst" in shown
    for words in ("Friminutt", "Nora er innlagt", WHY, "pedagogisk leder"):
        assert words not in shown


def test_a_guest_opens_no_page_of_the_family_or_the_staff(
    sit, as_guest, nora, noras_log, meeting, doctor
):
    sit(doctor)
    client = as_guest(doctor)
    ours = [
        reverse("our-meetings", args=[nora.pk]),
        reverse("our-meeting", args=[meeting.pk]),
        reverse("our-meeting-calendar", args=[meeting.pk]),
    ]
    works = [
        reverse("child", args=[nora.pk]),
        reverse("log", args=[noras_log.pk]),
        reverse("staff-meeting", args=[meeting.pk]),
        reverse("meeting-calendar", args=[meeting.pk]),
        reverse("search"),
        reverse("children"),
    ]
    assert {client.get(url).status_code for url in ours} == {404}
    assert {client.get(url).status_code for url in works} == {403}


def test_guessing_opens_nothing(sit, as_guest, doctor, stranger):
    url = sit(doctor).request["PATH_INFO"]
    other = as_guest(stranger)

    assert other.get(url).status_code == 404
    assert other.get(reverse("seat", args=[uuid.uuid4()])).status_code == 404


def test_a_chair_is_not_taken_at_work_nor_with_a_weak_log_in(
    as_user, as_guest, link, doctor, holder
):
    to = reverse("take-seat", args=[link])
    assert as_user(holder).post(to).status_code == 403
    assert as_guest(doctor, level="substantial").post(to).status_code == 403
    with acting(holder.pk, STAFF):
        assert Seat.objects.get().user is None


def test_the_family_is_sent_away_from_a_guests_link(sit, guardian, barred):
    for who in (guardian, barred):
        answer = sit(who)
        assert answer.status_code == 404
        assert "Nora" not in answer.text


def test_a_chair_to_a_form_shows_what_is_for_the_family(
    sit, noras_log, nora, holder, doctor
):
    with acting(holder.pk, STAFF):
        said = {"family": "Ro i klassen", "team": "Bare for laget"}
        paper = finished(noras_log, nora, holder, said=said)
        _seat, link = give(noras_log, holder, paper=paper)
    answer = sit(doctor, link)

    assert answer.status_code == 200
    assert str(paper) in answer.text
    assert "Ro i klassen" in answer.text
    assert "Bare for laget" not in answer.text
    assert "Sand" not in answer.text


def test_each_visit_is_noted_as_a_guests(sit, doctor, holder, nora):
    from laget.audit.models import Event

    sit(doctor)
    with acting(holder.pk, STAFF):
        noted = Event.objects.filter(subject=nora.pk, role="guest")
        actions_ = noted.order_by("at").values_list("action", flat=True)
        assert list(actions_) == ["seat.taken", "seat.sit"]


def test_the_page_asks_the_database_little(
    sit, as_guest, doctor, django_assert_max_num_queries
):
    url = sit(doctor).request["PATH_INFO"]
    client = as_guest(doctor)
    client.get(url)
    with django_assert_max_num_queries(15):
        client.get(url)
