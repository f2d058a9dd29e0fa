"""Who may do what: a table a state. What is not in a table, nobody may do."""

import pytest

from laget.access import door
from laget.access.rules import RULES
from laget.consents import actions as consents
from laget.kernel.acting import Role, acting
from laget.logs import actions
from laget.logs.models import Goal, Handover, Intervention, Log, Participation
from tests.cast import STAFF, job_of
from tests.logs.asked import close
from tests.seen import consent_of

LOOK = {"read", "meetings", "messages"}
WORK = LOOK | {"write", "write_entry", "fill", "call_meeting", "write_to_family"}
HOLD = {"offer", "close", "invite", "change_level", "move", "next_date"}
HOLD |= {"offer_what_is_due"}
NOBODY_ELSE = {
    **dict.fromkeys(("colleague", "leader", "caseworker", "teacher", "rector"), None),
    **dict.fromkeys(("stranger", "stranger_leader", "guardian", "barred"), None),
    "youth": None,
}

OPEN_LOG = {"holder": WORK | HOLD, "nurse": WORK, "adviser": WORK, **NOBODY_ELSE}
CLOSED_LOG = {"holder": LOOK, "nurse": LOOK, "adviser": LOOK, **NOBODY_ELSE}
WITHDRAWN = OPEN_LOG | {"nurse": None}
OFFERED_LOG = OPEN_LOG | {"colleague": {"read", "meetings"}}

DO_GOAL = {"add_intervention", "change", "end"}
DO_INTERVENTION = {"change", "review"}
# held back from somebody at home by who is responsible for it, and by the holder
SHIELD = {"holder": {"shield"}}
HANDOVER = {
    "holder": {"read", "take_back"},
    "nurse": {"read"},
    "adviser": {"read"},
    **NOBODY_ELSE,
    "colleague": {"read", "accept", "decline"},
}


def may(user, model, key):
    """The verbs someone may do to it; None where they do not see that it is there."""
    with acting(user.pk, STAFF):
        found = door.permitted(user, model.objects.filter(pk=key)).first()
        return {verb for verb, can in found.can.items() if can} if found else None


@pytest.fixture
def who(request):
    return request.getfixturevalue


@pytest.mark.parametrize("person", OPEN_LOG)
def test_an_open_log(who, log, person):
    assert may(who(person), Log, log.pk) == OPEN_LOG[person]


@pytest.mark.parametrize("person", CLOSED_LOG)
def test_a_closed_log(who, log, holder, person):
    with acting(holder.pk, STAFF):
        close(log, holder)

    assert may(who(person), Log, log.pk) == CLOSED_LOG[person]


@pytest.mark.parametrize("person", WITHDRAWN)
def test_a_log_whose_consent_for_the_nurse_was_withdrawn(
    who, log, holder, child, nurse, person
):
    with acting(holder.pk, STAFF):
        consents.withdraw(consent_of(child, nurse), by=holder)

    assert may(who(person), Log, log.pk) == WITHDRAWN[person]


@pytest.mark.parametrize("person", OFFERED_LOG)
def test_a_log_that_is_offered_to_a_colleague(who, log, offered, person):
    assert may(who(person), Log, log.pk) == OFFERED_LOG[person]


@pytest.mark.parametrize("person", HANDOVER)
def test_an_offer_to_a_colleague(who, offered, person):
    assert may(who(person), Handover, offered.pk) == HANDOVER[person]


@pytest.mark.parametrize("person", OPEN_LOG)
def test_a_goal(who, goal, person):
    expected = DO_GOAL | SHIELD.get(person, set()) if OPEN_LOG[person] else None
    assert may(who(person), Goal, goal.pk) == expected


@pytest.mark.parametrize("person", OPEN_LOG)
def test_an_intervention(who, intervention, person):
    own = SHIELD.get(person, set())
    expected = DO_INTERVENTION | own if OPEN_LOG[person] else None
    assert may(who(person), Intervention, intervention.pk) == expected


def test_a_goal_in_a_closed_log_can_only_be_read_or_held_back(goal, log, holder):
    with acting(holder.pk, STAFF):
        close(log, holder)

    assert may(holder, Goal, goal.pk) == {"shield"}


def test_each_may_leave_and_the_holder_may_take_others_off(log, holder, nurse, adviser):
    with acting(holder.pk, STAFF):
        parts = {p.employment.user_id: p.pk for p in log.participations.for_team()}

    def on(user, whose):
        return may(user, Participation, parts[whose.pk])

    assert (on(holder, holder), on(holder, nurse)) == (set(), {"remove"})
    assert (on(nurse, nurse), on(nurse, adviser)) == ({"leave"}, set())


def test_no_verb_of_these_records_is_left_out_of_the_tables():
    def verbs(model):
        return {r.verb for r in RULES if r.model is model and r.role == Role.STAFF}

    assert verbs(Log) == WORK | HOLD | {"hand_on"}
    assert verbs(Handover) == set().union(*filter(None, HANDOVER.values()))
    assert verbs(Goal) == DO_GOAL | {"shield"}
    assert verbs(Intervention) == DO_INTERVENTION | {"shield"}
    assert verbs(Participation) == {"leave", "remove"}


@pytest.fixture
def offered(log, holder, colleague):
    with acting(holder.pk, STAFF):
        return actions.offer(log, to=job_of(colleague), reason="Bytte", by=holder)
