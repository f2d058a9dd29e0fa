"""Deeds of the story about those who ask for help: nobody is logged in who asks."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from laget.demonstration.scene import Cast
from laget.demonstration.story import Deed
from laget.intake import actions
from laget.intake.asking import Receipt, ask
from laget.intake.models import HelpRequest, Outcome
from laget.kernel import clock, workdays
from laget.kernel.acting import Role, acting
from laget.organisation.models import Employment

Words = dict[str, Any]
NOWHERE = "192.0.2.1"  # kept for examples: nobody has this address
SOON = 3  # working days to the next look


@dataclass
class Asked:
    """One request in the story, found again by its code as whoever acts sees it."""

    cast: Cast
    place: str
    receipt: Receipt
    job: Employment

    @property
    def request(self) -> HelpRequest:
        found = HelpRequest.objects.select_related("employment__unit")
        return found.get(code=self.receipt.code)


def play_one(cast: Cast, asked: dict[str, Asked], deed: Deed) -> None:
    """Run it with the clock at its moment."""
    if deed.verb == "asks":
        place = deed.words.get("in", "Kvinesdal")
        anyone = next(iter(cast.jobs.values()))
        asked[deed.child] = Asked(cast, place, _asks(cast, place, deed), anyone)
        return
    one = asked[deed.child]
    one.job = cast.jobs[deed.who]
    with acting(one.job.user_id, Role.STAFF):
        VERBS[deed.verb](one, deed.words)


def _asks(cast: Cast, place: str, deed: Deed) -> Receipt:
    told = {name: said for name, said in deed.words.items() if name != "in"}
    once = uuid5(NAMESPACE_URL, deed.child)
    asked = cast.municipalities[place]
    return ask(municipality=asked, once=once, address=NOWHERE, **told)


def _route(one: Asked, words: Words) -> None:
    to = one.cast.units[one.place, words["to"]]
    actions.route(one.request, to=to, words=words["words"], by=one.job.user)


def _accept(one: Asked, words: Words) -> None:
    actions.accept(one.request, by=one.job, next_on=_soon())


def _return(one: Asked, words: Words) -> None:
    actions.send_back(one.request, reason=words["reason"], by=one.job)


def _contact(one: Asked, words: Words) -> None:
    actions.record_contact(
        one.request,
        reached=words["reached"],
        told_who=words.get("told_who", False),
        words=words["words"],
        next_on=_soon(),
        by=one.job.user,
    )


def _close(one: Asked, words: Words) -> None:
    outcome = Outcome(words["outcome"])
    actions.close(one.request, outcome=outcome, words=words["words"], by=one.job.user)


def _soon() -> Any:
    return workdays.ahead(clock.today(), SOON)


VERBS: dict[str, Callable[[Asked, Words], None]] = {
    "asks": lambda one, words: None,
    "route": _route,
    "take": _accept,
    "return": _return,
    "contact": _contact,
    "end": _close,
}
