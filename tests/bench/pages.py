"""Which pages are measured, and the floor of each."""

import uuid
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import md5
from urllib.parse import urlencode

from tests.bench.people import CSRF, Person

HOST = "bench.invalid"
FLOOR = "floor-session"
WORD = "svømmehallen"
NOTE = "Hun lekte med de andre ute i dag og viste gjerne fram tegningen sin."
Where = Callable[[Person], str]
Typed = Callable[[str], dict[str, str]]  # for this path


@dataclass(frozen=True)
class Page:
    """`rows` is an element of the page; its floor prints as many lines as it has."""

    name: str
    times: int
    where: Where
    floor: Callable[[Person, int], str]
    rows: str = ""
    typed: Typed | None = None
    status: int = 200
    is_open: bool = False  # asked for by somebody who is not logged in
    is_family: bool = False  # asked for by a guardian

    @property
    def method(self) -> str:
        return "POST" if self.typed else "GET"


def _note(_path: str) -> dict[str, str]:
    return {"once": str(uuid.uuid4()), "kind": "note", "text": NOTE, "heard": ""}


DRAFTS = 50  # each person's
_saved: Counter[int] = Counter()
_version: Counter[str] = Counter()


def _draft(person: Person) -> str:
    """The person's drafts in turn: no two at a time save the same one."""
    nr = person.number * DRAFTS + _saved[person.number] % DRAFTS
    _saved[person.number] += 1
    return f"/forms/{uuid.UUID(md5(f'fd{nr}'.encode()).hexdigest())}/save/"


def _answers(path: str) -> dict[str, str]:
    """Twenty answers, never those that were saved the last time."""
    _version[path] += 1
    version = str(_version[path])
    return {"version": version, **{f"s0q{n}": f"{NOTE} {version}" for n in range(20)}}


PAGES = [
    Page("day", 3, lambda p: "/day/", lambda p, n: f"/day/{n}/", "<li"),
    Page("children", 3, lambda p: "/children/", lambda p, n: f"/children/{n}/", "<tr"),
    Page(
        "child",
        3,
        lambda p: f"/children/{p.child}/",
        lambda p, n: f"/child/{p.child}/{n}/",
    ),
    Page(
        "write-entry",
        3,
        lambda p: f"/logs/{p.log}/entries/",
        lambda p, n: f"/write-entry/{p.log}/",
        typed=_note,
        status=302,
    ),
    Page(
        "search",
        5,
        lambda p: "/search/",
        lambda p, n: f"/search/{n}/",
        "<mark",
        typed=lambda _path: {"words": WORD},
    ),
    Page(
        "front-door",
        3,
        lambda p: "/plass-0/",
        lambda p, n: f"/programmes/{n}/",
        "<a ",
        is_open=True,
    ),
    Page(
        "fan",
        5,
        lambda p: "/plass-0/programmes/",
        lambda p, n: f"/programmes/{n}/",
        "<a ",
        is_open=True,
    ),
    Page(
        "find-programme",
        5,
        lambda p: "/plass-0/programmes/?words=skolen",
        lambda p, n: f"/programmes/{n}/?words=skolen",
        "<a ",
        is_open=True,
    ),
    Page(
        "our-plan",
        3,
        lambda p: f"/family/{p.child}/",
        lambda p, n: f"/child/{p.child}/{n}/",
        is_family=True,
    ),
    Page(
        "who-looked-at-us",
        3,
        lambda p: f"/family/{p.child}/looked/",
        lambda p, n: f"/visits/{p.child}/{n}/",
        '<span class="av"',
        is_family=True,
    ),
    Page(
        "save-form",
        5,
        _draft,
        lambda p, n: f"/save-form/{p.log}/",
        typed=_answers,
    ),
]


def _cookies(person: Person) -> str:
    sessions = f"__Host-session={person.session}; {FLOOR}={person.floor_session}"
    return f"Cookie: {sessions}; __Host-csrf={CSRF}"


def request(page: Page, person: Person, path: str) -> bytes:
    """What a browser behind the proxy would send."""
    body = ""
    if page.typed:
        body = urlencode({**page.typed(path), "csrfmiddlewaretoken": CSRF})
    head = [
        f"{page.method} {path} HTTP/1.1",
        f"Host: {HOST}",
        f"Origin: https://{HOST}",
        "X-Forwarded-Proto: https",
        *([] if page.is_open else [_cookies(person)]),
        f"Content-Length: {len(body)}",
        "Content-Type: application/x-www-form-urlencoded",
        "Accept-Language: nb",
    ]
    return "\r\n".join([*head, "", body]).encode()
