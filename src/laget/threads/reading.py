"""What stands in the list of conversations, and in one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from laget.accounts.models import User
from laget.threads.models import Post, Receipt, Thread
from laget.threads.people import OfFamily, Reader


@dataclass(frozen=True)
class Line:
    """One conversation in the list: is there something new, and who is in it."""

    thread: Thread
    is_new: bool
    family: list[str]


@dataclass(frozen=True)
class Read:
    """Who has had a message before them, and when."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Shown:
    """One message as the page shows it to one person."""

    post: Post
    role: str
    is_mine: bool
    read_by: list[Read]

    @property
    def may_be_recalled(self) -> bool:
        return self.is_mine and self.post.recalled_at is None


def lines(
    threads: QuerySet[Thread], user: User, family: Iterable[OfFamily]
) -> list[Line]:
    """The newest first. Two queries, however many there are."""
    names = {one.guardian.pk if one.guardian else None: one.name for one in family}
    new = Post.objects.standing().filter(thread=OuterRef("pk")).exclude(by=user)
    unread = Exists(new.exclude(receipts__person=user))
    found = threads.annotate(is_new=unread).prefetch_related("parties")
    return [
        Line(
            thread,
            thread.is_new,
            [
                names[p.guardian_id]
                for p in thread.parties.all()
                if p.guardian_id in names
            ],
        )
        for thread in found.order_by("-latest_at", "pk")
    ]


def posts(
    thread: Thread, user: User, readers: Iterable[Reader], *, as_family: bool
) -> list[Shown]:
    """Every message in its order, with who has read it. Two queries."""
    roles: dict[UUID | None, str] = {one.user_id: one.role for one in readers}
    receipts = Prefetch("receipts", Receipt.objects.select_related("person"))
    found = thread.posts.select_related("by").prefetch_related(receipts)
    return [
        Shown(
            post,
            roles.get(post.by_id, ""),
            post.by_id == user.pk and post.as_family == as_family,
            _read_by(post, user),
        )
        for post in found.order_by("at", "pk")
    ]


def _read_by(post: Post, user: User) -> list[Read]:
    others = [one for one in post.receipts.all() if one.person_id != user.pk]
    first = sorted(others, key=lambda one: (one.read_at, one.pk))
    return [Read(one.person.name, one.read_at) for one in first]
