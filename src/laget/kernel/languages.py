"""Which languages the interface speaks, to whom, and who has read the words.

Staff and the public pages have three; a family has six more, as far as they can
honestly be made: what no native reader has read says so on every page.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf.locale import LANG_INFO

FILE = Path(__file__).with_name("languages.toml")
BY_MACHINE = "with a machine"
EVERYTHING = "all"


@dataclass(frozen=True)
class Language:
    """One language: its own name for itself, and which areas a reader has approved."""

    code: str
    name: str
    english: str
    everywhere: bool
    right_to_left: bool
    by_machine: bool
    reviewed: frozenset[str]

    @property
    def has_a_note(self) -> bool:
        """Whether a page says that nobody who speaks the language has read it."""
        return self.by_machine and EVERYTHING not in self.reviewed


def _language(code: str, said: dict[str, Any]) -> Language:
    known = LANG_INFO.get(code, {})
    return Language(
        code=code,
        name=said["name"],
        english=said.get("english") or known["name"],
        everywhere=said.get("everywhere", False),
        right_to_left=said.get("right_to_left", False),
        by_machine=said["written"] == BY_MACHINE,
        reviewed=frozenset(a for r in said.get("reviewed", []) for a in r["areas"]),
    )


KNOWN = {c: _language(c, said) for c, said in tomllib.loads(FILE.read_text()).items()}
STAFF = [(each.code, each.name) for each in KNOWN.values() if each.everywhere]
FAMILY = [(each.code, each.name) for each in KNOWN.values()]

for _each in KNOWN.values():  # Django does not know all of them
    LANG_INFO.setdefault(
        _each.code,
        {
            "bidi": _each.right_to_left,
            "code": _each.code,
            "name": _each.english,
            "name_local": _each.name,
        },
    )
