"""The family's own page about a meeting: when, who, answer, own words, minutes."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.urls import reverse

from laget.kernel import clock
from laget.kernel.acting import acting
from laget.meetings import actions
from laget.meetings.models import AgendaItem
from tests.meetings.made import PLACE, STAFF, WHY, call, guardianship, invitation_of

OSLO = ZoneInfo("Europe/Oslo")


@pytest.fixture
def read(as_family, meeting):
    def read(user, name="our-meeting", key=None):
        return as_family(user).get(reverse(name, args=[key or meeting.pk]))

    return read


def post(client, name, key, **told):
    return client.post(reverse(name, args=[key]), told)


def test_when_is_said_with_the_weekday_and_from_to(
    as_family, noras_log, nora, holder, guardian
):
    begins = datetime(2027, 6, 2, 14, 0, tzinfo=OSLO)
    with acting(holder.pk, STAFF):
        call(
            noras_log,
            holder,
            starts_at=begins,
            ends_at=begins + timedelta(minutes=90),
            guardians=[guardianship(nora, guardian)],
        )
    shown = as_family(guardian).get(reverse("our-meetings", args=[nora.pk])).text

    assert "Onsdag 2. juni 2027 kl. 14.00 til 15.30" in shown
    assert PLACE in shown
    assert "Du har ikke svart" in shown


def test_who_is_asked_reads_it_and_who_is_not_finds_no_trace(
    read, nora, link, guardian, father, youth, barred
):
    for who in (guardian, youth):
        assert WHY in read(who).text
        assert WHY in read(who, "our-meetings", nora.pk).text
    assert read(father).status_code == 404
    shown = read(father, "our-meetings", nora.pk).text
    assert WHY not in shown
    assert "Hanne Bru" not in shown
    assert "Du er ikke invitert til noe møte nå" in shown
    assert read(barred).status_code == 404
    assert read(barred, "our-meetings", nora.pk).status_code == 404


def test_who_comes_is_named_and_a_guest_is_a_part(read, link, guardian):
    shown = read(guardian).text

    for words in ("Kari Lund", "pedagogisk leder, Lia barnehage", "Nora", "fastlege"):
        assert words in shown
    assert "Hanne Bru" not in shown


def test_who_is_let_in_is_named_with_until_when(read, nora, link, guardian, doctor):
    shown = read(guardian, "our-meetings", nora.pk).text

    assert "Hanne Bru" in shown
    assert "fastlege" in shown
    assert "Til og med" in shown


def test_yes_and_then_another_time(as_family, read, meeting, guardian, holder):
    client = as_family(guardian)
    answer = post(client, "answer-our-meeting", meeting.pk, said="yes")
    assert answer["Location"] == reverse("our-meeting", args=[meeting.pk])
    assert "Du har svart ja" in read(guardian).text
    told = {"said": "other_time", "words": "Etter fire"}
    post(client, "answer-our-meeting", meeting.pk, **told)
    assert "Du har bedt om et annet tidspunkt" in read(guardian).text
    with acting(holder.pk, STAFF):
        assert invitation_of(meeting, guardian).words == "Etter fire"


def test_an_answer_that_says_nothing_keeps_the_words(as_family, meeting, guardian):
    answer = post(
        as_family(guardian), "answer-our-meeting", meeting.pk, words="Kanskje"
    )

    assert answer.status_code == 422
    assert "Kanskje" in answer.text


def test_nobody_answers_for_another_by_naming_them(as_family, meeting, youth, holder):
    told = {"said": "no", "guardian": "1", "invitation": "2", "answered_at": "3"}
    post(as_family(youth), "answer-our-meeting", meeting.pk, **told)
    with acting(holder.pk, STAFF):
        answers = meeting.invitations.exclude(answer="").values_list(
            "answer", flat=True
        )
        assert sorted(answers) == ["no", "yes"]
        assert invitation_of(meeting).answer == "no"


def test_the_young_person_puts_own_words_on_the_list_and_takes_them_away(
    as_family, read, meeting, guardian, youth
):
    client = as_family(youth)
    post(client, "our-meeting-agenda", meeting.pk, text="Gruppearbeid")
    assert "Gruppearbeid" in read(guardian).text
    with acting(youth.pk, "family"):
        key = AgendaItem.objects.get().pk
    assert post(as_family(guardian), "take-off-our-agenda", key).status_code == 403
    assert post(client, "take-off-our-agenda", key).status_code == 302
    assert "Gruppearbeid" not in read(guardian).text
    assert post(client, "our-meeting-agenda", meeting.pk, text="").status_code == 422


def test_who_is_not_asked_cannot_do_anything_either(as_family, meeting, father, doctor):
    for who in (father, doctor):
        client = as_family(who)
        for name in ("answer-our-meeting", "our-meeting-agenda"):
            told = {"said": "yes", "text": "x"}
            assert post(client, name, meeting.pk, **told).status_code == 404
        calendar = reverse("our-meeting-calendar", args=[meeting.pk])
        assert client.get(calendar).status_code == 404


def test_minutes_are_read_when_they_are_shared(read, meeting, holder, youth):
    with acting(holder.pk, STAFF):
        draft = actions.write_minutes(meeting, text="Enige.", version=0, by=holder)
    assert "Enige." not in read(youth).text
    with acting(holder.pk, STAFF):
        actions.share_minutes(draft, by=holder)
    assert "Enige." in read(youth).text
    assert f"/comment/?record={draft.pk}" in read(youth).text


def test_called_off_is_said_kindly_and_nothing_is_asked(
    as_family, read, nora, meeting, holder, guardian
):
    with acting(holder.pk, STAFF):
        actions.cancel(meeting, why="Kari er syk", by=holder)
    shown = read(guardian).text

    assert "Du trenger ikke gjøre noe" in shown
    assert "Kari er syk" in shown
    assert "Kan du komme?" not in shown
    assert "er avlyst" in read(guardian, "our-meetings", nora.pk).text
    client = as_family(guardian)
    told = {"said": "yes", "text": "x"}
    for name in ("answer-our-meeting", "our-meeting-agenda"):
        assert post(client, name, meeting.pk, **told).status_code == 403


def test_the_calendar_has_the_place_only_when_it_is_ticked(
    as_family, meeting, guardian
):
    client = as_family(guardian)
    to = reverse("our-meeting-calendar", args=[meeting.pk])
    files = [client.get(to, asked).content for asked in ({}, {"place": "yes"})]
    events = [icalendar.Calendar.from_ical(f).walk("VEVENT")[0] for f in files]

    assert [str(event.get("LOCATION", "")) for event in events] == ["", PLACE]
    for name in (b"Nora", b"Sand", b"friminutt", b"Kari"):
        assert name not in files[0] + files[1]


def test_past_meetings_stay_and_are_not_answered(read, nora, meeting, guardian):
    after = meeting.ends_at + timedelta(minutes=1)
    with clock.at(after):
        assert "Tidligere møter" in read(guardian, "our-meetings", nora.pk).text
        shown = read(guardian).text
    assert "Kan du komme?" not in shown
    assert WHY in shown


@pytest.mark.parametrize("name", ["our-meeting", "our-meetings"])
def test_the_pages_ask_the_database_little(
    as_family, link, meeting, nora, guardian, name, django_assert_max_num_queries
):
    key = meeting.pk if name == "our-meeting" else nora.pk
    client, to = as_family(guardian), reverse(name, args=[key])
    client.get(to)
    with django_assert_max_num_queries(15):
        client.get(to)
