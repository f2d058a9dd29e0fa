"""Answers to the form that asks everything."""

from laget.forms.models import Kind

ANSWERS = {
    Kind.TEXT: "Kort sagt",
    Kind.LONG: "Første linje\nAndre linje",
    Kind.YES_NO: "no",
    Kind.CHOICE: "b",
    Kind.MANY: ["a", "b"],
    Kind.SERVICES: [{"key": "a", "text": "Det første", "said": "yes", "limit": "Lek"}],
    Kind.SCALE: 3,
    Kind.DATE: "2026-11-21",
    Kind.PERSON: {"name": "Kari", "role": "styrer"},
    Kind.PEOPLE: [{"name": "Ola", "phone": "00 00 00 00"}],
    Kind.FACTORS: ["R-C12"],
    Kind.PLAN: [{"number": "1", "goal": "Lek", "measure": "Gruppe", "who": "Kari"}],
}
READERS = ("family", "team", "writer")


def all_answered():
    return {readers: dict(ANSWERS) for readers in READERS}


def only_what_must():
    return {readers: {"text": f"for {readers}"} for readers in READERS}
