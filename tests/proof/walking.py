"""Every address there is, asked for by every kind of person."""

import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from laget.kernel.acting import Role
from tests.family import log_in

TABLE = Path(__file__).with_name("access.csv")
# Who they are to the child: the account that plays the part.
PARTS = {
    "owner": "colleague",  # of the concern; let in no further
    "colleague": "fellow",  # works beside them, and that is all
    "holder": "holder",
    "participant": "nurse",
    "withdrawn": "adviser",  # took part until the consent was withdrawn
    "asked": "teacher",  # offered the log, has not answered
    "leader": "leader",
    "triage": "triage",  # answers requests for help, one of which is sent on
    "asked to help": "helper",  # in the unit it is sent on to
    "wrong hat": "guardian",  # a guardian, logged in as at work
    "same service": "elsewhere",  # another kindergarten of the municipality
    "same post": "stranger",  # in the other municipality
    "administrator": "administrator",  # of what the municipality has written
    "officer": "privacy",  # for data protection; the mother has asked
    "mother": "guardian",  # invited, written to
    "father": "father",  # one thing is held back from him; he is asked to nothing
    "barred": "barred",  # from contact
    "young": "youth",  # the child itself, fourteen
    "guest": "doctor",  # has a chair in the meeting
    "other family": "gro",
    "logged out": None,
}
AT_HOME = ["mother", "father", "barred", "young", "guest", "other family"]
KNOWS_NOTHING = ["colleague", "leader", "wrong hat", "same service", "same post"]
KNOWS_NOTHING += ["administrator", "barred", "other family", "logged out"]
# Who works where is no secret within the house; that a municipality is there, and what
# it has published, is none at all.
ENTIRELY_OPEN = {"employment", "municipality", "slug", "provider", "link", "key"}
STATUS = {
    200: "see",
    301: "see",
    302: "see",
    403: "no",
    404: "hidden",
    405: "-",
}
WRONG_LOG_IN = "Du må logge inn på en annen måte"
NEVER_SAME = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|[0-9a-f]{32}|[A-Za-z0-9]{64}"
)
WRITTEN = """
SELECT relname, n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_xact_user_tables
WHERE n_tup_ins + n_tup_upd + n_tup_del > 0
"""


class Told(NamedTuple):
    """What reached whoever asked."""

    status_code: int
    headers: dict[str, str]
    body: str


def patterns():
    yield from _walk(get_resolver().url_patterns)


def _walk(found):
    for pattern in found:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from _walk(pattern.url_patterns)


def names(*, staff=None):
    """All of them; or those that a log-in at work opens, or one at home."""
    return [
        pattern.name
        for pattern in patterns()
        if staff is None or _role(pattern) in (None, staff)
    ]


def _role(pattern):
    """Whether it is a page for those at work; None for one that is for anybody."""
    action = getattr(pattern.callback, "action", None)
    return action and action.role == Role.STAFF


def noun_of(name):
    """What its first id names, as in `child`; empty for a page about nobody."""
    return next(iter(_keys(name)), "").removesuffix("_id")


def address(name, ids):
    if name == "kept":  # what somebody typed: its key is like no other
        return reverse(name, kwargs={"key": NOWHERE})
    return reverse(name, kwargs={k: ids[k.removesuffix("_id")] for k in _keys(name)})


def _keys(name):
    return _all_keys()[name]


@cache
def _all_keys():
    """By the page's name. Where two have one name, those of the first."""
    return {p.name: list(p.pattern.converters) for p in reversed([*patterns()])}


def client_of(user, *, at_home=False, **options):
    client = Client(raise_request_exception=False, **options)
    if at_home:
        log_in(client, user)
    elif user:
        client.force_login(user)
    return client


def asked(client, method, url, data=None, content_type=None):
    """Ask, and undo whatever it did: the next one finds everything as it was.

    Of the answer, what reached the other side is kept, and not all that made it.
    """
    cookies, block = deepcopy(client.cookies), transaction.atomic()
    block._from_testcase = True  # a view's own transaction may stand inside this one
    with block:
        if content_type:
            response = client.post(url, data, content_type=content_type)
        else:
            response = getattr(client, method)(url, data or {})
        transaction.set_rollback(True)
    client.cookies = cookies
    body = response.content.decode(errors="replace")
    return Told(response.status_code, dict(response.headers), body)


def told(method, response):
    """In a word: see, do, no (seen, and not theirs to do), hidden, login, -."""
    if response.headers.get("Location", "").startswith("/login/"):
        return "login"
    if response.status_code == 403 and WRONG_LOG_IN in response.body:
        return "hat"  # said before anything is looked up
    word = STATUS.get(response.status_code)
    if method == "post" and (word == "see" or response.status_code in (409, 422)):
        return "do"
    return word or str(response.status_code)


def without_names(body):
    """Without what is new in every answer: ids, and the page's own key."""
    return NEVER_SAME.sub("#", body)


def written():
    """Rows written so far in this transaction, by table, undone or not."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return dict(cursor.fetchall())


def read_table():
    head, *rows = [
        [cell.strip() for cell in line.split(",")]
        for line in TABLE.read_text().splitlines()
    ]
    return {name: dict(zip(head[1:], cells, strict=True)) for name, *cells in rows}


def write_table(table):
    head = ["page", *PARTS]
    rows = [[name, *(cells[part] for part in PARTS)] for name, cells in table.items()]
    widths = [max(len(row[n]) for row in [head, *rows]) for n in range(len(head))]
    lines = [
        ", ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in [head, *rows]
    ]
    TABLE.write_text("".join(f"{line.rstrip()}\n" for line in lines))


NOWHERE = UUID("00000000-0000-4000-8000-000000000000")
