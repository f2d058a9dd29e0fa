"""The invented families and guests who log in, with numbers that belong to nobody."""

from datetime import date, timedelta
from typing import Any
from zlib import crc32

from laget.accounts.models import User
from laget.demonstration import synthetic
from laget.demonstration.calendar import born_on
from laget.demonstration.story import ChildFacts, read_children

GROWN = 30  # years; how old the youngest invented parent is


def add_accounts(today: date) -> None:
    """One account each, however many children they have. Written by the owner.

    A guest has none of these numbers: a link is what lets them in.
    """
    for place, (facts, _) in enumerate(read_children()):
        for guardian in facts.guardians:
            told = told_of(today, guardian)
            _add(guardian.get("account", ""), guardian, told.get("number", ""))
        _add(facts.account, {"name": facts.name}, number_of(today, facts, place))
        for guest in facts.guests:
            _add(guest["account"], guest, "")


def told_of(today: date, guardian: dict[str, Any]) -> dict[str, Any]:
    """What is written down of a guardian; with an account, the number it is found by.

    `account` is the user name in the story, and `language` what they read best.
    """
    told = {k: v for k, v in guardian.items() if k not in ("account", "language")}
    if key := guardian.get("account", ""):
        older = timedelta(days=crc32(key.encode()) % 3650)
        born = today.replace(year=today.year - GROWN, month=1, day=15) - older
        told["number"] = synthetic.number(born, 0)
    return told


def number_of(today: date, facts: ChildFacts, place: int) -> str:
    """The child's own; none before it is born."""
    born = born_on(today, facts.born)
    return synthetic.number(born, place) if born else ""


def _add(key: str, told: dict[str, Any], number: str) -> None:
    if key and not User.objects.filter(username=key).exists():
        language = told.get("language", "nb")
        User.objects.add(key, told["name"], language=language, number=number)
