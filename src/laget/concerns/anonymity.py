"""Whether words that are to be shared without identity give the child away.

Only what can be known for certain is looked for: numbers and whole dates, whoever they
belong to, and, once the child is named, its own and its guardians' names and its
birthday. A person still has to read the text before it is sent; the page says so.
"""

import re
from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from laget.children.models import Child
from laget.kernel import RuleBroken

IDENTITY = re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)")
PHONE = re.compile(r"(?<!\d)(?:\+47 ?)?(?:\d{2}(?: ?\d{2}){3}|\d{3} \d{2} \d{3})(?!\d)")
MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
MONTHS = (
    *("jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep"),
    *("o[kc]t", "nov", "de[sc]"),
)
MONTH = rf"(?:\d{{1,2}}|(?:{'|'.join(MONTHS)})[a-z]*\.?)"
GAP = r"(?:[./-] ?| )"
WHOLE_DATE = re.compile(
    rf"(?<!\d)(?:\d{{1,2}}{GAP}{GAP}?{MONTH}{GAP}(?:19|20)?\d{{2}}"
    r"|(?:19|20)\d{2}-\d{2}-\d{2})(?!\d)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
INSIDE = re.compile(r"(?<=[^\W\d_])[,;:]?[ ]+([A-ZÆØÅÄÖ][^\W\d_]+(?:-[^\W\d_]+)*)")
SHORTEST_NAME = 2


def must_not_tell(text: str, child: Child | None) -> None:
    """Raises RuleBroken naming the words that show who the child is."""
    if told := what_tells(text, child):
        words = ", ".join(f"«{word}»" for word in told)
        raise RuleBroken(
            _("The question must not show who the child is: take out %(what)s.")
            % {"what": words}
        )


def what_tells(text: str, child: Child | None) -> list[str]:
    """The words that show who the child is; empty when none was found."""
    found = [
        match.group().strip()
        for pattern in (IDENTITY, PHONE, MAIL, WHOLE_DATE)
        for match in pattern.finditer(text)
    ]
    if child:
        names = [child.name, *_guardians(child)]
        found += _names_in(text, names) + _birthday_in(text, child)
    return _longest(found)


def perhaps_names(text: str) -> list[str]:
    """Words with a capital inside a sentence: shown to the writer, never refused."""
    found = (match.group(1) for match in INSIDE.finditer(text))
    return sorted(set(found))


def _longest(found: list[str]) -> list[str]:
    """Each once; a piece of something longer that was found is not said beside it."""
    return sorted(w for w in set(found) if not any(w in o for o in set(found) - {w}))


def _guardians(child: Child) -> list[str]:
    return [guardian.name for guardian in child.guardianships.current()]


def _names_in(text: str, names: Iterable[str]) -> list[str]:
    """Name parts as whole words, also with the genitive s."""
    parts = {p.casefold() for name in names for p in WORD.findall(name)}
    parts = {part for part in parts if len(part) >= SHORTEST_NAME}
    forms = parts | {f"{part}s" for part in parts}
    return [word for word in WORD.findall(text) if word.casefold() in forms]


def _birthday_in(text: str, child: Child) -> list[str]:
    """The day the child was born, or is expected, without its year."""
    day = child.born_on or child.due_on
    return [m.group() for m in _of(day).finditer(text)] if day else []


def _of(day: date) -> re.Pattern[str]:
    numbers = rf"0?{day.day}[./-] ?0?{day.month}(?!\d)"
    words = rf"0?{day.day}\.? {MONTHS[day.month - 1]}[a-z]*"
    compact = "|".join(day.strftime(f) for f in ("%d%m%y", "%d%m%Y"))
    return re.compile(rf"(?<!\d)(?:{numbers}|{words}|{compact})", re.IGNORECASE)
