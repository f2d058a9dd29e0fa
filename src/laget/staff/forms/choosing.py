"""Choose a form of the municipality for a concern or a log."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import forms as may
from laget.concerns.models import Concern
from laget.forms import actions
from laget.forms.models import Filled, Template
from laget.kernel import clock
from laget.logs.models import Log
from laget.staff.forms import places
from laget.staff.forms.forms import ChooseForm
from laget.staff.forms.places import Place
from laget.web.page import PageRequest, back_to, page


@door.one(may.FILL_FOR_CONCERN)
def forms_of_concern(request: PageRequest, concern: Concern) -> HttpResponse:
    return _choose(request, places.of_concern(concern))


@door.one(may.FILL_FOR_LOG)
def forms_of_log(request: PageRequest, log: Log) -> HttpResponse:
    return _choose(request, places.of_log(log, request.user))


def _choose(request: PageRequest, place: Place) -> HttpResponse:
    templates = Template.objects.of(place.municipality).used_for(*place.purposes)
    form = ChooseForm(request.POST or None, among=templates)
    if not form.is_valid() or place.by is None:
        told = {"form": form, "place": place, **_offered(place, list(templates))}
        told["filled"] = list(Filled.objects.at(place.key).for_list())
        status = 422 if form.is_bound else 200
        return page(request, "staff/forms/choose.html", told, status)
    begun = actions.begin(
        form.cleaned_data["template"],
        place=place.key,
        municipality=place.municipality,
        child=place.child,
        by=place.by,
    )
    said = _("Begun. It saves itself as you write, and only you can see it.")
    return back_to(request, "fill-form", filled_id=begun.pk, said=said)


def _offered(place: Place, templates: list[Template]) -> dict[str, list[Template]]:
    """In the order the work needs them; those for another age by themselves."""
    order = list(place.purposes)
    templates.sort(key=lambda each: (order.index(each.purpose), each.position))  # type: ignore[arg-type]
    years = _years(place)
    fitting = [each for each in templates if _fits(each, years)]
    return {"fitting": fitting, "others": [t for t in templates if t not in fitting]}


def _years(place: Place) -> int | None:
    born = place.child.born_on if place.child else None
    if born is None:
        return None
    today = clock.today()
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _fits(template: Template, years: int | None) -> bool:
    if years is None:
        return True
    first, last = template.age_from, template.age_to
    return (first is None or first <= years) and (last is None or years <= last)
