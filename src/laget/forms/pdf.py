"""A filled form as a tagged PDF that a screen reader reads (PDF/UA-1).

What people wrote is data, never markup: the template reads it as JSON and shows it as
it stands. Only the fonts that lie beside the template are used, and no network.
"""

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.utils import translation
from django.utils.translation import gettext as _

from laget.forms.law import Cited
from laget.forms.paper import Copy
from laget.forms.showing import Shown

HERE = Path(__file__).with_name("typst")
UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.S)
TRIES = 4


def pdf(copy: Copy) -> bytes:
    """The document."""
    return document(_told(copy))


def document(words: dict[str, Any]) -> bytes:
    """What `form.typ` is told. A letter that no typeface here has is written out by
    its name."""
    told = json.dumps(words, ensure_ascii=False)
    for _try in range(TRIES):
        try:
            return _compiled(told)
        except typst.TypstError as error:
            unshown = set("".join(UNSHOWN.findall(error.diagnostic)))
            if not unshown:
                raise
            told = told.translate({ord(sign): _named(sign) for sign in unshown})
    return _compiled(told.encode("ascii", "replace").decode())


def _compiled(told: str) -> bytes:
    made = typst.compile(
        HERE / "form.typ",
        root=HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"told": told},
        pdf_standards=["ua-1"],
    )
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[HERE / "fonts"])


def _named(sign: str) -> str:
    return f"[{unicodedata.name(sign, f'U+{ord(sign):04X}').lower()}]"


def _told(copy: Copy) -> dict[str, Any]:
    with translation.override(copy.language):
        return {
            "title": copy.title,
            "language": copy.language,
            "municipality": copy.municipality,
            "about": copy.about,
            "mark": copy.mark,
            "facts": copy.facts,
            "sections": [
                {
                    "title": each.section.title,
                    "help": each.section.help if copy.is_draft else "",
                    "answers": [_answer(one) for one in each.answers],
                }
                for each in copy.sections
            ],
            "laws": [law_in_words(law) for law in copy.laws],
            "words": {
                "law": _("Laws this form refers to"),
                "page": _("Page"),
                "of": _("of"),
                "signature": _("Signature") if copy.is_signed else "",
            },
        }


def _answer(one: Shown) -> dict[str, Any]:
    return {
        "question": one.question.text,
        "words": one.words,
        "points": one.points,
        "head": one.head,
        "rows": one.rows,
        "options": _to_tick(one) if one.is_empty else [],
    }


def _to_tick(one: Shown) -> list[str]:
    """On a paper to be filled in, what there is to choose from."""
    return [option.text for option in one.question.options]


def law_in_words(law: Cited) -> str:
    """The reference, and what its reader must know: never what it means for a child."""
    if law.is_replaced and law.now:
        return _("%(law)s has been replaced: see %(now)s") % {
            "law": law.text,
            "now": law.now,
        }
    if law.is_replaced:
        return _("%(law)s has been replaced") % {"law": law.text}
    if law.is_not_yet:
        return _("%(law)s is adopted, and not yet in force") % {"law": law.text}
    return f"{law.text} ({law.topic})" if law.topic else law.text
