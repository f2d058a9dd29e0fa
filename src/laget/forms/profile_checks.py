"""What must hold of a form, so that it can be filled in and read."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from laget.forms.models import Kind
from laget.organisation.profile.declaring import Facts, Fault, Item, Whole
from laget.organisation.profile.ordering import upside_down
from laget.organisation.profile.saying import meant, twice

OF_OPTIONS = (Kind.CHOICE, Kind.MANY)


def questions(whole: Whole) -> Iterator[Fault]:
    """Each question can be answered, and depends only on questions that are there."""
    for item in whole.all("forms"):
        there: dict[str, Facts] = {}
        for path, question in _questions(item):
            if question["key"] in there:
                yield Fault(item.at(f"{path}.key"), twice(question["key"]))
            there[question["key"]] = question
        for path, question in _questions(item):
            yield from _options(item, path, question)
            yield from _scale(item, path, question)
            yield from _when(item, path, question, there)


def _questions(item: Item) -> Iterator[tuple[str, Facts]]:
    for number, section in enumerate(item.facts["sections"]):
        for at, question in enumerate(section["questions"]):
            yield f"sections.{number}.questions.{at}", question


def _options(item: Item, path: str, question: Facts) -> Iterator[Fault]:
    if question["kind"] in OF_OPTIONS and not question["options"]:
        said = _('"{key}" is to be chosen, and has no options to choose from.')
        yield Fault(item.at(path), said.format(key=question["key"]))


def _scale(item: Item, path: str, question: Facts) -> Iterator[Fault]:
    if question["scale"]:
        yield from upside_down(item, "from", "to", f"{path}.scale")
    elif question["kind"] == Kind.SCALE:
        said = _('"{key}" is a scale, and has no words for its ends.')
        yield Fault(item.at(path), said.format(key=question["key"]))


def _when(
    item: Item, path: str, question: Facts, there: dict[str, Facts]
) -> Iterator[Fault]:
    when = question["required_when"]
    if not when:
        return
    other = there.get(when["question"])
    if other is None:
        said = _('There is no question "{key}" in this form.')
        said = said.format(key=when["question"]) + meant(when["question"], list(there))
        yield Fault(item.at(f"{path}.required_when.question"), said)
        return
    known = [option["key"] for option in other["options"]]
    for number, answer in enumerate(when["is"] if known else ()):
        if answer not in known:
            said = _('"{answer}" is no answer to "{key}".')
            said = said.format(answer=answer, key=when["question"])
            place = item.at(f"{path}.required_when.is.{number}")
            yield Fault(place, said + meant(answer, known))
