"""The child moves to another unit, such as a school after kindergarten."""

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import logs as may
from laget.logs import actions, joining
from laget.logs.models import Log
from laget.organisation.models import OWN_ARENAS, Employment, Unit
from laget.staff.work.asking import answers, ask, does, typed
from laget.staff.work.forms.team import MoveForm
from laget.web.page import PageRequest, back_to


@door.one(may.MOVE)
def move_child(request: PageRequest, log: Log) -> HttpResponse:
    job = _holders_job(log)
    units = _units(log, job)
    form = MoveForm(typed(request), units=units, initial={"unit": job.unit_id})
    if form.is_valid() and does(
        form, lambda: actions.move_to_unit(log, **answers(form)), "unit"
    ):
        said = _("The child belongs to %s now.") % form.cleaned_data["unit"]
        return back_to(request, "child", log.child_id, said=said)
    told = {"log": log, "job": job, "members": joining.members(log, job.unit)}
    return ask(request, "move_child", log.child, form, **told)


def _holders_job(log: Log) -> Employment:
    parts = log.participations.current().filter(employment__user=log.holder)
    return parts.for_team()[0].employment


def _units(log: Log, job: Employment) -> QuerySet[Unit]:
    """Schools and kindergartens of the municipality, and where the holder works."""
    own = Q(service__kind__in=OWN_ARENAS) | Q(pk=job.unit_id)
    serving = Unit.objects.filter(
        own, service__municipalities=log.child.municipality_id
    )
    return serving.order_by("name", "pk")
