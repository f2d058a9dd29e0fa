"""I am worried: what to do now, and the first words, in under a minute."""

from django.http import HttpResponse

from laget.access import door, work
from laget.concerns import actions
from laget.concerns.models import Concern
from laget.rights.models import Report
from laget.staff.guided.concern import Facts, at, on_the_way
from laget.staff.worry.forms import StartForm
from laget.staff.worry.guidance import Guidance
from laget.staff.worry.workplaces import workplaces
from laget.web.page import PageRequest, back_to, page


@door.own(work.WORRY)
def worry(request: PageRequest) -> HttpResponse:
    return _show(request, StartForm(places=workplaces(request.user)))


@door.own(work.WORRY)
def start_concern(request: PageRequest) -> HttpResponse:
    """Begin a concern. No child is named."""
    places = workplaces(request.user)
    form = StartForm(request.POST or None, places=places)
    if not form.is_valid():
        return _show(request, form)
    place = form.chosen
    begun = actions.open_concern(
        employment=place.employment, municipality=place.municipality
    )
    if seen := form.cleaned_data["seen"]:
        actions.write(begun, version=begun.version, factors=[], seen=seen)
    return back_to(request, "concern", concern_id=begun.pk)


def _show(request: PageRequest, form: StartForm) -> HttpResponse:
    here = next(iter(form.places.values()))
    kind = here.employment.unit.service.kind
    guidance = Guidance.of(here.municipality, kind)
    first = at(guidance.course, on_the_way(guidance.course)[0])
    open_ones = list(Concern.objects.open().for_list())
    request.shown = [each.about for each in open_ones]  # type: ignore[attr-defined]
    told = {
        "form": form,
        "guidance": guidance,
        "step": guidance.shown(guidance.course.first),
        "steps": guidance.stepper(Facts(), first) if guidance.course.steps else [],
        "mine": [each for each in open_ones if each.owner_id == request.user.pk],
        "shared": [each for each in open_ones if each.owner_id != request.user.pk],
        "reports": Report.objects.filter(written_by=request.user, sent_at=None),
    }
    return page(request, "staff/worry/worry.html", told, 422 if form.is_bound else 200)
