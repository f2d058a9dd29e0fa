"""The guide's part of a profile: guides with levels and steps, numbers, factors."""

from collections.abc import Sequence

from laget.guide.models import Contact, Factor, Guide, Level, Step
from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Facts, Item
from laget.organisation.profile.rows import same


def write_guides(municipality: Municipality, items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        facts = item.facts
        guide = same(
            Guide,
            {"municipality": municipality, "key": item.key},
            title=facts["title"],
            about=facts["about"],
            audience=facts["audience"],
            kinds=facts["services"],
            subject=facts["subject"],
            valid_from=facts["valid_from"],
            valid_until=facts["valid_until"],
            source=facts["source"],
            position=position,
        )
        write_graph(guide, facts)


def write_graph(guide: Guide, facts: Facts) -> None:
    """The levels and steps of one guide; those that are no longer in it go away."""
    levels = {
        each["key"]: same(
            Level, {"guide": guide, "key": each["key"]}, **_level(each, position)
        )
        for position, each in enumerate(facts["levels"])
    }
    for position, each in enumerate(facts["steps"]):
        _write_step(guide, levels[each["level"]], position, each)
    guide.steps.exclude(key__in=[each["key"] for each in facts["steps"]]).delete()
    guide.levels.exclude(key__in=levels).delete()


def _level(facts: Facts, position: int) -> Facts:
    names = ("name", "level", "about", "time")
    return {name: facts[name] for name in names} | {"position": position}


SAID = (
    *("title", "what", "how", "who", "verb", "tools", "forms", "services", "rule"),
    *("deadlines", "law"),
)


def _write_step(guide: Guide, stage: Level, position: int, facts: Facts) -> None:
    same(
        Step,
        {"guide": guide, "key": facts["key"]},
        stage=stage,
        level=stage.level,
        number=facts["number"] or facts["key"],
        position=position,
        is_outside=facts["outside"],
        leads_to=facts["next"],
        **{name: facts[name] for name in SAID},
    )


def write_contacts(municipality: Municipality, items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        same(
            Contact,
            {"municipality": municipality, "name": item.facts["name"]},
            number=item.facts["number"],
            when=item.facts["when"],
            is_emergency=item.facts["kind"] in ("emergency", "night"),
            position=position,
        )


def share_factors(items: Sequence[Item]) -> None:
    for position, item in enumerate(items):
        facts = dict(item.facts)
        same(Factor, {"code": facts.pop("code")}, position=position, **facts)
