"""Everything that can happen in a conversation between a family and the team."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note
from laget.kernel import RuleBroken, clock
from laget.logs.models import Log
from laget.messaging.models import Message, queue
from laget.threads import people
from laget.threads.models import Party, Post, Receipt, Thread
from laget.threads.people import OfFamily

TOLD = ("the_team_has_written", "the_family_has_written")


@transaction.atomic
def start(
    log: Log,
    *,
    subject: str,
    text: str,
    family: Iterable[OfFamily],
    by: User,
    as_family: bool,
) -> Thread:
    """Begin a conversation between the team and those of the family, and nobody else.

    Raises RuleBroken without anybody of the family, and in a log that is closed.
    """
    chosen = list(family)
    _must_be_open(log)
    if not chosen:
        raise RuleBroken(_("Choose who in the family you write to."))
    now = clock.now()
    thread = Thread(
        log=log, subject=subject, started_by=by, started_at=now, latest_at=now
    )
    thread.save(force_insert=True)
    Party.objects.bulk_create(
        Party(thread=thread, guardian=one.guardian) for one in chosen
    )
    note("thread.started", thread)
    _post(thread, text=text, by=by, as_family=as_family)
    return thread


@transaction.atomic
def write(thread: Thread, *, text: str, by: User, as_family: bool) -> Post:
    """Answer in it. Raises RuleBroken when the log is closed."""
    _must_be_open(thread.log)
    post = _post(thread, text=text, by=by, as_family=as_family)
    Thread.objects.filter(pk=thread.pk).update(latest_at=post.at)
    note("thread.written", thread)
    return post


@transaction.atomic
def recall(post: Post) -> None:
    """Take one's own message back: its words are gone for everyone, at once."""
    post.lock()
    if post.recalled_at:
        raise RuleBroken(_("This message is taken back already."))
    post.text, post.recalled_at = "", clock.now()
    post.save(update_fields=["text", "recalled_at"])
    note("thread.taken_back", post.thread)


def mark_read(thread: Thread, posts: Iterable[Post], *, by: User) -> None:
    """Somebody has these before them: said once a message, and the notice is done.

    Of what was taken back nobody reads anything. Costs nothing when nothing is new.
    """
    new = [post for post in posts if post.is_new_to(by)]
    if not new:
        return
    receipts = [Receipt(post=post, person=by) for post in new]
    Receipt.objects.bulk_create(receipts, ignore_conflicts=True)
    told = Message.objects.filter(to=by, template__in=TOLD).unread()
    told.filter(ids__thread=f"{thread.pk}").update(read_at=clock.now())


def _post(thread: Thread, *, text: str, by: User, as_family: bool) -> Post:
    post = Post(thread=thread, text=text, by=by, as_family=as_family, at=clock.now())
    post.save(force_insert=True)
    _tell(thread, post)
    return post


def _tell(thread: Thread, post: Post) -> None:
    """Those who read it are told that there is something; the word stays inside.

    Somebody who is both at work here and of the family is told with each hat.
    """
    once, key = f"{post.pk}", thread.pk
    at_home = [one.user_id for one in people.family_in(thread)]
    at_work = [one.user_id for one in people.team(thread.log, thread.started_at)]
    own = at_home if post.as_family else at_work
    own[:] = [key for key in own if key != post.by_id]
    queue("the_team_has_written", to=_users(at_home), once=once, thread=key)
    queue("the_family_has_written", to=_users(at_work), once=once, thread=key)


def _users(keys: Iterable[UUID | None]) -> list[User]:
    return [User(pk=key) for key in dict.fromkeys(keys) if key]


def _must_be_open(log: Log) -> None:
    if log.closed_at:
        raise RuleBroken(
            _("The follow-up is closed. You can read the messages, and not write more.")
        )
