"""Forms that were received: asked about before every deed, so in plain SQL."""

from uuid import UUID

from laget.kernel import planned

RECEIVED = "SELECT location FROM audit_submission WHERE id = %s"
RECEIVE = """
INSERT INTO audit_submission (id, person, location, at) VALUES (%s, %s, %s, now())
"""


def received(key: UUID) -> str | None:
    """Where this person's form led when it was sent the first time."""
    with planned.cursor() as cursor:
        cursor.execute(RECEIVED, [key])
        found = cursor.fetchone()
    return found[0] if found else None


def receive(key: UUID, person: UUID, location: str) -> None:
    """Keep where the form led. Raises IntegrityError if it came twice at once."""
    with planned.cursor() as cursor:
        cursor.execute(RECEIVE, [key, person, location])
