"""The guide's part of a profile: guides with levels and steps, numbers, factors."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import QuerySet

from laget.guide.models import Contact, Factor, Guide, Level, Step
from laget.organisation.models import Municipality
from laget.organisation.profile.declaring import Facts, Item
from laget.organisation.profile.rows import same, same_all
from laget.organisation.profile.write_services import was_of

GUIDE = ("title", "about", "audience", "subject", "valid_from", "valid_until", "source")
SAID = (
    *("key", "title", "what", "how", "who", "verb", "tools", "forms", "services"),
    *("rule", "deadlines", "law"),
)


def write_guides(municipality: Municipality, items: Sequence[Item]) -> None:
    """Each guide with its graph; steps and levels no longer in it go away."""
    guides = same_all(
        Guide.objects.filter(municipality=municipality),
        ("municipality", "key"),
        [
            {"municipality": municipality, "key": item.key, "position": position}
            | {"kinds": item.facts["services"]}
            | {name: item.facts[name] for name in GUIDE}
            for position, item in enumerate(items)
        ],
    )
    graphs = [(guide, item.facts) for guide, item in zip(guides, items, strict=True)]
    levels = _write_levels(graphs)
    steps = Step.objects.filter(guide__in=guides)
    kept = same_all(steps, ("guide", "key"), _steps(graphs, levels))
    _remove_others(steps, kept)
    _remove_others(Level.objects.filter(guide__in=guides), levels.values())


def _write_levels(
    graphs: Sequence[tuple[Guide, Facts]],
) -> dict[tuple[Any, str], Level]:
    rows = [
        {"guide": guide, "position": position}
        | {name: each[name] for name in ("key", "name", "level", "about", "time")}
        for guide, facts in graphs
        for position, each in enumerate(facts["levels"])
    ]
    there = Level.objects.filter(guide__in=[guide for guide, _facts in graphs])
    levels = same_all(there, ("guide", "key"), rows)
    return {(level.guide_id, level.key): level for level in levels}


def _steps(
    graphs: Sequence[tuple[Guide, Facts]], levels: dict[tuple[Any, str], Level]
) -> Iterator[Facts]:
    for guide, facts in graphs:
        for position, each in enumerate(facts["steps"]):
            stage = levels[guide.pk, each["level"]]
            yield {
                **{name: each[name] for name in SAID},
                "guide": guide,
                "stage": stage,
                "level": stage.level,
                "number": each["number"] or each["key"],
                "position": position,
                "is_outside": each["outside"],
                "leads_to": each["next"],
            }


def _remove_others(there: "QuerySet[Any]", kept: Any) -> None:
    gone = set(there.values_list("pk", flat=True)) - {each.pk for each in kept}
    if gone:
        there.filter(pk__in=gone).delete()


def write_contacts(municipality: Municipality, items: Sequence[Item]) -> None:
    """The numbers, and the duty desk's beside the municipality itself."""
    same_all(
        Contact.objects.filter(municipality=municipality),
        ("municipality", "name"),
        [
            {"municipality": municipality, "position": position}
            | {name: item.facts[name] for name in ("name", "number", "when")}
            | {"is_emergency": item.facts["kind"] in ("emergency", "night")}
            for position, item in enumerate(items)
        ],
        was_of(items),
    )
    night = [i.facts["number"] for i in items if i.facts["kind"] == "night"]
    key: Facts = {"pk": municipality.pk}
    same(Municipality, key, emergency_phone=night[-1] if night else "")


def share_factors(items: Sequence[Item]) -> None:
    rows = [{**item.facts, "position": at} for at, item in enumerate(items)]
    same_all(Factor.objects.all(), ("code",), rows)
