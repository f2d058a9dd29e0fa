"""Who asks for the pages: staff of several municipalities, each logged in."""

from dataclasses import dataclass
from typing import Any

from laget.kernel import embedded
from laget.launcher.installation import Installation

SOME = 8
WHO = """
SELECT bench.k('p', log.h), log.child, log.id FROM bench.log
WHERE log.j IN (7, 1007, 2007) ORDER BY md5(log.i::text) LIMIT %s
"""
CSRF = "b" * 32


@dataclass(frozen=True)
class Person:
    """Holder of a log with two hundred entries, about `child`.

    `number` is theirs among those who ask: each has drafts of forms of their own.
    """

    number: int
    key: str
    child: str
    log: str
    session: str


def log_in(installation: Installation) -> list[Person]:
    """A session each, as the log-in page makes them. Django must be set up."""
    with embedded.connect(installation.data, name=embedded.NAME) as superuser:
        found = superuser.execute(WHO, [SOME]).fetchall()
    return [
        Person(number, str(key), str(child), str(log), _session(key))
        for number, (key, child, log) in enumerate(found)
    ]


def _session(key: Any) -> str:
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from laget.accounts.models import User
    from laget.accounts.sessions import SessionStore

    user = User.objects.get(pk=key)
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "laget.accounts.backend.SomebodyElseVouched"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return str(session.session_key)
