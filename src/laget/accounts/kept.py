"""What was typed is not lost because a log-in ran out: it waits for the one who wrote.

So does a message that is being written, also when the browser is closed.
Only what was sent as a form, from our own page (its CSRF token has been checked), never
files. It lies encrypted, for a day, and only the same person can read it or send it.
"""

import json
import uuid
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from laget.accounts.models import End, Kept, Session, User
from laget.accounts.sessions import database_now, hashed
from laget.kernel import encryption

HOURS = 24
MOST = 500_000  # characters
NOT_KEPT = {"csrfmiddlewaretoken"}
BY_SCRIPT = ("HX-Request", "X-Autosave")  # their page still has the text


@dataclass(frozen=True)
class Typed:
    """A form as it was sent: where to, and each field with its values."""

    to: str
    fields: list[tuple[str, list[str]]]
    had_files: bool = False


def keep(request: HttpRequest) -> str:
    """Keep what this request sends, and tell the address where it waits; "" if none.

    Whose it is, the session says: also one that has run out, but not one whose owner
    logged out.
    """
    if request.method != "POST" or any(name in request.headers for name in BY_SCRIPT):
        return ""
    person = _whose(request)
    typed = _typed(request)
    body = json.dumps([typed.to, typed.fields, typed.had_files])
    if not person or not typed.fields or len(body) > MOST:
        return ""
    key = uuid.uuid4()
    hidden = encryption.hide(body, place=_place(key, person))
    Kept.objects.create(pk=key, user_id=person, body=hidden, kept_at=database_now())
    return reverse("kept", args=[key])


def find(key: uuid.UUID, user: User) -> Typed | None:
    """What this person wrote, if it was this person, within a day."""
    found = _recent().filter(pk=key, user=user).first()
    if not found:
        return None
    body = encryption.reveal(bytes(found.body), place=_place(key, user.pk))
    to, fields, had_files = json.loads(body)
    return Typed(to, [(name, values) for name, values in fields], had_files)


def throw_away(key: uuid.UUID, user: User) -> None:
    Kept.objects.filter(pk=key, user=user).delete()


def keep_draft(user: User, place: str, fields: list[tuple[str, list[str]]]) -> None:
    """Keep what is being written in one place, in the stead of what was kept before.

    What is empty is not kept. From the last word it lies for a day, like all else here.
    """
    key = _draft(user, place)
    throw_away(key, user)
    body = json.dumps([place, fields, False])
    if len(body) > MOST or not any(value for _, values in fields for value in values):
        return
    hidden = encryption.hide(body, place=_place(key, user.pk))
    one = Kept(pk=key, user=user, body=hidden, kept_at=database_now())
    Kept.objects.bulk_create([one], ignore_conflicts=True)  # two windows at once


def draft_of(user: User, place: str) -> dict[str, list[str]]:
    """What this person was writing there, within a day; empty when nothing."""
    found = find(_draft(user, place), user)
    return dict(found.fields) if found else {}


def throw_draft_away(user: User, place: str) -> None:
    throw_away(_draft(user, place), user)


def clear() -> None:
    Kept.objects.exclude(pk__in=_recent()).delete()


def _recent() -> QuerySet[Kept]:
    return Kept.objects.filter(kept_at__gt=database_now() - timedelta(hours=HOURS))


def _whose(request: HttpRequest) -> uuid.UUID | None:
    user = getattr(request, "user", None)
    if isinstance(user, AbstractBaseUser):
        return uuid.UUID(str(user.pk))
    key = request.COOKIES.get(settings.SESSION_COOKIE_NAME)
    if not key:
        return None
    theirs = Session.objects.filter(key=hashed(key), user__is_active=True)
    recent = theirs.filter(began_at__gt=database_now() - timedelta(hours=HOURS))
    return recent.exclude(ended_how=End.LEFT).values_list("user_id", flat=True).first()


def _draft(user: User, place: str) -> uuid.UUID:
    """A place has one draft of each person."""
    return uuid.uuid5(user.pk, place)


def _typed(request: HttpRequest) -> Typed:
    fields = [
        (name, request.POST.getlist(name))
        for name in request.POST
        if name not in NOT_KEPT
    ]
    return Typed(request.get_full_path(), fields, bool(request.FILES))


def _place(key: uuid.UUID, person: uuid.UUID) -> str:
    return f"accounts_kept.body:{key}:{person}"
