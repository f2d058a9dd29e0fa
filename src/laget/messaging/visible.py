"""Which messages still speak of something that the one who acts may see.

Someone whose consent, work or guardianship has ended is told nothing more, and what is
held back from a guardian leaves no trace among the things they were once told.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Model

from laget.accounts.models import User
from laget.kernel import planned
from laget.kernel.acting import Role
from laget.kernel.protected import protected_models
from laget.messaging.models import Message, MessageQuerySet
from laget.messaging.words import TO_FAMILY, TO_STAFF, WORDS

Record = tuple[str, UUID]
MOST = 200  # the newest are shown
KINDS = ("child", "thread", "meeting", "inquiry")  # what a family is told of
UNREAD = """
SELECT count(*) FROM messaging_message
WHERE to_id = %s AND template = ANY (%s) AND read_at IS NULL AND ids - %s::text[] = '{}'
"""
SEES = """(NOT jsonb_exists(ids, '{kind}')
           OR (ids ->> '{kind}')::uuid IN (SELECT id FROM {table}))"""


def to(user: User, role: Role) -> MessageQuerySet:
    """What one is told with this hat on."""
    templates = TO_FAMILY if role == Role.FAMILY else TO_STAFF
    return Message.objects.filter(to=user, template__in=templates)


def visible(messages: Iterable[Message]) -> list[Message]:
    """Those that are about something which the actor sees now. One query."""
    asked = [(message, records_of(message)) for message in messages]
    seen = _seen({record for _, records in asked for record in records})
    return [message for message, records in asked if records <= seen]


def unread(user: User) -> int:
    """How many things one of the family has not read, of what they see. One query."""
    tables = {_name(m): m._meta.db_table for m in protected_models()}
    sees = " AND ".join(SEES.format(kind=kind, table=tables[kind]) for kind in KINDS)
    with planned.cursor() as cursor:
        cursor.execute(f"{UNREAD} AND {sees}", [user.pk, TO_FAMILY, list(KINDS)])
        return int(cursor.fetchone()[0])


def records_of(message: Message) -> set[Record]:
    """What must be seen: all it names, for a family; at work, what it leads to."""
    words = WORDS[message.template]
    named = [words.about] if words.key else []
    names = message.ids if words.family else named
    return {(name, UUID(message.ids[name])) for name in names if name in message.ids}


def is_at_work() -> bool:
    """Whether the one who acts works somewhere today, by the database's word."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT staff_actor() IS NOT NULL")
        return bool(cursor.fetchone()[0])


def _seen(records: set[Record]) -> set[Record]:
    """Of a kind that nobody knows, nothing is seen."""
    kinds = {_name(model): model for model in protected_models()}
    keys: dict[str, list[UUID]] = {}
    for name, key in records:
        keys.setdefault(name, []).append(key)
    found = [_keys(kinds[name], those) for name, those in keys.items() if name in kinds]
    if not found:
        return set()
    rows = set(found[0].union(*found[1:]))
    return {record for record in records if (record[1],) in rows}


def _keys(model: type[Model], keys: list[UUID]) -> Any:
    manager: Any = model._default_manager
    return manager.filter(pk__in=keys).order_by().values_list("pk")


def _name(model: type[Model]) -> str:
    return str(model._meta.model_name)
