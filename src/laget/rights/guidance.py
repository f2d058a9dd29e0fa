"""When one must report to child welfare: the law's points, as data with their source.

People decide whether a point fits; nothing here weighs or counts.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from laget.kernel.law import DUTY_TO_REPORT, Law

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

AS_AMENDED = "LOV-2025-06-20-39"


@dataclass(frozen=True)
class Point:
    """One letter of the section's first paragraph, retold; `source` of its wording."""

    letter: str
    text: "StrPromise"
    law: Law
    source: str


def _point(letter: str, text: "StrPromise", source: str = "") -> Point:
    return Point(letter, text, DUTY_TO_REPORT, source or DUTY_TO_REPORT.number)


POINTS = (
    _point(
        "a",
        _(
            "The child is or will be abused, is seriously lacking in daily care, or is "
            "seriously neglected in another way."
        ),
    ),
    _point(
        "b",
        _(
            "The child has a life-threatening or other serious illness or injury, and "
            "is not examined or treated."
        ),
    ),
    _point(
        "c",
        _(
            "A child with a disability or much need of help does not get the treatment "
            "or education it needs."
        ),
    ),
    _point(
        "d",
        _(
            "The child puts its own development in serious danger: by serious or "
            "repeated offences, a drug problem, or other markedly harmful acts."
        ),
        AS_AMENDED,
    ),
    _point("e", _("The child is or will be exploited in human trafficking.")),
)
