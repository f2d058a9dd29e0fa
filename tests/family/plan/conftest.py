"""A family whose log is full: goals, what is done, how it went, what is written."""

from datetime import timedelta

import pytest

from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions
from laget.logs.models import Effect, EntryKind, Next, Result
from laget.meetings.models import Invitation, Meeting
from tests.cast import in_days

STAFF, FAMILY = Role.STAFF, Role.FAMILY


@pytest.fixture
def full(nora, noras_log, holder, nurse, guardian, father):
    """Nora's plan as it may stand after some months."""
    with acting(holder.pk, STAFF):
        fill(noras_log, holder, nurse)
        meet(noras_log, holder)
    return noras_log


def fill(log, holder, nurse):
    goal = actions.set_goal(
        log,
        text="Jeg vil ha ro i friminuttene",
        owner=holder,
        next_on=in_days(60),
        start=3,
    )
    actions.change_goal(
        goal,
        version=1,
        text=goal.text,
        now=5,
        wanted=8,
        owner=holder,
        next_on=in_days(60),
    )
    for owner, text, days in [
        (holder, "En voksen er med ute", 12),
        (nurse, "Samtaler med Ola", 3),
    ]:
        do(goal, owner, text, days)
    looked(do(goal, nurse, "Frokost på skolen", 20), holder, Effect.NOT, Next.END)
    end_and_write(log, holder)


def end_and_write(log, holder):
    over = actions.set_goal(log, text="Sove bedre", owner=holder, next_on=in_days(9))
    actions.end_goal(over, result=Result.REACHED, text="Nora sover godt.", by=holder)
    actions.write_entry(log, text="Vi snakket om høstferien.", by=holder)
    actions.write_entry(
        log,
        text="Det er best når jeg vet hva som skal skje.",
        kind=EntryKind.VOICE,
        heard="1.1",
        by=holder,
    )


def do(goal, owner, text, days):
    return actions.add_intervention(
        goal,
        text=text,
        how_we_see="Nora gruer seg mindre",
        owner=owner,
        review_on=in_days(days),
    )


def looked(one, by, effect, decision):
    return actions.review(
        one,
        effect=effect,
        seen="Hun ville heller spise hjemme.",
        child_view="Jeg liker ikke å gå tidlig.",
        heard="1.1",
        guardians_view="Morgenene ble travle.",
        decision=decision,
        next_on=in_days(30),
        by=by,
    )


def meet(log, by):
    starts = clock.now() + timedelta(days=5)
    meeting = Meeting.objects.create(
        log=log,
        called_by=by,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        place="Lia barnehage",
        why="Vi møtes om høsten",
    )
    for guardian in log.child.guardianships.seeing():
        Invitation.objects.create(meeting=meeting, guardian=guardian)
