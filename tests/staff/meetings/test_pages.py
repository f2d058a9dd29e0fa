"""Those who work with the child call a meeting, and let a guest in, on their pages."""

import re
from datetime import timedelta

import icalendar
import pytest
from django.urls import reverse
from django.utils import timezone

from laget.kernel import clock
from laget.kernel.acting import acting
from laget.meetings import actions
from laget.meetings.models import Invitation, Meeting, Minutes, Seat
from laget.voices.models import Voice
from tests.cast import job_of
from tests.meetings.made import (
    FAMILY,
    GUEST,
    STAFF,
    WHY,
    guardianship,
    in_a_week,
    invitation_of,
)


def typed(day=None, **told):
    day = day or timezone.localtime(in_a_week()).date()
    known = {"day": day.strftime("%d.%m.%Y"), "at": "14.00", "long": "90", "why": WHY}
    return known | told


@pytest.fixture
def page(as_user, meeting):
    """A page about the meeting, as somebody reads it."""

    def page(user, name="staff-meeting"):
        return as_user(user).get(reverse(name, args=[meeting.pk]))

    return page


def test_a_meeting_is_called_from_the_childs_page(
    as_user, noras_log, nora, holder, guardian
):
    client, to = as_user(holder), reverse("call-meeting", args=[noras_log.pk])
    assert to in client.get(reverse("child", args=[nora.pk])).text
    with acting(holder.pk, STAFF):
        mother = guardianship(nora, guardian)
    asked = {"guardians": [mother.pk], "team": [job_of(holder).pk], "child": "on"}
    answer = client.post(to, typed(**asked))
    with acting(holder.pk, STAFF):
        made = Meeting.objects.get()
        assert answer["Location"] == reverse("staff-meeting", args=[made.pk])
        assert timezone.localtime(made.starts_at).strftime("%H:%M") == "14:00"
        assert made.ends_at - made.starts_at == timedelta(minutes=90)
        assert Invitation.objects.count() == 3


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "25.00"},
        {"at": ""},
        {"day": "31.02.2027"},
        {"long": "7"},
        {"team": []},
        {"day": "28.03.2027", "at": "02.30"},  # the clock leaps over it
        {"day": "01.01.2020"},
    ],
)
def test_what_cannot_be_keeps_all_that_was_typed(as_user, noras_log, holder, wrong):
    to = reverse("call-meeting", args=[noras_log.pk])
    answer = as_user(holder).post(to, typed(team=[job_of(holder).pk]) | wrong)

    assert answer.status_code == 422
    assert WHY in answer.text
    with acting(holder.pk, STAFF):
        assert not Meeting.objects.exists()


def test_a_guardian_who_is_barred_cannot_be_chosen(
    as_user, noras_log, nora, holder, barred
):
    to = reverse("call-meeting", args=[noras_log.pk])
    client = as_user(holder)
    assert barred.name not in client.get(to).text
    with acting(holder.pk, STAFF):
        theirs = guardianship(nora, barred)
    assert client.post(to, typed(guardians=[theirs.pk])).status_code == 422


def test_what_the_child_wants_stands_beside(as_user, noras_log, nora, youth, holder):
    with acting(youth.pk, FAMILY):
        told = {"there": "Mamma og Kari", "not_there": "Pappa"}
        shared = clock.now()
        Voice.objects.create(child=nora, written_by=youth, shared_at=shared, **told)
    for name in ("call-meeting", "log-meetings"):
        shown = as_user(holder).get(reverse(name, args=[noras_log.pk])).text
        assert "Mamma og Kari" in shown
        assert "Vil ikke ha med" in shown
        assert "Ikke si det videre" in shown


def test_the_page_tells_who_comes_and_what_is_taken_up(page, meeting, nurse, youth):
    with acting(youth.pk, FAMILY):
        actions.put_on_agenda(meeting, text="Gruppearbeid", by=youth)
    shown = page(nurse).text

    assert WHY in shown
    assert "Gruppearbeid" in shown
    assert "Har ikke svart" in shown
    assert "Maria Sand" in shown


def test_only_who_called_it_and_the_holder_change_it(page, nurse, holder, stranger):
    for name in ("move-meeting", "cancel-meeting", "ask-to-meeting"):
        assert page(holder, name).status_code == 200
        assert page(nurse, name).status_code == 403
        assert page(stranger, name).status_code == 404


def test_it_is_moved_and_called_off(as_user, meeting, holder):
    client = as_user(holder)
    shown = client.get(reverse("move-meeting", args=[meeting.pk])).text
    assert 'value="60" selected' in shown
    later = timezone.localtime(in_a_week(48)).date()
    moved = reverse("move-meeting", args=[meeting.pk])
    assert client.post(moved, typed(later, version=0)).status_code == 302
    assert client.post(moved, typed(later, version=0)).status_code == 422
    off = reverse("cancel-meeting", args=[meeting.pk])
    assert client.post(off, {"why": ""}).status_code == 422
    assert client.post(off, {"why": "Sykdom"}).status_code == 302
    shown = client.get(reverse("staff-meeting", args=[meeting.pk])).text
    assert "Møtet er avlyst" in shown


