"""What a version of a form asks, as objects: sections, questions, who reads each."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Self

from laget.forms.models import Kind, Purpose, Readers, TemplateVersion

Facts = dict[str, Any]
Key = tuple[str, str]  # of a section, and of a question in it


@dataclass(frozen=True)
class Option:
    key: str
    text: str
    note: str = ""


@dataclass(frozen=True)
class Scale:
    """From the words at the low end to those at the high end."""

    first: int
    last: int
    low: str
    high: str

    def words(self, place: int) -> str:
        ends = {self.first: self.low, self.last: self.high}
        return ends.get(place, "")

    @property
    def places(self) -> range:
        return range(self.first, self.last + 1)


@dataclass(frozen=True)
class Condition:
    """Another question of the form, and the answers that make this one a must."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """One question. `readers` are settled: its own, its section's or the form's.

    `place` is its section's number and its own, from 0: a name that is safe in a page.
    """

    section: str
    key: str
    place: tuple[int, int]
    kind: Kind
    text: str
    help: str
    readers: Readers
    is_required: bool
    required_when: Condition | None
    options: tuple[Option, ...]
    scale: Scale | None
    law: tuple[str, ...]

    @property
    def id(self) -> Key:
        return self.section, self.key

    @property
    def name(self) -> str:
        return "s{}q{}".format(*self.place)

    def option(self, key: str) -> str:
        return next((each.text for each in self.options if each.key == key), key)


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    help: str
    number: int
    questions: tuple[Question, ...]


@dataclass(frozen=True)
class Asked:
    """A whole form, as one version of it asks."""

    title: str
    about: str
    purpose: Purpose
    law: tuple[str, ...]
    sections: tuple[Section, ...]
    readers: frozenset[Readers] = field(default_factory=frozenset)

    @classmethod
    def by(cls, version: TemplateVersion) -> Self:
        facts: Facts = version.facts
        sections = tuple(_section(facts, n) for n in range(len(facts["sections"])))
        every = {q.readers for each in sections for q in each.questions}
        return cls(
            title=facts["title"],
            about=facts.get("about", ""),
            purpose=Purpose(facts["purpose"]),
            law=tuple(facts.get("law", ())),
            sections=sections,
            readers=frozenset(every),
        )

    def __iter__(self) -> Iterator[Question]:
        for section in self.sections:
            yield from section.questions

    @cached_property
    def by_id(self) -> dict[Key, Question]:
        return {question.id: question for question in self}

    def named(self, key: str, beside: Question) -> Question | None:
        """The question that a condition means: in the same section, else anywhere."""
        near = self.by_id.get((beside.section, key))
        return near or next((each for each in self if each.key == key), None)

    @cached_property
    def laws(self) -> list[str]:
        """All that is cited, each once, in the order of the form."""
        return list(dict.fromkeys([*self.law, *(law for q in self for law in q.law)]))


def _section(facts: Facts, number: int) -> Section:
    found = facts["sections"][number]
    readers = found.get("readers") or facts.get("readers") or Readers.FAMILY
    questions = tuple(
        _question(each, found["key"], (number, n), Readers(readers))
        for n, each in enumerate(found["questions"])
    )
    help_text = found.get("help", "")
    return Section(found["key"], found["title"], help_text, number, questions)


def _question(
    found: Facts, section: str, place: tuple[int, int], readers: Readers
) -> Question:
    when, scale = found.get("required_when") or {}, found.get("scale") or {}
    return Question(
        section=section,
        key=found["key"],
        place=place,
        kind=Kind(found["kind"]),
        text=found["question"],
        help=found.get("help", ""),
        readers=Readers(found.get("readers") or readers),
        is_required=bool(found.get("required")),
        required_when=Condition(when["question"], tuple(when["is"])) if when else None,
        options=tuple(
            Option(each["key"], each["text"], each.get("note", ""))
            for each in found.get("options") or ()
        ),
        scale=_scale(scale) if scale else None,
        law=tuple(found.get("law") or ()),
    )


def _scale(found: Facts) -> Scale:
    first, last = found.get("from"), found.get("to")
    return Scale(
        1 if first is None else first,
        5 if last is None else last,
        found["low"],
        found["high"],
    )
