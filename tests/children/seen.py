"""What somebody reads of all that can be held back, asked in raw SQL."""

from laget.kernel.acting import Role, acting
from tests.seen import rows

FAMILY = Role.FAMILY
TABLES = {
    "concern": "concerns_concern",
    "conversation": "concerns_conversation",
    "form": "forms_filled",
    "corrected": "forms_filled",
    "entry": "logs_entry",
    "goal": "logs_goal",
    "intervention": "logs_intervention",
    "review": "logs_review",
    "level": "logs_levelchange",
}
KINDS = [kind for kind in TABLES if kind != "corrected"]


def seen_by(user, role=FAMILY):
    """The keys of all that somebody reads, and of all that the books tell them."""
    with acting(user.pk, role):
        keys = {row[0] for t in set(TABLES.values()) for row in rows(_all(t))}
        told = rows("SELECT subject, object FROM audit_event")
    return keys, {key for pair in told for key in pair}


def _all(table):
    return f"SELECT id FROM {table}"
