import pytest

from laget.audit.models import Event
from laget.consents import actions as consents
from laget.kernel import RuleBroken
from laget.kernel.acting import acting
from laget.logs import actions
from laget.logs.models import Handover, Log
from laget.messaging.models import Message
from tests.cast import STAFF, job_of, make_consent
from tests.seen import consent_of


@pytest.fixture
def offered(log, holder, colleague):
    with acting(holder.pk, STAFF):
        return offer(log, holder, colleague)


def offer(log, by, to, **words):
    told = {"reason": "Jeg går i permisjon.", "must_know": "Ida er viktig."} | words
    return actions.offer(log, to=job_of(to), by=by, **told)


def holder_of(log, seen_by):
    with acting(seen_by.pk, STAFF):
        return Log.objects.get(pk=log.pk).holder


def test_until_the_offer_is_accepted_the_giver_holds_the_log(log, offered, holder):
    assert holder_of(log, holder) == holder


def test_the_one_who_accepts_holds_the_log_and_is_on_the_team(
    log, offered, holder, colleague
):
    with acting(colleague.pk, STAFF):
        actions.accept(Handover.objects.get())

    assert holder_of(log, colleague) == colleague
    with acting(colleague.pk, STAFF):
        log.refresh_from_db()
        assert log.has_on_team(colleague)
        assert Event.objects.filter(action="handover.accepted").count() == 1


def test_the_giver_is_told_that_it_was_taken_over(log, offered, holder, colleague):
    with acting(colleague.pk, STAFF):
        actions.accept(Handover.objects.get())

    with acting(holder.pk, STAFF):
        assert Message.objects.filter(template="your_log_was_taken_over").count() == 1


def test_the_one_who_declines_says_why_and_the_giver_still_holds_it(
    log, offered, holder, colleague
):
    with acting(colleague.pk, STAFF):
        actions.decline(Handover.objects.get(), answer="Jeg slutter til sommeren.")

    assert holder_of(log, holder) == holder
    with acting(holder.pk, STAFF):
        assert Handover.objects.get().answer == "Jeg slutter til sommeren."


def test_an_offer_that_is_taken_back_cannot_be_accepted(
    log, offered, holder, colleague
):
    with acting(colleague.pk, STAFF):
        late = Handover.objects.select_related("log", "to").get()
    with acting(holder.pk, STAFF):
        actions.take_back(Handover.objects.get())

    with (
        acting(colleague.pk, STAFF),
        pytest.raises((RuleBroken, Handover.DoesNotExist)),
    ):
        actions.accept(late)
    assert holder_of(log, holder) == holder


def test_a_log_is_offered_to_one_at_a_time(at_work, log, holder, colleague, nurse):
    offer(log, holder, colleague)

    with pytest.raises(RuleBroken, match="already been offered"):
        offer(log, holder, nurse)


def test_a_log_is_not_offered_to_a_service_the_family_has_not_said_yes_to(
    at_work, log, holder, teacher
):
    with pytest.raises(RuleBroken, match="not said yes"):
        offer(log, holder, teacher)


def test_a_log_is_not_offered_to_its_own_holder(at_work, log, holder):
    with pytest.raises(RuleBroken):
        offer(log, holder, holder)


def test_before_school_the_log_goes_to_the_schools_own_staff(
    log, child, holder, teacher, school
):
    with acting(holder.pk, STAFF):
        make_consent(child, school.service, by=holder)
        offer(log, holder, teacher)
    with acting(teacher.pk, STAFF):
        actions.accept(Handover.objects.get())
        log = Log.objects.select_related("child", "unit", "holder").get()
        actions.move_to_unit(log, school)

    assert holder_of(log, teacher) == teacher
    with acting(holder.pk, STAFF):
        assert not Log.objects.exists(), "the kindergarten's part has ended"


def test_the_new_holder_takes_over_what_others_can_no_longer_look_after(
    log, child, goal, intervention, holder, teacher, school
):
    with acting(holder.pk, STAFF):
        make_consent(child, school.service, by=holder)
        offer(log, holder, teacher)
    with acting(teacher.pk, STAFF):
        actions.accept(Handover.objects.get())
        log = Log.objects.select_related("child", "unit", "holder").get()
        actions.move_to_unit(log, school)

        owners = {log.goals.get().owner, log.interventions.get().owner}
    assert owners == {teacher}


def test_the_child_is_not_moved_away_from_its_holder(at_work, log, school):
    with pytest.raises(RuleBroken, match="Hand over"):
        actions.move_to_unit(log, school)


def test_an_offer_falls_with_the_consent_it_needed(log, child, holder, nurse):
    with acting(holder.pk, STAFF):
        offer(log, holder, nurse)
        consents.withdraw(consent_of(child, nurse), by=holder)

    with acting(nurse.pk, STAFF), pytest.raises(RuleBroken, match="not said yes"):
        actions.accept(Handover.objects.select_related("log__child", "log__unit").get())
    assert holder_of(log, holder) == holder
