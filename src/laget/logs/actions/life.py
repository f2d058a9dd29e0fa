"""A log's life: opened, raised or lowered, moved with the child, closed."""

from datetime import date

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.children.models import Child
from laget.concerns.models import Concern, Heard
from laget.kernel import RuleBroken, clock
from laget.logs.actions.baton import answer_open_offers
from laget.logs.actions.locking import (
    lock_open,
    must_be_to_come,
    must_have_basis,
    must_not_be_family,
)
from laget.logs.joining import members
from laget.logs.models import Closed, Goal, LevelChange, Log, Participation, Result
from laget.messaging.models import queue
from laget.organisation.models import Employment, Unit

ONE_OPEN = "log_one_open_per_child"


@transaction.atomic
def open_log(
    child: Child,
    *,
    by: Employment,
    level: int = 1,
    next_on: date,
    concern: Concern | None = None,
) -> Log:
    """Open a log, held by who opens it. A child has one open log at a time.

    At level 1 it is the own unit's follow-up. From level 2 it is shared with others,
    and the family must have said yes to at least one service besides.
    """
    must_be_to_come(next_on)
    must_not_be_family(child, by.user)
    child.lock()
    if child.logs.open().exists():
        raise RuleBroken(_("The child already has an open log."))
    if level > 1 and not _others_with_consent(child, by.unit):
        raise RuleBroken(_("Ask the family for consent before the log is shared."))
    log = Log(
        child=child,
        concern=concern,
        unit=by.unit,
        level=level,
        holder=by.user,
        opened_by=by.user,
        next_on=next_on,
    )
    _save_the_only_one(log)
    Participation.objects.create(log=log, employment=by)
    note("log.opened", log, level=level)
    return log


def _save_the_only_one(log: Log) -> None:
    """Others may have opened one since, which who worked with the child cannot see."""
    try:
        with transaction.atomic():
            log.save(force_insert=True)
    except IntegrityError as hidden:
        if ONE_OPEN not in str(hidden):
            raise
        raise RuleBroken(_("The child already has an open log.")) from hidden


@transaction.atomic
def look_again(log: Log, *, on: date) -> None:
    """Set when the team looks at the log again."""
    lock_open(log)
    must_be_to_come(on)
    log.next_on = on
    log.save(update_fields=["next_on"])
    note("log.next_date", log, on=str(on))


@transaction.atomic
def raise_level(
    log: Log,
    *,
    to: int,
    tried: str,
    how_it_went: str,
    child_view: str,
    heard: Heard,
    best_interests: str,
    by: User,
) -> LevelChange:
    """More help together. What was tried has been evaluated, and the child heard.

    Raises RuleBroken when an intervention stands without a review, or when others are
    to join and the family has not said yes to any of them.
    """
    lock_open(log)
    if to <= log.level:
        raise RuleBroken(_("The log is already at this level."))
    if log.interventions.open().filter(reviews=None).exists():
        raise RuleBroken(_("Evaluate what has been tried before the level is raised."))
    if not _others_with_consent(log.child, log.unit):
        raise RuleBroken(_("Ask the family for consent before the log is shared."))
    return _change_level(
        *(log, to, by, "log.raised"),
        tried=tried,
        how_it_went=how_it_went,
        child_view=child_view,
        heard=heard,
        best_interests=best_interests,
    )


@transaction.atomic
def lower_level(
    log: Log,
    *,
    to: int,
    tried: str,
    how_it_went: str,
    child_view: str,
    heard: Heard,
    best_interests: str,
    by: User,
) -> LevelChange:
    """Less help is needed. Nothing is deleted; the reason and the date are kept."""
    lock_open(log)
    if to >= log.level:
        raise RuleBroken(_("The log is already at this level."))
    return _change_level(
        *(log, to, by, "log.lowered"),
        tried=tried,
        how_it_went=how_it_went,
        child_view=child_view,
        heard=heard,
        best_interests=best_interests,
    )


@transaction.atomic
def move_to_unit(log: Log, unit: Unit) -> None:
    """The child now belongs to another unit, such as a school after kindergarten.

    The follow-up becomes that unit's own task. The baton goes first: the holder must
    have a basis of their own afterwards, so that the log is never out of sight. What
    those are responsible for who then see it no more, the holder takes over.
    """
    lock_open(log)
    job = log.participations.current().get(employment__user=log.holder).employment
    if job.unit_id != unit.pk:
        try:
            must_have_basis(log.child, unit, job)
        except RuleBroken as error:
            raise RuleBroken(
                _("Hand over the log first, so that somebody there holds it.")
            ) from error
    _take_over_what_is_left(log, unit)
    note("child.moved_unit", log, object=log, unit=str(unit.pk))
    log.child.unit, log.unit = unit, unit
    log.child.save(update_fields=["unit"])
    log.moved_at = clock.now()
    log.save(update_fields=["unit", "moved_at"])


@transaction.atomic
def close(
    log: Log,
    *,
    why: Closed,
    text: str,
    child_words: str,
    heard: Heard,
    guardian_words: str,
    follows_on: str,
    results: dict[Goal, tuple[Result, str]],
    by: User,
) -> None:
    """Close the log: a result for each goal, the family's words, who follows on.

    It stays readable to those who may; a new concern starts anew.
    """
    lock_open(log)
    _end_goals(log, results)
    log.interventions.open().update(ended_at=clock.now(), ended_by=by)
    answer_open_offers(log)
    log.closed_at, log.closed_by, log.closed_why = clock.now(), by, why
    log.closed_text, log.follows_on = text, follows_on
    log.child_words, log.child_heard = child_words, heard
    log.guardian_words = guardian_words
    log.save(
        update_fields=[
            *("closed_at", "closed_by", "closed_why", "closed_text", "follows_on"),
            *("child_words", "child_heard", "guardian_words"),
        ]
    )
    note("log.closed", log, why=why)
    for part in log.participations.current().for_team():
        if part.employment.user_id != by.pk:
            queue("a_log_was_closed", to=part.employment.user, log=log.pk)


def _take_over_what_is_left(log: Log, unit: Unit) -> None:
    """Nothing is left with somebody who can no longer see it."""
    leaving = [m.user.pk for m in members(log, unit) if not m.has_basis]
    for owned in (log.goals.open(), log.interventions.open()):
        owned.filter(owner__in=leaving).update(owner=log.holder)


def _end_goals(log: Log, results: dict[Goal, tuple[Result, str]]) -> None:
    """Each open goal gets its result. Raises RuleBroken for one that has none."""
    for goal in log.goals.open():
        if goal not in results:
            raise RuleBroken(_("Write how it went with: %s") % goal.text)
        goal.ended_at, (goal.result, goal.result_text) = clock.now(), results[goal]
        goal.save(update_fields=["ended_at", "result", "result_text"])


def _others_with_consent(child: Child, unit: Unit) -> bool:
    return child.consents.standing().exclude(service=unit.service_id).exists()


def _change_level(
    log: Log, to: int, by: User, action: str, **words: str
) -> LevelChange:
    change = LevelChange.objects.create(
        log=log, from_level=log.level, to_level=to, decided_by=by, **words
    )
    log.level = to
    log.save(update_fields=["level"])
    note(action, log, object=change, level=to)
    return change
