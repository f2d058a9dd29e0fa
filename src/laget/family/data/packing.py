"""One file to take along: to read, to print, and for a machine."""

import json
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from laget.family.data import fields, schema
from laget.family.data.collecting import Everything
from laget.family.data.readable import Chapter, Item, chapters
from laget.forms.paper import Copy
from laget.forms.pdf import pdf
from laget.forms.showing import ShownSection

STYLE = Path(__file__).with_name("data.css")


def packed(all_of_it: Everything) -> bytes:
    """A zip whose names tell nobody whose it is."""
    told = chapters(all_of_it)
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as file:
        file.writestr("data.html", _page(all_of_it, told))
        file.writestr("data.css", STYLE.read_text())
        file.writestr("data.pdf", _paper(all_of_it, told))
        file.writestr("data.json", _for_machines(all_of_it))
        file.writestr("schema.json", schema.written())
    return whole.getvalue()


def _page(all_of_it: Everything, told: list[Chapter]) -> str:
    context = {
        "all": all_of_it,
        "chapters": told,
        "language": translation.get_language() or "nb",
        "is_rtl": translation.get_language_bidi(),
    }
    return render_to_string("family/data/file.html", context)


def _for_machines(all_of_it: Everything) -> str:
    told = {
        "version": fields.VERSION,
        "at": all_of_it.at,
        "records": all_of_it.records,
        "visits": all_of_it.visits,
    }
    return json.dumps(told, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _paper(all_of_it: Everything, told: list[Chapter]) -> bytes:
    """Tagged, so that it can be read aloud; made as the forms are."""
    day = timezone.localtime(all_of_it.at).date()
    child = all_of_it.child
    return pdf(
        Copy(
            title=_("My data"),
            about=child.first_name,
            language=translation.get_language() or "nb",
            municipality=child.municipality.name,
            facts=[
                (_("Taken out by"), all_of_it.reader.name),
                (_("Taken out"), formats.date_format(day, _("j F Y"))),
            ],
            mark="",
            sections=[_section(chapter) for chapter in told],
            laws=[],
        )
    )


def _section(chapter: Chapter) -> ShownSection:
    """As the form's paper reads it: a heading, and under it the records."""
    shown: Any = SimpleNamespace(
        section=SimpleNamespace(title=chapter.title, help=""),
        answers=[_record(item, chapter) for item in chapter.items],
    )
    return cast(ShownSection, shown)


def _record(item: Item, chapter: Chapter) -> Any:
    lines = [f"{what}: {words}" for what, words in item.lines]
    words = [part for line in lines for part in line.split("\n") if part.strip()]
    return SimpleNamespace(
        question=SimpleNamespace(text=item.title or chapter.title, options=()),
        words=words or [chapter.title],
        points=[],
        head=[],
        rows=[],
        is_empty=False,
    )
