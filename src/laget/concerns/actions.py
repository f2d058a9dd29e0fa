"""Everything that can happen to a concern, from the first words to the decision."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.children.models import Child
from laget.concerns import anonymity
from laget.concerns.models import (
    Advice,
    Concern,
    Conversation,
    Decision,
    Discussion,
    Heard,
    NotTold,
    Share,
)
from laget.kernel import Overtaken, RuleBroken, clock
from laget.messaging.models import queue
from laget.organisation.models import Employment, Municipality, Team

TEXTS = ("label", "strengths", "seen", "since", "child_says", "spoken_with")


@transaction.atomic
def open_concern(
    *, employment: Employment, municipality: Municipality, label: str = ""
) -> Concern:
    """Begin to write down a concern. It is due in the municipality's number of days."""
    concern = Concern.objects.create(
        owner=employment.user,
        employment=employment,
        label=label,
        next_on=clock.today() + timedelta(days=municipality.concern_days),
    )
    note("concern.opened", concern)
    return concern


@transaction.atomic
def write(
    concern: Concern, *, version: int, factors: list[str], **texts: str
) -> Concern:
    """Save what has been written so far; a text that is not given stays as it is.

    What is saved already is saved: a page that saves itself while one presses save is
    no conflict. Raises Overtaken when something else was saved elsewhere since.
    """
    _lock_open(concern)
    mine = {name: texts.get(name, getattr(concern, name)) for name in TEXTS}
    mine["factors"] = factors
    if mine == {name: getattr(concern, name) for name in mine}:
        return concern
    if concern.version != version:
        raise Overtaken(concern, mine)
    for name, value in mine.items():
        setattr(concern, name, value)
    concern.version += 1
    concern.save(update_fields=[*TEXTS, "factors", "version"])
    note("concern.written", concern)
    return concern


@transaction.atomic
def look_again(concern: Concern, *, on: date) -> None:
    """Set the next date. It is never in the past."""
    _lock_open(concern)
    if on < clock.today():
        raise RuleBroken(_("The next date has passed already. Choose one to come."))
    concern.next_on = on
    concern.save(update_fields=["next_on"])
    note("concern.next_date", concern, on=str(on))


@transaction.atomic
def about_child(concern: Concern, child: Child) -> None:
    """Say which child it is about. Once said it stays."""
    _lock_open(concern)
    if concern.child_id and concern.child_id != child.pk:
        raise RuleBroken(_("This concern is already about a child."))
    concern.child = child
    concern.save(update_fields=["child"])
    note("concern.about_child", concern, object=concern)


@transaction.atomic
def share(concern: Concern, *, to: Employment, by: User) -> Share:
    """Let a colleague or the leader of the same unit think along."""
    _lock_open(concern)
    if to.unit_id != concern.employment.unit_id:
        raise RuleBroken(_("A concern is shared within your own unit."))
    if to.user_id == concern.owner_id:
        raise RuleBroken(_("The concern is already this person's."))
    given, new = Share.objects.get_or_create(concern=concern, user=to.user)
    if new:
        note("concern.shared", concern, object=concern, to=str(to.user_id))
        queue("a_concern_is_shared_with_you", to=to.user, concern=concern.pk)
    return given


@transaction.atomic
def pass_on(concern: Concern, *, to: Employment) -> None:
    """Give the concern to somebody in the same unit it has been shared with."""
    _lock_open(concern)
    if not concern.shares.filter(user=to.user_id).exists():
        raise RuleBroken(_("Share the concern first, so that they know what it is."))
    _give(concern, to)
    queue("a_concern_is_yours", to=to.user, concern=concern.pk)


@transaction.atomic
def find_owner(concern: Concern, *, to: Employment, by: User) -> None:
    """The leader gives a concern whose owner has left to somebody at work in the unit.

    Raises RuleBroken while the owner works there, and for somebody of another unit.
    """
    _lock_open(concern)
    if concern.employment.ended_at is None:
        raise RuleBroken(_("The owner works here, and passes it on themselves."))
    if to.unit_id != concern.employment.unit_id or to.ended_at or to.is_away:
        raise RuleBroken(_("Choose somebody who is at work in the same unit."))
    _give(concern, to)
    if to.user_id != by.pk:
        queue("a_concern_is_yours", to=to.user, concern=concern.pk)


