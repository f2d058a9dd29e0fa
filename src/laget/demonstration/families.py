"""The invented families who log in: an account with a number that belongs to nobody."""

from datetime import date
from typing import Any

from laget.accounts.models import User
from laget.demonstration import synthetic

GROWN = 40  # years; how old every invented parent is


def grown_up(today: date, guardian: dict[str, Any]) -> dict[str, Any]:
    """What is told of a guardian; with an account, the number that it is found by.

    `account` is the user name in the story, and `language` what they read best.
    """
    told = {**guardian}
    key, language = told.pop("account", ""), told.pop("language", "nb")
    if key:
        born_on = today.replace(year=today.year - GROWN, month=1, day=15)
        told["number"] = synthetic.number(born_on, sum(key.encode()) % 70)
        of_account(key, told["name"], language, told["number"])
    return told


def of_account(key: str, name: str, language: str, number: str) -> None:
    """One account each, however many children they have."""
    if not User.objects.filter(username=key).exists():
        User.objects.add(key, name, language=language, number=number)
