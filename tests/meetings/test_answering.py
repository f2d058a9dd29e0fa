"""One answers for oneself, and what the family has said may be written down."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from laget.audit.models import Event
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.meetings import actions
from laget.meetings.models import AgendaItem, Coming, Invitation, Minutes
from tests.meetings.made import FAMILY, GUEST, STAFF, invitation_of, refused

REFUSED = "answered_by_whom_it_is_to"


def force(invitation, said="yes"):
    """As if the code asked nothing."""
    with transaction.atomic():
        mine = Invitation.objects.filter(pk=invitation.pk)
        assert mine.update(answer=said, answered_at=clock.now())


def test_yes_then_another_time_in_ones_own_words(meeting, guardian, holder):
    with acting(guardian.pk, FAMILY):
        mine = invitation_of(meeting, guardian)
        actions.answer(mine, said=Coming.YES, by=guardian)
        actions.answer(
            mine, said=Coming.OTHER_TIME, words="Etter klokka 16", by=guardian
        )
    with acting(holder.pk, STAFF):
        found = invitation_of(meeting, guardian)
        noted = Event.objects.filter(action="meeting.answered").values_list(
            "details", flat=True
        )
        assert (found.answer, found.words) == ("other_time", "Etter klokka 16")
        assert [each["on_their_word"] for each in noted] == [False, False]


def test_nobody_in_the_family_answers_for_another(meeting, guardian, youth, holder):
    with acting(holder.pk, STAFF):
        hers = invitation_of(meeting)
        mothers, holders = (
            invitation_of(meeting, guardian),
            invitation_of(meeting, job=holder),
        )
    for who, not_theirs in ((guardian, [hers, holders]), (youth, [mothers, holders])):
        with acting(who.pk, FAMILY):
            for each in not_theirs:
                with refused(REFUSED):
                    force(each)


def test_what_a_guardian_said_on_the_telephone_is_written_down_as_such(
    meeting, guardian, nurse
):
    with acting(nurse.pk, STAFF):
        theirs = invitation_of(meeting, guardian)
        actions.answer(theirs, said=Coming.YES, words="Ringte", by=nurse)
        noted = Event.objects.get(action="meeting.answered")
        assert noted.details == {"answer": "yes", "on_their_word": True}


def test_nobody_at_work_answers_for_a_colleague(meeting, nurse, holder):
    with acting(nurse.pk, STAFF), refused(REFUSED):
        force(invitation_of(meeting, job=holder))


def test_a_meeting_that_is_off_or_over_or_taken_back_is_not_answered(
    meeting, guardian, holder, youth
):
    over = meeting.ends_at + timedelta(seconds=1)
    with clock.at(over), acting(guardian.pk, FAMILY):
        mine = invitation_of(meeting, guardian)
        with pytest.raises(RuleBroken):
            actions.answer(mine, said=Coming.YES, by=guardian)
        with refused("stands_when_it_is_answered"):
            force(mine)
    with acting(holder.pk, STAFF):
        hers = invitation_of(meeting)
        actions.take_back(hers, by=holder)
        with refused("stands_when_it_is_answered"):
            force(hers)
        actions.cancel(meeting, why="Sykdom", by=holder)
    with acting(guardian.pk, FAMILY):
        mine = invitation_of(meeting, guardian)
        with pytest.raises(RuleBroken):
            actions.answer(mine, said=Coming.NO, by=guardian)
        with refused("stands_when_it_is_answered"):
            force(mine)


def test_own_words_on_the_agenda_are_taken_away_by_oneself_only(
    meeting, guardian, youth, holder
):
    with acting(youth.pk, FAMILY):
        item = actions.put_on_agenda(meeting, text="Gruppearbeid", by=youth)
    for who, role in ((guardian, FAMILY), (holder, STAFF)):
        with acting(who.pk, role):
            theirs = AgendaItem.objects.filter(pk=item.pk)
            assert theirs.count() == 1
            assert theirs.update(removed_at=clock.now()) == 0
    with acting(youth.pk, FAMILY):
        actions.take_off_agenda(AgendaItem.objects.get(pk=item.pk))
        assert not meeting.agenda.standing().exists()


def test_the_agenda_is_closed_when_the_meeting_is_over_and_to_a_guest(
    meeting, link, guardian, doctor
):
    over = meeting.ends_at + timedelta(seconds=1)
    with clock.at(over), acting(guardian.pk, FAMILY):
        with pytest.raises(RuleBroken):
            actions.put_on_agenda(meeting, text="For sent", by=guardian)
        with refused("agenda_is_open"):
            AgendaItem.objects.create(meeting=meeting, text="x", by=guardian)
    with acting(doctor.pk, GUEST):
        actions.take_seat(link)
        with refused("agenda_is_open"):
            AgendaItem.objects.create(meeting=meeting, text="x", by=doctor)


@pytest.fixture
def draft(meeting, holder):
    with acting(holder.pk, STAFF):
        return actions.write_minutes(meeting, text="Enige.", version=0, by=holder)


def test_a_draft_is_the_writers_own_until_it_is_shared_with_all(
    draft, holder, nurse, guardian, father, youth
):
    def readers():
        found = {}
        for who, role in (
            (nurse, STAFF),
            (guardian, FAMILY),
            (father, FAMILY),
            (youth, FAMILY),
        ):
            with acting(who.pk, role):
                found[who.username] = Minutes.objects.exists()
        return found

    assert set(readers().values()) == {False}
    with acting(holder.pk, STAFF):
        actions.share_minutes(draft, by=holder)
    assert readers() == {
        "nurse": True,
        "guardian": True,
        "father": False,
        "youth": True,
    }


def test_minutes_that_are_shared_are_never_changed(draft, meeting, holder):
    with acting(holder.pk, STAFF):
        actions.share_minutes(draft, by=holder)
        with pytest.raises(RuleBroken):
            actions.write_minutes(meeting, text="Noe annet", version=1, by=holder)
        for change in ({"text": "Noe annet"}, {"shared_at": None}):
            with refused("stand_when_shared"):
                Minutes.objects.filter(pk=draft.pk).update(**change)


def test_two_on_the_team_do_not_write_minutes_over_one_another(draft, meeting, nurse):
    with acting(nurse.pk, STAFF):
        with pytest.raises(RuleBroken):
            actions.write_minutes(meeting, text="Mine", version=0, by=nurse)
        assert Minutes.objects.filter(pk=draft.pk).update(text="Mine") == 0


def test_a_family_member_writes_no_minutes(meeting, guardian):
    with acting(guardian.pk, FAMILY):
        mine = {"text": "x", "written_by": guardian}
        with pytest.raises(DatabaseError), transaction.atomic():
            Minutes.objects.create(meeting=meeting, **mine)
