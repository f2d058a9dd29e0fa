"""What was answered in forms, as far as the answers are for the family."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.utils.translation import get_language

from laget.forms.answers import together
from laget.forms.models import Part, Readers
from laget.forms.reading import Asked
from laget.forms.showing import Shown, shown


def forms_of(filled: list[Any]) -> dict[UUID, dict[str, Any]]:
    """Each form's title, and its questions with their answers in words."""
    parts: dict[UUID, list[Part]] = defaultdict(list)
    for part in Part.objects.filter(filled__in=filled, readers=Readers.FAMILY):
        parts[part.filled_id].append(part)
    return {form.pk: _form(form, parts[form.pk]) for form in filled}


def _form(filled: Any, parts: list[Part]) -> dict[str, Any]:
    asked = Asked.by(filled.version)
    sections = shown(
        asked,
        together(parts),
        language=(get_language() or "nb")[:2],
        readers=[Readers.FAMILY],
    )
    return {
        "title": asked.title,
        "sections": [
            {"title": each.section.title, "answers": [_answer(a) for a in each.answers]}
            for each in sections
        ],
    }


def _answer(one: Shown) -> dict[str, Any]:
    rows = [", ".join(filter(None, row)) for row in one.rows]
    return {"question": one.question.text, "answer": [*one.words, *one.points, *rows]}
