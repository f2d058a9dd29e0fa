"""Every page of the family's about a child, as one of them reads it."""

import re

from django.db import transaction
from django.urls import get_resolver, reverse

from laget.kernel import clock
from laget.kernel.acting import Role
from tests.test_house_rules import walk

ANEW = re.compile(  # what is new in each answer, whoever asks
    r'name="csrfmiddlewaretoken" value="[^"]*"'
    r'|<input type="hidden" name="once" value="[^"]*"[^>]*>'
)


def addresses():
    """The names of the pages that need no key, or no other than the child's."""
    for pattern in walk(get_resolver().url_patterns):
        action = getattr(pattern.callback, "action", None)
        keys = set(pattern.pattern.converters)
        if action and action.role == Role.FAMILY and keys <= {"child_id"}:
            yield pattern.name, keys


def looks(as_family, user, child, moment):
    """All the pages at one moment; that they were read leaves no trace here."""
    before = transaction.savepoint()
    with clock.at(moment):
        client = as_family(user)
        pages = {name: _read(client, name, keys, child) for name, keys in addresses()}
    transaction.savepoint_rollback(before)
    return pages


def _read(client, name, keys, child):
    answer = client.get(reverse(name, kwargs=dict.fromkeys(keys, child.pk)))
    body = b"".join(answer) if answer.streaming else answer.content
    return answer.status_code, ANEW.sub("", body.decode("utf-8", "replace"))
