"""A log is opened: who holds it, at which level, and who joins from the start."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import children as may
from laget.access import door
from laget.accounts.models import User
from laget.children.models import Child
from laget.concerns.models import Concern, Decision
from laget.logs import actions, joining
from laget.logs.models import Log
from laget.organisation.models import OWN_ARENAS, Employment
from laget.staff.work import usual
from laget.staff.work.asking import ask, does, typed
from laget.staff.work.forms.life import OpenForm
from laget.staff.work.words import level_names
from laget.web.page import PageRequest, back_to

TO_HELP = {Decision.LEVEL_1: 1, Decision.LEVEL_2: 2}


@door.one(may.OPEN_LOG)
def open_log(request: PageRequest, child: Child) -> HttpResponse:
    concern = _decided_concern(request, child)
    jobs = _jobs(request.user, child)
    job = _chosen(request, jobs, concern)
    people = list(joining.candidates(child, job.unit))
    form = OpenForm(
        typed(request),
        jobs=jobs,
        levels=_levels(child, job, people),
        people=joining.without(people, but=[request.user.pk]),
        initial=_suggested(child, job, concern),
    )
    if form.is_valid() and does(form, lambda: _open(child, concern, form)):
        return _lead_on(request, child, form.cleaned_data["employment"])
    told = {
        "concern": concern,
        "is_untold": _is_untold(concern),
        "job": job,
        "has_consents": _shared(job, people),
        "usual_holder": usual.holder(child),
    }
    return ask(request, "open_log", child, form, **told)


def _jobs(user: User, child: Child) -> list[Employment]:
    """Where the person works, first of all where the child belongs."""
    mine = Employment.objects.current().filter(user=user).for_choice()
    return sorted(mine, key=lambda job: job.unit_id != child.unit_id)


def _chosen(
    request: PageRequest, jobs: list[Employment], concern: Concern | None
) -> Employment:
    """The workplace chosen in the form; else where the concern was written."""
    named = request.POST.get("employment", "")
    begun = str(concern.employment_id) if concern else ""
    by_key = {str(job.pk): job for job in jobs}
    return by_key.get(named) or by_key.get(begun) or jobs[0]


def _decided_concern(request: PageRequest, child: Child) -> Concern | None:
    """The person's own concern that was decided to lead to help, and has not yet."""
    mine = child.concerns.filter(
        owner=request.user, decision__in=TO_HELP, log__isnull=True
    )
    named = [c for c in mine if str(c.pk) == request.GET.get("concern")]
    return next(iter(named), None) or mine.order_by("-decided_at").first()


def _levels(
    child: Child, job: Employment, people: list[Employment]
) -> list[tuple[int, str]]:
    """Level 1 always; shared with others once the family has said yes to somebody."""
    names = level_names(child.municipality)
    possible = names if _shared(job, people) else {1: names[1]}
    return list(possible.items())


def _shared(job: Employment, people: list[Employment]) -> bool:
    return any(person.unit.service_id != job.unit.service_id for person in people)


def _suggested(
    child: Child, job: Employment, concern: Concern | None
) -> dict[str, object]:
    level = TO_HELP[Decision(concern.decision)] if concern else 1
    again = usual.review_on(child.municipality, level)
    return {"employment": job.pk, "level": level, "next_on": again}


def _is_untold(concern: Concern | None) -> bool:
    """Whether it was decided that nobody at home is told of the concern."""
    if concern is None:
        return False
    return concern.conversations.exclude(not_told="").exists()


def _open(child: Child, concern: Concern | None, form: OpenForm) -> Log:
    told = form.cleaned_data
    log = actions.open_log(
        child,
        by=told["employment"],
        level=int(told["level"]),
        next_on=told["next_on"],
        concern=concern,
    )
    for job in told.get("invited", []):
        actions.invite(log, employment=job)
    return log


def _lead_on(request: PageRequest, child: Child, job: Employment) -> HttpResponse:
    """Someone of the child's own school or kindergarten is to hold it, as a rule."""
    log = _just_opened(child, request.user)
    unit = child.unit
    if unit and unit.pk != job.unit_id and unit.service.kind in OWN_ARENAS:
        said = _("The log is open, and you hold it. Now offer it to somebody at %s.")
        said = said % unit.name
        if child.is_hidden_at_home:
            said = _("The log is open, and you hold it.")
        return back_to(request, "offer-log", log.pk, said=said)
    return back_to(request, "child", child.pk, said=_("The log is open. You hold it."))


def _just_opened(child: Child, user: User) -> Log:
    return child.logs.open().get(holder=user)
