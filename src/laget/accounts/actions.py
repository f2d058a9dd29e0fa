"""Letting somebody in, and everything that ends a session."""

import uuid

from django.contrib.auth import SESSION_KEY, login
from django.db import IntegrityError, connection, transaction
from django.http import HttpRequest
from django.utils.translation import get_language

from laget.accounts.models import End, Identity, Session, SpentToken, User
from laget.accounts.oidc.flow import Vouched
from laget.accounts.oidc.refusals import NotLetIn, Why
from laget.accounts.sessions import end
from laget.kernel import clock, encryption

STAFF, PERSON = "staff", "person"
BACKEND = "laget.accounts.backend.SomebodyElseVouched"


def let_in(
    request: HttpRequest,
    user: User,
    *,
    kind: str,
    level: str = "",
    auth_time: int | None = None,
    vouched: Vouched | None = None,
    backend: str = BACKEND,
) -> None:
    """Begin a session under a new key; every log-in comes this way.

    `auth_time` is when they proved who they are, in seconds since 1970; now, if None.
    """
    session = request.session
    if session.get(SESSION_KEY) == str(user.pk) and session.get("kind") == kind:
        session.cycle_key()  # once more: Django would keep the old key
    else:
        session.flush()
    login(request, user, backend=backend)
    session["kind"], session["level"] = kind, level
    session["auth_time"] = seconds() if auth_time is None else auth_time
    told = _of_provider(vouched) if vouched else {}
    for name in ("provider", "iss", "sid", "id_token", "idle", "longest"):
        session.pop(name, None)
    session.update(told)


def leave_word(request: HttpRequest, vouched: Vouched) -> None:
    """Somebody who is not let in can still log out where they logged in."""
    request.session.flush()
    request.session.update(_of_provider(vouched))


def person_of(vouched: Vouched) -> User:
    """Whose log-in this is: a family member, known by the eID or by their number.

    Raises NotLetIn when the eID gives no number and we do not know it from before, or
    when the same eID comes with another number.
    """
    user = _known(vouched)
    if user is None:
        if not vouched.number:
            raise NotLetIn(Why.NO_NUMBER)
        user = _by_number(vouched)
        _remember(user, vouched)
    elif vouched.number and user.nin_index != encryption.index(vouched.number):
        raise NotLetIn(Why.OTHER_NUMBER)
    return _open(user)


def staff_of(vouched: Vouched) -> User:
    """Whose log-in this is: somebody who works here, known by the provider before.

    A user name or a number is believed once, the first time. Afterwards only the
    provider's own key for the person counts: who has got somebody's old user name, or
    another provider that says it, does not get their account. Raises NotLetIn.
    """
    user = _known(vouched)
    if user is None:
        user = _by_name(vouched)
        if user is None:
            raise NotLetIn(Why.UNKNOWN)
        if user.identities.filter(kind=STAFF).exists():
            raise NotLetIn(Why.TAKEN)
    return _open(user)


def remember_staff(user: User, vouched: Vouched) -> None:
    """From now on the provider's own key for them is what counts."""
    if _known(vouched) is None:
        _remember(user, vouched)


def end_own(user: User, row: uuid.UUID) -> int:
    """A person ends one of their own sessions, wherever it is."""
    return end(Session.objects.filter(user=user, pk=row), End.ELSEWHERE)


def end_others(user: User, keep: uuid.UUID | None) -> int:
    """A person ends all their own sessions but this one."""
    return end(Session.objects.filter(user=user).exclude(pk__in=[keep]), End.ELSEWHERE)


def end_at_provider(issuer: str, *, sid: str = "", subject: str = "") -> int:
    """The provider says the session there has ended: so has ours. No cookie needed."""
    theirs = Session.objects.filter(iss=issuer)
    if sid:
        return end(theirs.filter(sid=sid), End.ELSEWHERE)
    known = Identity.objects.filter(issuer=issuer, subject=subject)
    users = known.values("user_id") if subject else known.none().values("user_id")
    return end(theirs.filter(user_id__in=users), End.ELSEWHERE)


def spend(issuer: str, jti: str) -> bool:
    """Note that a log-out message has been used; False when it was before."""
    try:
        with transaction.atomic():
            SpentToken.objects.create(issuer=issuer, jti=jti)
    except IntegrityError:
        return False
    return True


def seconds() -> int:
    """Seconds since 1970 by the database's clock."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_told(%s))", [clock.moved_to()])
        return int(cursor.fetchone()[0])


def _of_provider(vouched: Vouched) -> dict[str, object]:
    provider = vouched.provider
    return {
        "provider": provider.key,
        "iss": provider.issuer,
        "sid": vouched.sid,
        "id_token": vouched.id_token if provider.end_session != "no" else "",
        "idle": provider.idle,
        "longest": provider.longest,
    }


def _known(vouched: Vouched) -> User | None:
    found = Identity.objects.select_related("user").filter(
        issuer=vouched.provider.issuer, subject=vouched.subject
    )
    identity = found.first()
    return identity.user if identity else None


def _by_number(vouched: Vouched) -> User:
    known = User.objects.filter(nin_index=encryption.index(vouched.number))
    if user := known.first():
        return user
    try:
        with transaction.atomic():
            return User.objects.add(
                f"person-{uuid.uuid4()}",
                vouched.name,
                language=(get_language() or "nb")[:2],
                number=vouched.number,
            )
    except IntegrityError:  # the same person, twice at once
        return known.get()


def _by_name(vouched: Vouched) -> User | None:
    if vouched.username:
        return User.objects.filter(username__iexact=vouched.username).first()
    number = encryption.index(vouched.number) if vouched.number else ""
    return User.objects.filter(nin_index=number).first() if number else None


def _remember(user: User, vouched: Vouched) -> None:
    provider = vouched.provider
    kind = STAFF if provider.is_for_staff else PERSON
    Identity.objects.get_or_create(
        issuer=provider.issuer,
        subject=vouched.subject,
        defaults={"user": user, "provider": provider.key, "kind": kind},
    )


def _open(user: User) -> User:
    if not user.is_active:
        raise NotLetIn(Why.CLOSED)
    return user
