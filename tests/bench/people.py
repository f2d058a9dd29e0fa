"""Who asks for the pages: staff of several municipalities, and guardians."""

from dataclasses import dataclass
from typing import Any

from laget.kernel import embedded
from laget.launcher.installation import Installation

SOME = 8
WHO = """
SELECT bench.k('p', log.h), log.child, log.id FROM bench.log
WHERE log.j IN (7, 1007, 2007) ORDER BY md5(log.i::text) LIMIT %s
"""
FAMILY = """
SELECT bench.k('gp', log.i), log.child, log.id FROM bench.log
WHERE log.j IN (8, 1008, 2008) ORDER BY md5(log.i::text) LIMIT %s
"""
# Drafts as they were made: they are saved in their first version first.
AS_BEGUN = """
SET session_replication_role = replica;
UPDATE forms_part SET answers = '{}' FROM forms_filled draft
WHERE draft.id = filled_id AND draft.finished_at IS NULL;
UPDATE forms_filled SET draft_version = 1 WHERE finished_at IS NULL;
"""
CSRF = "b" * 32
PLAINLY = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Person:
    """Holder of a log with two hundred entries, about `child`; or the child's guardian.

    `number` is theirs among those who ask: each has drafts of forms of their own.
    """

    number: int
    key: str
    child: str
    log: str
    session: str
    floor_session: str
    is_family: bool = False


def log_in(installation: Installation) -> list[Person]:
    """A session each, as the log-in page makes them. Django must be set up."""
    with embedded.connect(installation.data, name=embedded.NAME) as superuser:
        superuser.execute(AS_BEGUN)
        found = superuser.execute(WHO, [SOME]).fetchall()
        families = superuser.execute(FAMILY, [SOME]).fetchall()
    return [
        *(_person(number, row) for number, row in enumerate(found)),
        *(_person(number, row, is_family=True) for number, row in enumerate(families)),
    ]


def _person(number: int, row: Any, *, is_family: bool = False) -> Person:
    key, child, log = row
    session, floor = _sessions(key, is_family=is_family)
    return Person(number, str(key), str(child), str(log), session, floor, is_family)


def _sessions(key: Any, *, is_family: bool) -> tuple[str, str]:
    """One of ours, and one of the plain kind that the floor reads."""
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore as Plain

    from laget.accounts.models import User
    from laget.accounts.sessions import SessionStore

    user = User.objects.get(pk=key)
    told = {
        SESSION_KEY: str(user.pk),
        BACKEND_SESSION_KEY: "laget.accounts.backend.SomebodyElseVouched",
        HASH_SESSION_KEY: user.get_session_auth_hash(),
    }
    if is_family:
        told |= {"kind": "person", "level": "high"}
    plain = Plain()
    plain.update(told | {BACKEND_SESSION_KEY: PLAINLY})
    plain.create()
    ours = SessionStore()
    ours.update(told)
    ours.create()
    return str(ours.session_key), str(plain.session_key)
