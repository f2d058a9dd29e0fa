"""A conversation is between the team and those in it; to others it leaves no trace."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from laget.audit.models import Event
from laget.children import actions as children
from laget.children.models import Guardianship, ShieldedBecause
from laget.consents import actions as consents
from laget.consents.models import Consent
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.messaging.models import Message
from laget.messaging.visible import to, unread, visible
from laget.threads import people
from laget.threads.models import Party, Post, Receipt, Thread
from tests.cast import make_child
from tests.threads.conftest import answer, begin, words

STAFF, FAMILY = Role.STAFF, Role.FAMILY


def seen(user, hat=FAMILY):
    with acting(user.pk, hat):
        return Thread.objects.count()


def traces(user, thread):
    """Everything of the conversation that reaches somebody of the family."""
    with acting(user.pk, FAMILY):
        return [
            *Thread.objects.all(),
            *Party.objects.all(),
            *Post.objects.all(),
            *Receipt.objects.all(),
            *Event.objects.filter(action__startswith="thread."),
            *Event.objects.filter(object=thread.pk),
            *visible(to(user, FAMILY).filter(ids__has_key="thread")),
        ]


def test_what_one_guardian_writes_alone_the_other_does_not_find(
    talk, guardian, father, youth, barred, holder, nurse
):
    assert (seen(guardian), seen(holder, STAFF), seen(nurse, STAFF)) == (1, 1, 1)
    for other in (father, youth, barred):
        assert traces(other, talk) == []


def test_what_the_young_person_writes_alone_no_guardian_finds(
    noras_log, guardian, father, youth, holder
):
    talk = begin(noras_log, youth, text="Ikke si det hjemme.")
    answer(talk, holder)
    assert words(youth) == ["Ikke si det hjemme.", "Vi tar det opp."]
    assert (traces(guardian, talk), traces(father, talk)) == ([], [])


def test_both_guardians_and_the_young_person_when_the_writer_chooses_it(
    noras_log, guardian, father, youth
):
    begin(noras_log, guardian, whom=[father, youth])
    assert (seen(guardian), seen(father), seen(youth)) == (1, 1, 1)


def test_staff_outside_the_team_find_nothing(talk, colleague, leader, stranger):
    assert [seen(who, STAFF) for who in (colleague, leader, stranger)] == [0, 0, 0]


def test_what_the_team_writes_only_the_chosen_find(noras_log, holder, guardian, father):
    begin(noras_log, holder, hat=STAFF, whom=[father])
    assert (seen(father), seen(guardian)) == (1, 0)


def test_one_who_is_barred_is_never_among_those_to_choose(nora, noras_log, holder):
    with acting(holder.pk, STAFF):
        assert {one.name for one in people.of_the_family(nora)} == {
            *("Nora Sand", "Maria Sand", "Ivar Sand")
        }


@pytest.mark.parametrize("by", ["guardian", "holder"])
def test_the_database_lets_no_one_who_is_barred_in(
    by, request, noras_log, nora, barred
):
    """Whatever the application should come to ask for."""
    user, hat = request.getfixturevalue(by), FAMILY if by == "guardian" else STAFF
    with acting(nora.registered_by_id, STAFF):
        theirs = Guardianship.objects.get(child=nora, user=barred)
    with acting(user.pk, hat):
        thread = Thread(log=noras_log, subject="x", started_by=user)
        thread.save(force_insert=True)
        with pytest.raises(DatabaseError, match="party"), transaction.atomic():
            Party(thread=thread, guardian=theirs).save(force_insert=True)


def test_nobody_is_let_in_afterwards(talk, guardian, father, nora):
    with acting(guardian.pk, FAMILY):
        theirs = Guardianship.objects.get(child=nora, user=father)
        with pytest.raises(DatabaseError), transaction.atomic():
            Party(thread=talk, guardian=theirs).save(force_insert=True)


def test_no_guardian_of_another_child_is_let_in(
    noras_log, holder, bygdevik, kindergarten, doctor
):
    with acting(holder.pk, STAFF):
        other = make_child(
            by=holder,
            municipality=bygdevik,
            unit=kindergarten,
            name="Emil Ask",
            guardians=[doctor],
        )
        theirs = Guardianship.objects.get(child=other)
        thread = Thread(log=noras_log, subject="x", started_by=holder)
        thread.save(force_insert=True)
        with pytest.raises(DatabaseError, match="party"), transaction.atomic():
            Party(thread=thread, guardian=theirs).save(force_insert=True)


def test_a_consent_taken_back_closes_it_at_once(talk, nurse, nora, guardian, holder):
    with acting(holder.pk, STAFF):
        consents.withdraw(Consent.objects.get(child=nora), reason="Nei.", by=holder)
    assert seen(nurse, STAFF) == 0
    with acting(holder.pk, STAFF):
        assert nurse.name not in {one.name for one in people.team(talk.log)}


def test_a_guardianship_that_has_ended_closes_it_at_once(talk, guardian, nora, holder):
    with acting(holder.pk, STAFF):
        children.end_guardianship(Guardianship.objects.get(child=nora, user=guardian))
    assert traces(guardian, talk) == []


def test_a_conversation_held_back_leaves_no_trace(
    noras_log, nora, guardian, father, holder
):
    talk = begin(noras_log, guardian, whom=[father])
    answer(talk, holder)
    with acting(holder.pk, STAFF):
        theirs = Guardianship.objects.get(child=nora, user=father)
        children.shield(
            talk, nora, from_=theirs, because=ShieldedBecause.SAFETY, by=holder
        )
        readers = [one.name for one in people.family_in(talk)]
    assert readers == ["Maria Sand"]
    assert traces(father, talk) == []
    with acting(father.pk, FAMILY):
        left = visible(to(father, FAMILY))
        assert unread(father) == len(left)
        assert "the_team_has_written" not in {one.template for one in left}
    with acting(guardian.pk, FAMILY):
        assert unread(guardian) == len(visible(to(guardian, FAMILY))) > 1
    answer(talk, holder, "Mer.")
    with acting(father.pk, FAMILY):
        told = Message.objects.filter(template="the_team_has_written")
        assert told.count() == 2, "one from each, before; none since"


def test_a_service_let_in_from_now_on_reads_nothing_begun_before(
    noras_log, nurse, nora, guardian, holder
):
    with clock.at(clock.now() - timedelta(days=1)):
        talk = begin(noras_log, guardian)
    assert seen(nurse, STAFF) == 1
    with acting(holder.pk, STAFF):
        Consent.objects.filter(child=nora).update(earlier=False)
        since = people.team(talk.log, talk.started_at)
        assert nurse.name not in {one.name for one in since}
    assert seen(nurse, STAFF) == 0
