"""Invented national identity numbers: a month above 80 belongs to nobody."""

from datetime import date

from laget.kernel import identity


def number(born_on: date, nth: int) -> str:
    """The nth valid synthetic number of that day."""
    start = f"{born_on.day:02}{born_on.month + 80:02}{born_on:%y}"
    tried = (f"{start}{tail:05}" for tail in range(90000, 100000))
    valid = (each for each in tried if identity.is_valid(each))
    for _ in range(nth):
        next(valid)
    return next(valid)
