"""Who is asked to a meeting, and what they are told; who is not finds no trace."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from laget.audit.models import Event
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.meetings import actions
from laget.meetings.models import Coming, Invitation, Meeting
from laget.messaging.models import Message
from tests.cast import job_of, make_child
from tests.meetings.made import (
    FAMILY,
    STAFF,
    WHY,
    call,
    guardianship,
    in_a_week,
    invitation_of,
    refused,
)
from tests.seen import rows


def told(user, role):
    with acting(user.pk, role):
        return list(
            Message.objects.filter(hat=role, template__contains="meeting").values_list(
                "template", "ids"
            )
        )


def test_those_who_are_asked_are_told_that_there_is_something_and_not_what(
    meeting, holder, nurse, guardian, youth
):
    about = {"meeting": str(meeting.pk)}

    assert told(nurse, STAFF) == [("a_meeting_is_called", about)]
    assert told(guardian, FAMILY) == [("our_meeting_is_called", about)]
    assert told(youth, FAMILY) == [("our_meeting_is_called", about)]
    assert told(holder, STAFF) == []


def test_whoever_calls_the_meeting_comes(meeting, holder):
    with acting(holder.pk, STAFF):
        assert invitation_of(meeting, job=holder).answer == Coming.YES


def test_who_is_not_asked_finds_no_trace(meeting, holder, guardian, father, youth):
    with acting(holder.pk, STAFF):
        actions.put_on_agenda(meeting, text="Matpakka", by=holder)
    asked = "SELECT count(*) FROM audit_event WHERE action LIKE 'meeting.%'"
    found = {}
    for who in (father, guardian, youth):
        with acting(who.pk, FAMILY):
            found[who.username] = (Meeting.objects.count(), rows(asked)[0][0])

    assert found == {"father": (0, 0), "guardian": (1, 2), "youth": (1, 2)}
    assert told(father, FAMILY) == []


def test_a_guardian_who_is_barred_or_may_not_see_is_never_asked(
    nora, noras_log, holder, barred
):
    with acting(holder.pk, STAFF):
        theirs = guardianship(nora, barred)
        with pytest.raises(RuleBroken, match="Jon Sand"), transaction.atomic():
            call(noras_log, holder, guardians=[theirs])
        meeting = call(noras_log, holder)
        with refused("guardian_who_may_see"):
            Invitation.objects.create(meeting=meeting, guardian=theirs)


def test_nobody_at_work_is_asked_who_is_not_on_the_team(
    noras_log, holder, adviser, meeting
):
    with acting(holder.pk, STAFF), refused("one_of_the_team"):
        actions.invite(meeting, team=[job_of(adviser)], by=holder)


def test_another_childs_guardian_is_not_asked(
    noras_log, holder, father, bygdevik, kindergarten
):
    with acting(holder.pk, STAFF):
        place = {"municipality": bygdevik, "unit": kindergarten}
        brother = make_child(by=holder, name="Ola Sand", guardians=[father], **place)
        other = guardianship(brother, father)
        with pytest.raises(RuleBroken), transaction.atomic():
            call(noras_log, holder, guardians=[other])
        meeting = call(noras_log, holder)
        with refused("guardian_who_may_see"):
            Invitation.objects.create(meeting=meeting, guardian=other)


def test_a_meeting_is_for_somebody_and_for_a_time_to_come(noras_log, holder):
    past = clock.now() - timedelta(hours=1)
    with acting(holder.pk, STAFF):
        with pytest.raises(RuleBroken):
            call(noras_log, holder, starts_at=past)
        with pytest.raises(RuleBroken):
            call(noras_log, holder, ends_at=in_a_week())
        with pytest.raises(RuleBroken):
            call(noras_log, holder, team=[])
        assert Meeting.objects.count() == 0


def test_another_time_asks_everybody_anew_and_other_words_do_not(
    meeting, holder, guardian
):
    with acting(guardian.pk, FAMILY):
        mine = invitation_of(meeting, guardian)
        actions.answer(mine, said=Coming.YES, by=guardian)
    same = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at}
    with acting(holder.pk, STAFF):
        actions.move(meeting, **same, place="Biblioteket", why=WHY, by=holder)
        assert invitation_of(meeting, guardian).answer == Coming.YES
        later = {"starts_at": in_a_week(24), "ends_at": in_a_week(25)}
        actions.move(meeting, **later, place="Biblioteket", why=WHY, by=holder)
        assert invitation_of(meeting, guardian).answer == Coming.NOT_ANSWERED
        assert meeting.sequence == 2
    assert [template for template, _ids in told(guardian, FAMILY)].count(
        "our_meeting_is_moved"
    ) == 2


def test_who_was_overtaken_looks_first(meeting, holder, nurse):
    same = {"starts_at": meeting.starts_at, "ends_at": meeting.ends_at}
    with acting(holder.pk, STAFF):
        actions.move(meeting, **same, place="A", why=WHY, sequence=0, by=holder)
        with pytest.raises(RuleBroken, match="noen andre|Somebody else|Noen andre"):
            actions.move(meeting, **same, place="B", why=WHY, sequence=0, by=holder)


def test_what_is_called_off_stays_so(meeting, holder, guardian):
    with acting(holder.pk, STAFF):
        actions.cancel(meeting, why="Sykdom", by=holder)
        with pytest.raises(RuleBroken):
            actions.cancel(meeting, why="Igjen", by=holder)
        with refused("changes_forward"):
            again = Meeting.objects.filter(pk=meeting.pk)
            again.update(cancelled_at=None, sequence=9)
    assert "our_meeting_is_called_off" in dict(told(guardian, FAMILY))


def test_a_guardian_who_is_not_asked_any_more_sees_nothing(meeting, holder, guardian):
    with acting(holder.pk, STAFF):
        actions.take_back(invitation_of(meeting, guardian), by=holder)
    with acting(guardian.pk, FAMILY):
        assert not Meeting.objects.exists()
        assert not Event.objects.filter(action__startswith="meeting.").exists()
    with acting(holder.pk, STAFF):
        child = meeting.log.child
        theirs = [guardianship(child, guardian)]
        actions.invite(meeting, guardians=theirs, by=holder)
    with acting(guardian.pk, FAMILY):
        assert Meeting.objects.exists()


def test_the_family_calls_no_meeting_and_asks_nobody(
    meeting, noras_log, guardian, nora, father
):
    with acting(guardian.pk, FAMILY):
        with pytest.raises(DatabaseError), transaction.atomic():
            call(noras_log, guardian, team=[], child=True)
        with pytest.raises(DatabaseError), transaction.atomic():
            Invitation.objects.create(
                meeting=meeting, guardian=guardianship(nora, father)
            )
        with pytest.raises(DatabaseError), transaction.atomic():
            mine = Invitation.objects.filter(guardian__user=guardian)
            mine.update(withdrawn_at=clock.now())
        changed = Meeting.objects.filter(pk=meeting.pk)
        assert changed.update(place="Hjemme", sequence=7) == 0
