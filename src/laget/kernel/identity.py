"""Norwegian national identity numbers, by the rule that holds from 2032.

Source: the Norwegian Tax Administration, "Nytt fødselsnummer fra 2032". Numbers with
the old and the new first check digit live side by side; no birth date or sex is read
out of one. A D-number has day + 40; a synthetic (invented) person has month + 80.
"""

FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
FIRST_REMAINDERS = frozenset({0, 1, 2, 3})


def only_digits(text: str) -> str:
    """What is left of a number typed with spaces or dots."""
    return "".join(c for c in text if c not in " .-\u00a0\u202f")


def is_valid(number: str) -> bool:
    """Eleven digits with a day and a month that exist and check digits that agree."""
    if len(number) != 11 or not (number.isascii() and number.isdigit()):
        return False
    digits = [int(c) for c in number]
    return (
        _has_a_date(number)
        and _remainder(digits, FIRST) in FIRST_REMAINDERS
        and _remainder(digits, SECOND) == 0
    )


def is_synthetic(number: str) -> bool:
    """An invented person of the test population: month + 80."""
    return 81 <= int(number[2:4]) <= 92


def _has_a_date(number: str) -> bool:
    day, month = int(number[:2]), int(number[2:4])
    return (
        1 <= day % 40 <= 31
        and day < 72
        and 1 <= (month - 80 if month > 80 else month) <= 12
    )


def _remainder(digits: list[int], weights: tuple[int, ...]) -> int:
    return sum(d * w for d, w in zip(digits, weights, strict=False)) % 11
