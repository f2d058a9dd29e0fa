"""What must hold of a plan: its measures serve its goals."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import Fault, Whole
from laget.organisation.profile.saying import meant


def goals(whole: Whole) -> Iterator[Fault]:
    for item in whole.all("plan"):
        known = [goal["key"] for goal in item.facts["goals"]]
        for number, measure in enumerate(item.facts["measures"]):
            goal = measure["goal"]
            if goal and goal not in known:
                said = _('There is no goal "{key}" in this plan.').format(key=goal)
                yield Fault(
                    item.at(f"measures.{number}.goal"), said + meant(goal, known)
                )
