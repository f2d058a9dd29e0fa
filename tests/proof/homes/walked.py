"""Everything somebody can ask for about the family, and which marks they were given."""

import re
from io import BytesIO
from itertools import product
from zipfile import ZipFile

from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from laget.kernel.acting import Role
from tests.family import log_in
from tests.proof.homes.table import AROUND
from tests.proof.walking import patterns

MARK = re.compile(r"zq\d{3}x")
MARK_AT_HOME = re.compile("|".join([MARK.pattern, *AROUND]))
SLOW = {"download-our-data", "consent-receipt-pdf", "form-pdf", "print-consents"}
# About what is asked for, or about nobody: not about a child that has a page.
OTHERS = {"helprequest", "employment", "discussion", "municipality", "offer", "version"}


def routes(*hats):
    """The name of each page that takes this log-in, with what it is about."""
    for pattern in patterns():
        action = getattr(pattern.callback, "action", None)
        if action and action.role in hats:
            yield pattern.name, list(pattern.pattern.converters)


def walk(home, user, *hats, slow=False):
    """By page, the marks in its words and headers; and all that was answered."""
    client, mark = Client(), MARK
    if hats == (Role.STAFF,):
        client.force_login(user)
    else:
        log_in(client, user)
        mark = MARK_AT_HOME
    seen = {}
    for name, nouns in routes(*hats):
        if name in SLOW and not slow:
            continue
        for keys in addresses(home, nouns):
            answer = client.get(reverse(name, kwargs=keys))
            assert answer.status_code < 500, name
            seen.setdefault(name, set()).update(marks_in(answer, mark))
    return seen


def addresses(home, nouns):
    known = [home.keys.get(noun.removesuffix("_id"), []) for noun in nouns]
    return [dict(zip(nouns, keys, strict=True)) for keys in product(*known)]


def marks_in(answer, mark=MARK):
    body = b"".join(answer) if answer.streaming else answer.content
    return set(mark.findall(f"{answer.headers} {words_of(body)}"))


def words_of(body):
    if body.startswith(b"%PDF"):
        pages = PdfReader(BytesIO(body)).pages
        return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))
    if body.startswith(b"PK"):
        with ZipFile(BytesIO(body)) as packed:
            inside = [words_of(packed.read(name)) for name in packed.namelist()]
            return " ".join([*packed.namelist(), *inside])
    return body.decode(errors="replace")


def found_by(client_user, word):
    """What a search for the word answers, without the word itself."""
    client = Client()
    client.force_login(client_user)
    texts = []
    for name in ("search", "find-child", "children"):
        answer = client.get(reverse(name), {"q": word, "name": word})
        texts.append(re.sub(r'value="[A-Za-z0-9]{64}"', "", answer.text))
    return [text.replace(word, "") for text in texts]
