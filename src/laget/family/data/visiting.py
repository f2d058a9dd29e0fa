"""Who has looked, in the download: all of it, in the words of its page."""

from typing import Any

from laget.accounts.models import User
from laget.children.models import Child
from laget.family.looked.words import Shown, in_words
from laget.logs import told
from laget.logs.visits import visits


def visits_of(child: Child, reader: User) -> list[dict[str, Any]]:
    rows = told.everything(child, reader)
    found = visits(child, rows)
    return [_told(in_words(visit, child, reader)) for visit in found]


def _told(shown: Shown) -> dict[str, Any]:
    one: dict[str, Any] = {
        "day": shown.visit.day,
        "who": shown.who,
        "works": shown.works,
        "why": str(shown.why),
        "looked_at": shown.looked,
        "wrote": shown.wrote,
        "searched": shown.searched,
    }
    if shown.has_a_time:
        one |= {"first": shown.visit.first, "last": shown.visit.last}
    return {name: value for name, value in one.items() if value}
