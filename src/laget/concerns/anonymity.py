"""Whether words that are to be shared without identity give the child away.

Only what can be known for certain is looked for: the child's own name parts, birth date
and number, and anything that looks like a national identity number. A person still has
to read the text before it is sent; the page says so.
"""

import re

from laget.children.models import Child

NUMBER = re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
SHORTEST_NAME = 2


def what_tells(text: str, child: Child | None) -> list[str]:
    """The words that show who the child is; empty when none was found."""
    found = [match.group() for match in NUMBER.finditer(text)]
    if child:
        found += _names_in(text, child.name) + _dates_in(text, child)
    return sorted(set(found))


def _names_in(text: str, name: str) -> list[str]:
    """Name parts as whole words, also with the genitive s."""
    parts = {p.casefold() for p in WORD.findall(name) if len(p) >= SHORTEST_NAME}
    forms = parts | {f"{part}s" for part in parts}
    return [word for word in WORD.findall(text) if word.casefold() in forms]


def _dates_in(text: str, child: Child) -> list[str]:
    if child.born_on is None:
        return []
    forms = ("%d.%m.%Y", "%d.%m.%y", "%Y-%m-%d", "%d%m%y", "%d%m%Y")
    return [d for f in forms if (d := child.born_on.strftime(f)) in text]
