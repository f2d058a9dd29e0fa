"""The guide's part of a profile: levels, steps, telephone numbers; and the factors."""

from dataclasses import dataclass
from pathlib import Path

from laget.guide.models import LEVELS, Contact, Factor, Level, Step, Verb
from laget.guide.words import Words, read_words
from laget.organisation.models import Municipality
from laget.organisation.profile.reading import ProfileError, Table, read_toml
from laget.organisation.profile.rows import same
from laget.organisation.profile.sections import Profile


@dataclass(frozen=True)
class StepFacts:
    number: str
    level: int
    verb: str
    tools: list[str]
    rule: str
    law: list[str]
    leads_to: list[dict[str, str]]
    words: Words


@dataclass(frozen=True)
class LevelFacts:
    level: int
    name: str
    about: str


@dataclass(frozen=True)
class Guide:
    levels: tuple[LevelFacts, ...]
    steps: tuple[StepFacts, ...]


def load_guide(profile: Profile, municipality: Municipality) -> None:
    guide = read_guide(profile.guide_folder)
    for level in guide.levels:
        key: dict[str, object] = {"municipality": municipality, "level": level.level}
        same(Level, key, name=level.name, about=level.about)
    for position, step in enumerate(guide.steps):
        _load_step(municipality, position, step)
    for position, contact in enumerate(profile.contacts):
        same(
            Contact,
            {"municipality": municipality, "name": contact.name},
            number=contact.number,
            when=contact.when,
            is_emergency=contact.is_emergency,
            position=position,
        )


def _load_step(municipality: Municipality, position: int, step: StepFacts) -> None:
    same(
        Step,
        {"municipality": municipality, "number": step.number},
        level=step.level,
        position=position,
        title=step.words.title,
        what=step.words.what,
        how=step.words.how,
        who=step.words.who,
        tools=step.tools,
        rule=step.rule,
        law=step.law,
        verb=step.verb,
        leads_to=step.leads_to,
    )


def read_guide(folder: Path) -> Guide:
    """The guide as a graph whose every way leads to a step that exists.

    Raises ProfileError naming the file, the step and what is wrong.
    """
    table = read_toml(folder / "guide.toml")
    words = read_words(folder / "guide")
    table.text("source")
    guide = Guide(
        levels=tuple(_read_level(each) for each in table.tables("levels")),
        steps=tuple(_read_step(each, words) for each in table.tables("steps")),
    )
    table.done()
    _check_ways(table.place, guide)
    return guide


def _check_ways(place: str, guide: Guide) -> None:
    known = {step.number for step in guide.steps}
    for step in guide.steps:
        for way in step.leads_to:
            if way["to"] not in known:
                sentence = (
                    f'Step {step.number} leads to "{way["to"]}", which is no step.'
                )
                raise ProfileError(place, sentence)


def _read_level(table: Table) -> LevelFacts:
    level = LevelFacts(_level(table), table.text("name"), table.text("about"))
    table.done()
    return level


def _level(table: Table) -> int:
    level = table.number("level")
    if level not in LEVELS:
        raise table.wrong("level", "A level is 0, 1, 2 or 3.")
    return level


def _read_step(table: Table, words: dict[str, Words]) -> StepFacts:
    number = table.text("number")
    if number not in words:
        sentence = f'There is no heading "# {number} ..." in the guide folder.'
        raise table.wrong("number", sentence)
    step = StepFacts(
        number=number,
        level=_level(table),
        verb=table.one_of("verb", Verb.values),
        tools=table.texts("tools", []),
        rule=table.text("rule", ""),
        law=table.texts("law", []),
        leads_to=[_read_way(each) for each in table.tables("next")],
        words=words[number],
    )
    table.done()
    return step


def _read_way(table: Table) -> dict[str, str]:
    way = {"to": table.text("to"), "when": table.text("when")}
    table.done()
    return way


def load_factors(folder: Path) -> None:
    table = read_toml(folder / "factors.toml")
    for position, each in enumerate(table.tables("factors")):
        _load_factor(position, each)
    table.done()


def _load_factor(position: int, table: Table) -> None:
    same(
        Factor,
        {"code": table.text("code")},
        side=table.one_of("side", Factor.Side.values),
        group=table.one_of("group", Factor.Group.values),
        position=position,
        nb=table.text("nb"),
        nn=table.text("nn"),
        en=table.text("en"),
        source=table.text("source"),
    )
    table.done()
