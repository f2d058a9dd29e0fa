"""Forms that were received: asked about before every deed, so in plain SQL."""

from uuid import UUID

from laget.kernel import planned

STAND_IN_LINE = "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))"
RECEIVED = "SELECT location FROM audit_submission WHERE id = %s"
RECEIVE = """
INSERT INTO audit_submission (id, person, location, at) VALUES (%s, %s, %s, now())
"""


def received(key: UUID) -> str | None:
    """Where this person's form led when it was sent the first time.

    Two presses of one form stand in line: the second waits until the first is done, so
    that it does not meet what the first made, a child just registered, as a stranger.
    """
    with planned.cursor() as cursor:
        cursor.execute(STAND_IN_LINE, [str(key)])
        cursor.execute(RECEIVED, [key])
        found = cursor.fetchone()
    return found[0] if found else None


def receive(key: UUID, person: UUID, location: str) -> None:
    """Keep where the form led. Raises IntegrityError if it came twice at once."""
    with planned.cursor() as cursor:
        cursor.execute(RECEIVE, [key, person, location])
