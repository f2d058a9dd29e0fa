"""Every page of the family's about a child, as one of them reads it."""

import re
from io import BytesIO
from zipfile import ZipFile

from django.db import transaction
from django.urls import get_resolver, reverse

from laget.kernel import clock
from laget.kernel.acting import Role
from tests import standing_clock
from tests.test_house_rules import walk

ANEW = re.compile(  # what is new in each answer, whoever asks
    r'name="csrfmiddlewaretoken" value="[^"]*"'
    r'|<input type="hidden" name="once" value="[^"]*"[^>]*>'
)
HEAVY = {"download-our-data", "consent-receipt-pdf"}  # made by Typst, in seconds


def addresses():
    """The names of the pages that need no key, or no other than the child's."""
    for pattern in walk(get_resolver().url_patterns):
        action = getattr(pattern.callback, "action", None)
        keys = set(pattern.pattern.converters)
        if action and action.role == Role.FAMILY and keys <= {"child_id"}:
            yield pattern.name, keys


def looks(as_family, user, child, moment, *, whole=False):
    """All the pages at one moment, at which the clock stands; it leaves no trace."""
    asked = [(name, keys) for name, keys in addresses() if whole or name not in HEAVY]
    before = transaction.savepoint()
    standing_clock.stand()
    with clock.at(moment):
        client = as_family(user)
        pages = {name: _read(client, name, keys, child) for name, keys in asked}
    transaction.savepoint_rollback(before)
    return pages


def _read(client, name, keys, child):
    answer = client.get(reverse(name, kwargs=dict.fromkeys(keys, child.pk)))
    body = b"".join(answer) if answer.streaming else answer.content
    kind = answer.headers.get("Content-Type", "").partition(";")[0]
    if kind == "application/zip":
        body = _unpacked(body)
    if kind == "application/pdf":  # it says when it was made, by the machine's clock
        body = b""
    return answer.status_code, ANEW.sub("", body.decode())


def _unpacked(body):
    """The names of all that is in it, and the words of what is not compressed."""
    with ZipFile(BytesIO(body)) as packed:
        names = packed.namelist()
        words = [packed.read(name) for name in names if not name.endswith(".pdf")]
    return b"".join([*(name.encode() for name in names), *words])


def differ(some, others):
    """The names of the pages that are not the same, byte for byte."""
    return {name for name in some if some[name] != others[name]}
