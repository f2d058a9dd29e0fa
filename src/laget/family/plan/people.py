"""Who helps, with what, and how to reach them; the one contact first."""

from dataclasses import dataclass
from typing import Any

from laget.accounts.models import User
from laget.family.plan.reading import Plan
from laget.logs.models import Participation


@dataclass(frozen=True)
class Helper:
    """Somebody on the team. Without a yes from the family they see nothing here."""

    user: User
    role: str
    doing: tuple[str, ...]
    sees: bool


def helpers(plan: Plan) -> list[Helper]:
    """All but the contact, who stands on top of the page."""
    return [_helper(plan, part) for part in plan.team if not _holds(plan, part)]


def contact(plan: Plan) -> Helper | None:
    """The holder, as long as the follow-up goes on."""
    if not plan.goes_on:
        return None
    held = [_helper(plan, part) for part in plan.team if _holds(plan, part)]
    return held[0] if held else Helper(plan.log.holder, "", (), True)


def _holds(plan: Plan, part: Participation) -> bool:
    return bool(part.employment.user_id == plan.log.holder_id)


def _helper(plan: Plan, part: Participation) -> Helper:
    job = part.employment
    doing = tuple(one.text for one in plan.doing if one.owner_id == job.user_id)
    return Helper(job.user, plan.child.work_of(job), doing, _sees(plan.log, part))


def _sees(log: Any, part: Participation) -> bool:
    """Their own unit's task, a law that is named, or a yes that stands."""
    job = part.employment
    own = job.unit_id == log.unit_id
    return own or bool(part.statute) or job.unit.service_id in log.services