@transaction.atomic
def take_over(concern: Concern, *, by: Employment) -> None:
    """Whoever was let in takes over while the owner is long away, and tells them."""
    _lock_open(concern)
    owner, theirs = concern.owner, concern.employment
    if not theirs.is_away:
        raise RuleBroken(_("The owner works here, and passes it on themselves."))
    if by.unit_id != theirs.unit_id:
        raise RuleBroken(_("Choose somebody who is at work in the same unit."))
    _give(concern, by)
    queue("your_concern_was_taken_over", to=owner, concern=concern.pk)


def _give(concern: Concern, to: Employment) -> None:
    """The owner until now goes on reading, as long as they work in the unit."""
    note("concern.passed_on", concern, object=concern, to=str(to.user_id))
    Share.objects.get_or_create(concern=concern, user=concern.owner)
    concern.owner, concern.employment = to.user, to
    concern.save(update_fields=["owner", "employment"])


@transaction.atomic
def record_conversation(
    concern: Concern,
    *,
    held_on: date,
    present: str,
    said: str,
    agreed: str,
    child_view: str,
    heard: Heard,
    by: User,
) -> Conversation:
    """Write down the conversation with the guardians, and the child's own view."""
    _lock_open(concern)
    if held_on > clock.today():
        raise RuleBroken(_("The conversation cannot be held later than today."))
    held = Conversation.objects.create(
        concern=concern,
        held_on=held_on,
        present=present,
        said=said,
        agreed=agreed,
        child_view=child_view,
        heard=heard,
        recorded_by=by,
    )
    note("conversation.recorded", concern, object=held)
    return held


@transaction.atomic
def do_not_tell(
    concern: Concern, *, why: NotTold, reason: str, by: User
) -> Conversation:
    """Write down why the guardians are not to be told first."""
    _lock_open(concern)
    waits = Conversation.objects.create(
        concern=concern, not_told=why, not_told_reason=reason, recorded_by=by
    )
    note("conversation.waits", concern, object=waits, why=why)
    return waits


@transaction.atomic
def ask_team(concern: Concern, *, team: Team, question: str, by: User) -> Discussion:
    """Ask a team without saying which child. Raises RuleBroken where the words tell."""
    _lock_open(concern)
    anonymity.must_not_tell(question, concern.child)
    asked = Discussion.objects.create(
        concern_key=concern.pk, team=team, question=question, asked_by=by
    )
    note("discussion.asked", concern, object=concern)
    note("discussion.opened", asked)
    for member in team.members.select_related("employment__user"):
        if member.employment.ended_at is None:
            queue("a_team_is_asked", to=member.employment.user, discussion=asked.pk)
    return asked


@transaction.atomic
def advise(discussion: Discussion, *, text: str, by: User) -> Advice:
    """The team's answer to whoever asked."""
    discussion.lock()
    if discussion.closed_at:
        raise RuleBroken(_("The discussion has ended."))
    given = Advice.objects.create(discussion=discussion, text=text, given_by=by)
    note("discussion.advised", discussion, object=given)
    queue("a_team_has_answered", to=discussion.asked_by, discussion=discussion.pk)
    return given


@transaction.atomic
def end_discussion(discussion: Discussion) -> None:
    """The one who asked has what they need."""
    discussion.lock()
    if discussion.closed_at:
        raise RuleBroken(_("The discussion has ended."))
    discussion.closed_at = clock.now()
    discussion.save(update_fields=["closed_at"])
    note("discussion.ended", discussion)


@transaction.atomic
def decide(concern: Concern, *, decision: Decision, reason: str, by: User) -> None:
    """Sum up and decide what the concern leads to.

    Help in the unit (level 1) or together with others (level 2) needs to be about a
    child, and that the guardians were spoken with, or a recorded reason why not.
    """
    _lock_open(concern)
    if decision in (Decision.LEVEL_1, Decision.LEVEL_2):
        _must_be_ready_for_help(concern)
    concern.decided_at, concern.decided_by = clock.now(), by
    concern.decision, concern.reason = decision, reason
    concern.save(update_fields=["decided_at", "decided_by", "decision", "reason"])
    note("concern.decided", concern, object=concern, decision=decision)


def _must_be_ready_for_help(concern: Concern) -> None:
    if not concern.child_id:
        raise RuleBroken(_("Say which child it is about before help is agreed."))
    if not concern.conversations.exists():
        raise RuleBroken(
            _("Talk with the guardians first, or write down why it must wait.")
        )


def _lock_open(concern: Concern) -> None:
    concern.lock()
    if not concern.is_open:
        raise RuleBroken(_("This concern has been decided."))
