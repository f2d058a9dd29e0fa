"""Getting in touch with the one who asked, and closing what is answered."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import intake as may
from laget.intake import actions
from laget.intake.models import HelpRequest, Outcome
from laget.staff.requests.asking import ask, back, does
from laget.staff.requests.forms import CloseForm, ContactForm
from laget.staff.requests.kindly import kindly
from laget.web.page import PageRequest


@kindly
@door.one(may.CONTACT)
def contact(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    form = ContactForm(request.POST or None)
    if not form.is_valid():
        return ask(request, helprequest, form, "contact")
    told = {k: v for k, v in form.cleaned_data.items() if k != "once"}
    told["reached"] = told["reached"] == "yes"
    actions.record_contact(helprequest, **told, by=request.user)
    return back(request, helprequest, _("The contact is written down."))


@kindly
@door.one(may.CLOSE)
def close(request: PageRequest, helprequest: HelpRequest) -> HttpResponse:
    form = CloseForm(request.POST or None)
    told = form.cleaned_data if form.is_valid() else {}
    if told and does(
        form,
        lambda: actions.close(
            helprequest,
            outcome=Outcome(told["outcome"]),
            words=told["words"],
            by=request.user,
        ),
        "outcome",
    ):
        return back(request, helprequest, _("The request is closed."))
    return ask(request, helprequest, form, "close")
