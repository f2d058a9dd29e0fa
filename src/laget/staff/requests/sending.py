"""To the right unit: asked, taken back, accepted, or returned with a reason."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import intake as may
from laget.intake import actions
from laget.intake.models import HelpRequest
from laget.organisation.models import Employment, Service, Unit
from laget.staff.requests.asking import ask, back, does
from laget.staff.requests.forms import AcceptForm, ReturnForm, RouteForm
from laget.staff.requests.kindly import kindly
from laget.web.page import PageRequest


@kindly
@door.one(may.ROUTE)
def route(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    form = RouteForm(request.POST or None, units=_units(helprequest))
    told = form.cleaned_data if form.is_valid() else {}
    if told and does(
        form,
        lambda: actions.route(
            helprequest, to=told["to"], words=told["words"], by=request.user
        ),
        "to",
    ):
        said = _("%(unit)s is asked. It stays with you until they say yes.")
        return back(request, helprequest, said % {"unit": told["to"]})
    return ask(request, helprequest, form, "route")


@kindly
@require_POST
@door.one(may.TAKE_BACK)
def take_back(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    actions.take_back(helprequest, by=request.user)
    return back(request, helprequest, _("They are no longer asked."))


@kindly
@door.one(may.ACCEPT)
def accept(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    form = AcceptForm(request.POST or None)
    if not form.is_valid():
        return ask(request, helprequest, form, "accept")
    on = form.cleaned_data["next_on"]
    actions.accept(helprequest, by=_job(request, helprequest), next_on=on)
    said = _("It is yours now. Get in touch, and say who you are.")
    return back(request, helprequest, said)


@kindly
@door.one(may.SEND_BACK)
def send_back(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    form = ReturnForm(request.POST or None)
    if not form.is_valid():
        return ask(request, helprequest, form, "return")
    reason = form.cleaned_data["reason"]
    actions.send_back(helprequest, reason=reason, by=_job(request, helprequest))
    return back(request, helprequest, _("It is sent back with your reason."))


def _job(request: PageRequest, helprequest: HelpRequest) -> Employment:
    """The person's work in the unit that is asked."""
    asked = helprequest.routings.open().values("to_unit")
    mine = Employment.objects.current().filter(user=request.user, unit__in=asked)
    return mine.select_related("user", "unit").get()


def _units(helprequest: HelpRequest) -> QuerySet[Unit]:
    """Of services that take requests from there, with somebody at work in them."""
    taking = Service.objects.of(helprequest.municipality).taking_requests()
    staffed = Employment.objects.present().values("unit")
    there = Unit.objects.filter(service__in=taking, is_ended=False, pk__in=staffed)
    if here := helprequest.unit:
        there = there.exclude(pk=here.pk)
    return there.select_related("service").order_by("name")
