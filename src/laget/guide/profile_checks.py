"""A guide is a graph that one can find one's way in, and that the work can follow."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from laget.guide.models import Audience, Verb
from laget.organisation.profile.declaring import Facts, Fault, Item, Whole
from laget.organisation.profile.ordering import upside_down
from laget.organisation.profile.saying import meant

NEEDED = (
    Verb.WRITE_CONCERN,
    Verb.TALK_WITH_GUARDIANS,
    Verb.DECIDE,
    Verb.REPORT,
)
ENDS = (Verb.CLOSE, Verb.REPORT, Verb.HAND_OVER)


def levels(whole: Whole) -> Iterator[Fault]:
    """Each step stands on a level of its guide."""
    for item in whole.all("guides"):
        known = [level["key"] for level in item.facts["levels"]]
        for number, step in enumerate(item.facts["steps"]):
            if step["level"] and step["level"] not in known:
                said = _('There is no level "{level}" in this guide.')
                said = said.format(level=step["level"]) + meant(step["level"], known)
                yield Fault(item.at(f"steps.{number}.level"), said)


def ways(whole: Whole) -> Iterator[Fault]:
    """What a step leads to is there, and every step can be reached from the first."""
    for item in whole.all("guides"):
        unknown = list(_unknown_ways(item))
        yield from unknown
        yield from _dead_ends(item)
        if not unknown and any(step["next"] for step in item.facts["steps"]):
            yield from _unreached(item)


def _unknown_ways(item: Item) -> Iterator[Fault]:
    known = [step["key"] for step in item.facts["steps"]]
    start = item.facts["start"]
    if start and start not in known:
        yield Fault(item.at("start"), _no_step(start, known))
    for number, step in enumerate(item.facts["steps"]):
        for at, way in enumerate(step["next"]):
            if way["to"] and way["to"] not in known:
                place = item.at(f"steps.{number}.next.{at}.to")
                yield Fault(place, _no_step(way["to"], known))


def _no_step(key: str, known: list[str]) -> str:
    said = _('There is no step "{key}" in this guide.').format(key=key)
    return said + meant(key, known)


def _dead_ends(item: Item) -> Iterator[Fault]:
    """In a guide for staff; there, only closing and reporting may be the end."""
    if item.facts["audience"] != Audience.STAFF:
        return
    for number, step in enumerate(item.facts["steps"]):
        if not step["next"] and step["verb"] not in ENDS and not step["outside"]:
            said = _('Step "{key}" leads nowhere: say under "next" what may follow.')
            yield Fault(item.at(f"steps.{number}"), said.format(key=step["key"]))


def _unreached(item: Item) -> Iterator[Fault]:
    steps = {step["key"]: step for step in item.facts["steps"]}
    ahead = [item.facts["start"] or next(iter(steps))]
    reached: set[str] = set()
    while ahead:
        key = ahead.pop()
        if key not in reached:
            reached.add(key)
            ahead += [way["to"] for way in steps[key]["next"]]
    for number, key in enumerate(steps):
        if key not in reached:
            said = _('Nobody can reach step "{key}": no step leads to it.')
            yield Fault(item.at(f"steps.{number}"), said.format(key=key))


def deadlines(whole: Whole) -> Iterator[Fault]:
    for item in whole.all("guides"):
        for number, step in enumerate(item.facts["steps"]):
            for at in range(len(step["deadlines"])):
                under = f"steps.{number}.deadlines.{at}"
                yield from upside_down(item, "at_least", "at_most", under)


def verbs(whole: Whole) -> Iterator[Fault]:
    """The work can follow each guide for staff from the first concern."""
    for item in whole.all("guides"):
        if item.facts["audience"] == Audience.STAFF:
            here = {step["verb"] for step in _first_steps(item)}
            for verb in NEEDED:
                if verb not in here:
                    said = _(
                        'No step has verb = "{verb}" on a level with level = 0: the '
                        "work cannot follow this guide without it."
                    )
                    yield Fault(item.where, said.format(verb=verb))


def _first_steps(item: Item) -> list[Facts]:
    """Those at co-operation 0; on a level that is not there, it is said elsewhere."""
    later = {each["key"] for each in item.facts["levels"] if each["level"] != 0}
    return [step for step in item.facts["steps"] if step["level"] not in later]


def shared_guide(whole: Whole) -> Iterator[Fault]:
    """There is a guide that staff in every service follow."""
    head = whole.municipality
    shared = [
        item
        for item in whole.all("guides")
        if item.facts["audience"] == Audience.STAFF and not item.facts["services"]
    ]
    if head and not shared:
        said = _("There is no guide for staff yet: the work has no steps to follow.")
        yield Fault(head.where, said, is_warning=True)