def test_one_answers_for_oneself_and_writes_down_what_the_family_says(
    as_user, meeting, nurse, holder, guardian
):
    with acting(holder.pk, STAFF):
        own = invitation_of(meeting, job=nurse)
        mothers = invitation_of(meeting, guardian)
        holders = invitation_of(meeting, job=holder)
    client = as_user(nurse)

    def say(invitation, said="yes"):
        to = reverse("answer-meeting", args=[invitation.pk])
        return client.post(to, {"said": said}).status_code

    assert [say(own), say(mothers), say(holders)] == [302, 302, 403]
    assert say(own, "perhaps") == 422


def test_somebody_is_not_asked_any_more(as_user, meeting, holder, nurse, guardian):
    with acting(holder.pk, STAFF):
        theirs = invitation_of(meeting, guardian)
    to = reverse("take-back-invitation", args=[theirs.pk])
    assert as_user(nurse).post(to).status_code == 403
    assert as_user(holder).post(to).status_code == 302
    with acting(guardian.pk, FAMILY):
        assert not Meeting.objects.exists()


def test_the_agenda_is_each_ones_own(as_user, meeting, nurse, holder):
    client, to = as_user(nurse), reverse("meeting-agenda", args=[meeting.pk])
    assert client.post(to, {"text": ""}).status_code == 422
    assert client.post(to, {"text": "Vekt"}).status_code == 302
    with acting(nurse.pk, STAFF):
        (item,) = meeting.agenda.all()
    off = reverse("take-off-agenda", args=[item.pk])
    assert as_user(holder).post(off).status_code == 403
    assert client.post(off).status_code == 302


def test_minutes_are_a_draft_and_then_shared(as_user, page, meeting, holder, nurse):
    client, to = as_user(holder), reverse("write-minutes", args=[meeting.pk])
    assert client.post(to, {"text": "Enige.", "version": 0}).status_code == 302
    assert "Enige." not in page(nurse).text
    overtaken = client.post(to, {"text": "I et annet vindu", "version": 0})
    assert overtaken.status_code == 409
    assert "I et annet vindu" in overtaken.text
    assert "Enige." in overtaken.text
    with acting(holder.pk, STAFF):
        key = Minutes.objects.get().pk
    assert client.post(reverse("share-minutes", args=[key])).status_code == 302
    assert "Enige." in page(nurse).text
    assert client.get(to).status_code == 409


def test_the_file_for_the_calendar(page, as_user, meeting, nurse):
    answer = page(nurse, "meeting-calendar")
    event = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")[0]

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert str(event["SUMMARY"]) == "Avtale"
    assert "LOCATION" not in event


def let_in(client, to, **told):
    known = {"name": "Hanne Bru", "part": "fastlege", "number": ""}
    until = clock.today() + timedelta(days=8)
    known["until_day"] = until.strftime("%d.%m.%Y")
    return client.post(to, known | told)


def link_in(answer):
    return re.search(r"/guest/take/([\w-]{43})/", answer.text)[1]


def test_the_holder_lets_a_guest_in_and_sees_the_link_once(
    as_user, page, meeting, holder, nurse, doctor
):
    to = reverse("guest-to-meeting", args=[meeting.pk])
    assert let_in(as_user(nurse), to).status_code == 403
    once = "11111111-1111-4111-8111-111111111111"
    answer = let_in(as_user(holder), to, once=once)
    link = link_in(answer)
    again = let_in(as_user(holder), to, once=once)

    assert again.status_code == 302
    assert link not in page(holder).text
    with acting(holder.pk, STAFF):
        assert Seat.objects.count() == 1
    with acting(doctor.pk, GUEST):
        actions.take_seat(link)
    shown = page(holder).text
    assert "Hanne Bru brukte lenken" in shown
    with acting(holder.pk, STAFF):
        end = reverse("end-seat", args=[Seat.objects.get().pk])
    assert as_user(nurse).post(end).status_code == 403
    assert as_user(holder).post(end).status_code == 302
    assert "Avsluttet" in page(holder).text


def test_a_guest_is_let_in_for_at_most_thirty_days_and_by_a_number_that_can_be(
    as_user, meeting, holder
):
    to = reverse("guest-to-meeting", args=[meeting.pk])
    late = (clock.today() + timedelta(days=60)).strftime("%d.%m.%Y")
    for wrong in ({"until_day": late}, {"number": "123"}, {"name": ""}):
        assert let_in(as_user(holder), to, **wrong).status_code == 422


def test_who_has_looked_tells_of_the_guest_by_their_part(
    as_user, as_guest, nora, link, meeting, holder, doctor
):
    client = as_guest(doctor)
    answer = client.post(reverse("take-seat", args=[link]))
    client.get(answer["Location"])
    shown = as_user(holder).get(reverse("who-looked", args=[nora.pk])).text

    assert "Hanne Bru" in shown
    assert "fastlege" in shown
    assert "en gjesteplass" in shown


@pytest.mark.parametrize("name", ["staff-meeting", "log-meetings", "call-meeting"])
def test_the_pages_ask_the_database_little(
    as_user, link, meeting, noras_log, holder, name, django_assert_max_num_queries
):
    key = meeting.pk if name == "staff-meeting" else noras_log.pk
    client, to = as_user(holder), reverse(name, args=[key])
    client.get(to)
    with django_assert_max_num_queries(15):
        client.get(to)
