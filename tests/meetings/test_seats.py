"""The guest's chair against those who try: it is for one person, one thing, a time."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from laget.accounts.models import User
from laget.audit.models import Event
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.meetings import actions
from laget.meetings.models import AgendaItem, Invitation, Meeting, Minutes, Seat
from laget.messaging.models import Message
from tests.cast import job_of, make_child, make_log
from tests.logs.asked import close
from tests.meetings.made import (
    FAMILY,
    GUEST,
    STAFF,
    call,
    give,
    guardianship,
    refused,
)
from tests.seen import tables_with_rows

NUMBER = "07887548050"
OTHER = "02858529703"
CHAIR = {
    *("children_child", "meetings_seat", "meetings_meeting"),
    *("meetings_invitation", "meetings_agendaitem"),
}


def sits(user, link):
    with acting(user.pk, GUEST):
        return actions.take_seat(link) is not None


def sees(user):
    with acting(user.pk, GUEST):
        return tables_with_rows()


def test_the_first_who_comes_has_it_also_when_they_come_again(link, doctor, stranger):
    assert sits(doctor, link)
    assert sits(doctor, link)
    assert not sits(stranger, link)
    assert sees(stranger) == set()


def test_a_link_that_never_was_opens_nothing(link, doctor):
    assert not sits(doctor, link + "x")
    assert not sits(doctor, "")
    assert not sits(doctor, "' OR true --")


def test_the_link_itself_is_kept_nowhere(link, holder):
    with acting(holder.pk, STAFF), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(s)::text FROM meetings_seat s")
        kept = str(cursor.fetchall())
        cursor.execute("SELECT details::text FROM audit_event")
        kept += str(cursor.fetchall())
    assert len(link) == 43
    assert link not in kept


def test_with_a_number_it_is_for_that_person_alone(
    meeting, noras_log, holder, doctor, administrator
):
    with acting(holder.pk, STAFF):
        _seat, link = give(noras_log, holder, meeting=meeting, number=NUMBER)
    with acting(administrator.pk, STAFF):
        other, hers = (User.objects.add(n, "Hanne", number=n) for n in (OTHER, NUMBER))

    assert not sits(doctor, link)  # whose number is not known
    assert not sits(other, link)
    assert sits(hers, link)


def test_a_wrong_number_is_said_so(meeting, noras_log, holder):
    with acting(holder.pk, STAFF):
        for wrong in ("123", "07887548051"):
            with pytest.raises(RuleBroken):
                give(noras_log, holder, meeting=meeting, number=wrong)


def test_a_guest_sees_the_one_meeting_and_nothing_else(
    meeting, link, noras_log, nora, holder, guardian, doctor
):
    with acting(holder.pk, STAFF):
        actions.put_on_agenda(meeting, text="Friminutt", by=holder)
        other = call(noras_log, holder, guardians=[guardianship(nora, guardian)])
        draft = actions.write_minutes(meeting, text="Enige.", version=0, by=holder)
        actions.share_minutes(draft, by=holder)
    assert sits(doctor, link)
    assert sees(doctor) == CHAIR
    with acting(doctor.pk, GUEST):
        assert [each.pk for each in Meeting.objects.all()] == [meeting.pk]
        assert not Invitation.objects.filter(meeting=other.pk).exists()
        assert AgendaItem.objects.count() == 1
        assert not Minutes.objects.exists()


def test_the_chair_opens_nothing_with_another_hat(link, doctor):
    sits(doctor, link)
    for role in (STAFF, FAMILY):
        with acting(doctor.pk, role):
            found = tables_with_rows()
        assert found <= {"audit_event", "messaging_message", "messaging_reach"}


def test_the_holder_ends_it_at_once_and_for_good(link, doctor, holder):
    sits(doctor, link)
    with acting(holder.pk, STAFF):
        seat = Seat.objects.get()
        actions.end_seat(seat)
    assert sees(doctor) == set()
    assert not sits(doctor, link)
    with acting(holder.pk, STAFF):
        for change in ({"ended_at": None}, {"until": clock.now() + timedelta(days=9)}):
            with refused("seat_only_ends"):
                Seat.objects.update(**change)


def test_it_ends_to_the_second_by_the_databases_clock(link, doctor, holder):
    sits(doctor, link)
    with acting(holder.pk, STAFF):
        until = Seat.objects.get().until
    second = timedelta(seconds=1)
    seen = {}
    for name, moment in (("before", until - second), ("then", until)):
        with clock.at(moment):
            seen[name] = (sees(doctor) != set(), sits(doctor, link))

    assert seen == {"before": (True, True), "then": (False, False)}


def test_at_most_thirty_days_after_the_meeting(meeting, noras_log, holder):
    longest = meeting.ends_at + timedelta(days=30)
    with acting(holder.pk, STAFF):
        give(noras_log, holder, meeting=meeting, until=longest)
        for wrong in (longest + timedelta(seconds=1), clock.now()):
            with pytest.raises(RuleBroken):
                give(noras_log, holder, meeting=meeting, until=wrong)
        with refused("one_thing_of_this_child"):
            forced(noras_log, holder, meeting, until=longest + timedelta(seconds=1))


def forced(log, by, meeting, **told):
    """As if the code asked nothing."""
    known = {"child_id": log.child_id, "log": log, "meeting": meeting, "name": "x"}
    known |= {"part": "y", "link_hash": "z", "given_by": by}
    known |= {"until": clock.now() + timedelta(days=2)} | told
    return Seat.objects.create(**known)


def test_a_chair_is_never_for_another_childs_meeting(
    meeting, noras_log, holder, bygdevik, kindergarten
):
    with acting(holder.pk, STAFF):
        place = {"municipality": bygdevik, "unit": kindergarten}
        other = make_log(
            make_child(by=holder, name="Ola Vik", **place), holder, level=1
        )
        for log, child in ((other, other.child_id), (noras_log, other.child_id)):
            with refused("one_thing_of_this_child"):
                forced(log, holder, meeting, child_id=child)


def test_only_the_holder_gives_and_ends(meeting, link, noras_log, nurse, guardian):
    for who, role in ((nurse, STAFF), (guardian, FAMILY)):
        with acting(who.pk, role):
            _refuses_to_give(noras_log, who, meeting)
    with acting(nurse.pk, STAFF), refused("seat_only_ends"):
        Seat.objects.update(ended_at=clock.now())
    with acting(guardian.pk, FAMILY):
        assert Seat.objects.update(ended_at=clock.now()) == 0


def _refuses_to_give(log, who, meeting):
    with pytest.raises(DatabaseError), transaction.atomic():
        forced(log, who, meeting)


def test_the_family_never_takes_a_guests_chair_nor_one_who_is_barred(
    link, guardian, father, barred, youth, doctor
):
    for who in (guardian, father, barred, youth):
        assert not sits(who, link)
        assert sees(who) == set()
    assert sits(doctor, link)


def test_the_family_is_told_and_sees_who_is_let_in(
    link, guardian, father, youth, doctor
):
    sits(doctor, link)
    told = {}
    for who in (guardian, father, youth):
        with acting(who.pk, FAMILY):
            messages = Message.objects.filter(template="a_guest_is_let_in")
            looked = Event.objects.filter(action__startswith="seat.")
            seats = Seat.objects.values_list("name", "part")
            told[who.username] = (messages.count(), looked.count(), list(seats))
    chair = ("Hanne Bru", "fastlege")

    # her father is not asked to the meeting
    assert told == {
        "guardian": (1, 2, [chair]),
        "father": (0, 0, []),
        "youth": (1, 2, [chair]),
    }


def test_the_holder_sees_who_sat_down_and_is_told(link, doctor, holder):
    sits(doctor, link)
    sits(doctor, link)
    with acting(holder.pk, STAFF):
        seat = Seat.objects.get()
        assert (seat.user_id, seat.taken_at is not None) == (doctor.pk, True)
        assert Message.objects.filter(template="a_seat_is_taken").count() == 1


def test_when_the_follow_up_is_closed_the_guest_sees_nothing(
    link, noras_log, holder, doctor
):
    sits(doctor, link)
    with acting(holder.pk, STAFF):
        close(noras_log, holder)
    assert sees(doctor) == set()
    assert not sits(doctor, link)


def test_a_guest_reads_no_table_of_people(link, doctor, holder):
    """What anyone can read is who works where; never who a guardian is."""
    sits(doctor, link)
    with acting(doctor.pk, GUEST):
        assert job_of(holder).post
        assert "children_guardianship" not in tables_with_rows()
