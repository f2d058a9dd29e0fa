"""Django's sessions, in a table of our own that decides for itself when one is over.

The browser has a random key; here lies only its hash. How long a session lasts is
decided in SQL by the database's clock. What it holds is encrypted, bound to its row.
"""

import hashlib
import json
import secrets
import uuid
from datetime import timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.db import connection
from django.db.models import (
    DateTimeField,
    DurationField,
    ExpressionWrapper,
    F,
    Func,
    QuerySet,
    Value,
)
from django.db.models.functions import Least

from laget.accounts.models import End, Session
from laget.kernel import clock, encryption, planned

KEY_BYTES = 32
IDLE = 30 * 60  # seconds
LONGEST = {"staff": 8 * 60 * 60, "person": 120 * 60}
TOUCHED = 4  # seconds between two notes that a session is in use
STAYS = 24 * 60 * 60  # seconds that the row of a session that is over stays
LOAD = """
WITH told AS MATERIALIZED (SELECT clock_told(%(moved)s) AS now),
alive AS (
    SELECT session.id, session.data, session.idle, told.now,
           extract(epoch FROM session.last_used_at - told.now) + session.idle AS rest,
           extract(epoch FROM session.began_at - told.now) + session.longest AS most,
           session.last_used_at < told.now - make_interval(secs => %(touched)s) AS due
    FROM accounts_session session
    CROSS JOIN told
    LEFT JOIN accounts_user person ON person.id = session.user_id
    WHERE session.key = %(key)s AND session.ended_at IS NULL
      AND told.now <= session.last_used_at + make_interval(secs => session.idle)
      AND told.now <= session.began_at + make_interval(secs => session.longest)
      AND person.is_active IS NOT FALSE),
touched AS (
    UPDATE accounts_session SET last_used_at = alive.now FROM alive
    WHERE accounts_session.id = alive.id AND alive.due AND %(touch)s)
SELECT id, data, CASE WHEN %(touch)s THEN idle ELSE rest END, most FROM alive
"""
CLEAR = """
WITH told AS MATERIALIZED (SELECT clock_told(%(moved)s) AS now),
over AS (
    SELECT id, told.now - make_interval(secs => %(stays)s) > LEAST(ended_at,
               last_used_at + make_interval(secs => idle),
               began_at + make_interval(secs => longest)) AS long_since
    FROM accounts_session CROSS JOIN told
    WHERE ended_at IS NOT NULL
       OR told.now > last_used_at + make_interval(secs => idle)
       OR told.now > began_at + make_interval(secs => longest)),
gone AS (
    DELETE FROM accounts_session WHERE id IN (SELECT id FROM over WHERE long_since))
UPDATE accounts_session SET data = NULL
WHERE data IS NOT NULL AND id IN (SELECT id FROM over WHERE NOT long_since)
"""


class SessionStore(SessionBase):
    """One session. `touch`: it is a person who asks, not a page that asks by itself."""

    def __init__(
        self, session_key: str | None = None, *, touch: bool = False, device: str = ""
    ) -> None:
        super().__init__(session_key)
        self.touch, self.device = touch, device
        self.row: uuid.UUID | None = None
        self.left = 0  # seconds until it is over, if nothing more happens
        self.is_last = False  # no sign of life makes it last longer
        self.ran_out = False

    def load(self) -> dict[str, Any]:
        asked: dict[str, Any] = {
            "moved": clock.moved_to(),
            "touched": TOUCHED,
            "touch": self.touch,
        }
        with planned.cursor() as cursor:
            cursor.execute(LOAD, asked | {"key": hashed(self.session_key)})
            found = cursor.fetchone()
        if not found:
            self._session_key, self.ran_out = None, True
            return {}
        self.row, data, idle, most = found
        self.left = int(min(idle, most))
        self.is_last = most <= idle
        return _opened(self.row, data)

    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(key=hashed(session_key)).exists()

    def create(self) -> None:
        self._session_key = self._get_new_session_key()
        self.save(must_create=True)
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            return self.create()
        data = self._get_session(no_load=must_create)  # type: ignore[attr-defined]
        if must_create:
            return self._begin(data)
        if not self.row:
            raise UpdateError
        written = columns(data) | {"data": _closed(self.row, data)}
        if not Session.objects.not_ended().filter(pk=self.row).update(**written):
            raise UpdateError
        return None

    def delete(self, session_key: str | None = None) -> None:
        """It is over. The row stays a day, empty: it says whose the session was."""
        key = session_key or self.session_key
        if key:
            how = End.REPLACED if session_key else End.LEFT
            end(Session.objects.filter(key=hashed(key)), how)

    @classmethod
    def clear_expired(cls) -> None:
        with connection.cursor() as cursor:
            cursor.execute(CLEAR, {"moved": clock.moved_to(), "stays": STAYS})

    def _begin(self, data: dict[str, Any]) -> None:
        self.row = uuid.uuid4()
        Session.objects.create(
            pk=self.row,
            key=hashed(self.session_key),
            began_at=database_now(),
            last_used_at=database_now(),
            device=self.device,
            data=_closed(self.row, data),
            **columns(data),
        )

    def _get_new_session_key(self) -> str:
        return secrets.token_urlsafe(KEY_BYTES)


def hashed(key: str | None) -> str:
    """What the table knows of a browser's key."""
    return hashlib.sha256((key or "").encode()).hexdigest()


def database_now() -> Func:
    """The database's clock, told where the tests have moved ours."""
    moved = Value(clock.moved_to())
    return Func(moved, function="clock_told", output_field=DateTimeField())


def end(found: Any, how: End) -> int:
    """End these sessions now; how many there were."""
    ended: int = found.not_ended().update(
        ended_at=database_now(), ended_how=how, data=None
    )
    return ended


def columns(data: dict[str, Any]) -> dict[str, Any]:
    """What of a session can be searched for, and how long it may last.

    A shorter life than the usual may be asked for (`idle`, `longest`), never a longer.
    """
    user = data.get(SESSION_KEY)
    kind = data.get("kind", "staff") if user else ""
    longest = LONGEST.get(kind, LONGEST["person"])
    return {
        "user_id": user,
        "kind": kind,
        "level": data.get("level", ""),
        "auth_time": int(data.get("auth_time", 0)),
        "provider": data.get("provider", ""),
        "iss": data.get("iss", ""),
        "sid": data.get("sid", ""),
        "idle": min(data.get("idle") or IDLE, IDLE),
        "longest": min(data.get("longest") or longest, longest),
    }


def _closed(row: uuid.UUID, data: dict[str, Any]) -> bytes:
    return encryption.hide(json.dumps(data), place=_place(row))


def _opened(row: uuid.UUID, data: bytes | None) -> dict[str, Any]:
    if data is None:
        return {}
    try:
        opened: dict[str, Any] = json.loads(
            encryption.reveal(bytes(data), place=_place(row))
        )
    except encryption.Unreadable:  # the key has been changed: log in again
        return {}
    return opened


def _place(row: uuid.UUID) -> str:
    return f"accounts_session.data:{row}"


def own_open(user: uuid.UUID) -> QuerySet[Session]:
    """Where somebody is logged in now, the one used last first."""
    now, seconds = database_now(), Value(timedelta(seconds=1))
    length = DurationField()
    idle = ExpressionWrapper(F("idle") * seconds, output_field=length)
    longest = ExpressionWrapper(F("longest") * seconds, output_field=length)
    found = (
        Session.objects.not_ended()
        .filter(user=user)
        .annotate(until=Least(F("last_used_at") + idle, F("began_at") + longest))
    )
    return found.filter(until__gte=now).order_by("-last_used_at")
