"""Goals, what is done for them, and whether it helps."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.catalogue.models import Programme
from laget.concerns.models import Heard
from laget.kernel import RuleBroken, clock
from laget.logs.actions.locking import (
    lock_open,
    must_be_latest,
    must_be_on_team,
    must_be_to_come,
)
from laget.logs.models import Effect, Goal, Intervention, Log, Next, Result, Review


@transaction.atomic
def set_goal(
    log: Log,
    *,
    text: str,
    owner: User,
    next_on: date,
    start: int | None = None,
    wanted: int | None = None,
    needs: Sequence[str] = (),
) -> Goal:
    """Agree on a goal, in the family's words. The scale is theirs, from 1 to 10.

    `needs` are the areas that the team says it is about: nothing else chooses them.
    """
    lock_open(log)
    must_be_to_come(next_on)
    must_be_on_team(log, owner)
    goal = Goal.objects.create(
        log=log,
        text=text,
        owner=owner,
        next_on=next_on,
        start=start,
        now=start,
        wanted=wanted,
        needs=list(needs),
    )
    note("goal.set", log, object=goal)
    return goal


@transaction.atomic
def change_goal(
    goal: Goal,
    *,
    version: int,
    text: str,
    now: int | None,
    wanted: int | None,
    owner: User,
    next_on: date,
    needs: Sequence[str] | None = None,
) -> None:
    """Reword the goal, say where the family sees it now, or give it a new owner."""
    lock_open(goal.log)
    goal.lock()
    mine = {"text": text, "now": now, "wanted": wanted, "next_on": next_on}
    must_be_latest(goal, version, **mine)
    _must_go_on(goal)
    must_be_on_team(goal.log, owner)
    _must_be_to_come_if_new(next_on, goal.next_on)
    goal.text, goal.now, goal.wanted = text, now, wanted
    goal.owner, goal.next_on, goal.version = owner, next_on, version + 1
    goal.needs = goal.needs if needs is None else list(needs)
    fields = ["text", "now", "wanted", "owner", "next_on", "version", "needs"]
    goal.save(update_fields=fields)
    note("goal.changed", goal.log, object=goal)


@transaction.atomic
def end_goal(goal: Goal, *, result: Result, text: str, by: User) -> None:
    """The goal has been reached, or is no longer one; what was done for it ends too."""
    lock_open(goal.log)
    goal.lock()
    _must_go_on(goal)
    goal.ended_at, goal.result, goal.result_text = clock.now(), result, text
    goal.save(update_fields=["ended_at", "result", "result_text"])
    goal.interventions.open().update(ended_at=clock.now(), ended_by=by)
    note("goal.ended", goal.log, object=goal, result=result)


@transaction.atomic
def add_intervention(
    goal: Goal,
    *,
    text: str,
    how_we_see: str,
    owner: User,
    review_on: date,
    starts_on: date | None = None,
    done_by: str = "",
    programme: Programme | None = None,
) -> Intervention:
    """Agree on something to do: who, until when, and how we will see that it helps."""
    lock_open(goal.log)
    goal.lock()
    _must_go_on(goal)
    must_be_to_come(review_on)
    must_be_on_team(goal.log, owner)
    intervention = Intervention.objects.create(
        log=goal.log,
        goal=goal,
        text=text,
        how_we_see=how_we_see,
        owner=owner,
        done_by=done_by,
        programme=programme,
        starts_on=starts_on or clock.today(),
        review_on=review_on,
    )
    note("intervention.added", goal.log, object=intervention)
    return intervention


@transaction.atomic
def change_intervention(
    intervention: Intervention,
    *,
    version: int,
    text: str,
    how_we_see: str,
    owner: User,
    done_by: str,
    review_on: date,
) -> None:
    """Change the words, the owner or the date. Raises Overtaken when another did."""
    lock_open(intervention.log)
    intervention.lock()
    mine = {"text": text, "how_we_see": how_we_see, "done_by": done_by}
    must_be_latest(intervention, version, **mine, review_on=review_on)
    _must_go_on(intervention)
    must_be_on_team(intervention.log, owner)
    _must_be_to_come_if_new(review_on, intervention.review_on)
    intervention.text, intervention.how_we_see = text, how_we_see
    intervention.owner, intervention.done_by = owner, done_by
    intervention.review_on, intervention.version = review_on, version + 1
    fields = ["text", "how_we_see", "owner", "done_by", "review_on", "version"]
    intervention.save(update_fields=fields)
    note("intervention.changed", intervention.log, object=intervention)


@transaction.atomic
def review(
    intervention: Intervention,
    *,
    effect: Effect,
    seen: str,
    child_view: str,
    heard: Heard,
    guardians_view: str,
    decision: Next,
    next_on: date | None,
    by: User,
    version: int | None = None,
) -> Review:
    """Evaluate: did it help, what do the child and the guardians say, and now what?

    To go on or change asks for the next date; to end it ends it here. `version` is what
    was evaluated: raises RuleBroken where somebody has changed or evaluated it since.
    """
    lock_open(intervention.log)
    intervention.lock()
    _must_go_on(intervention)
    _must_have_read(intervention, version)
    made = Review(log=intervention.log, intervention=intervention, reviewed_by=by)
    made.effect, made.seen, made.decision = effect, seen, decision
    made.child_view, made.heard = child_view, heard
    made.guardians_view = guardians_view
    made.next_on = None if decision == Next.END else _date_to_come(next_on)
    made.save(force_insert=True)
    _go_on_or_end(intervention, made)
    note("intervention.reviewed", intervention.log, object=made, decision=decision)
    return made


def _go_on_or_end(intervention: Intervention, made: Review) -> None:
    intervention.version += 1
    if made.next_on is None:
        intervention.ended_at, intervention.ended_by = clock.now(), made.reviewed_by
        intervention.save(update_fields=["ended_at", "ended_by", "version"])
    else:
        intervention.review_on = made.next_on
        intervention.save(update_fields=["review_on", "version"])


def _date_to_come(on: date | None) -> date:
    if on is None:
        raise RuleBroken(_("Say when you will look at it again."))
    must_be_to_come(on)
    return on


def _must_have_read(intervention: Intervention, version: int | None) -> None:
    """Nobody answers for what they have not read."""
    if version is not None and version != intervention.version:
        raise RuleBroken(
            _("Somebody else has just evaluated or changed this. Read it first.")
        )


def _must_be_to_come_if_new(on: date, before: date) -> None:
    """What is overdue may be reworded as it is; a date that is set is to come."""
    if on != before:
        must_be_to_come(on)


def _must_go_on(record: Goal | Intervention) -> None:
    if record.ended_at:
        raise RuleBroken(_("This has already ended."))
