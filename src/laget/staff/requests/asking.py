"""The one page on which something is done with a request: words, a form, a button."""

from collections.abc import Callable

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from laget.intake.models import HelpRequest
from laget.kernel import RuleBroken
from laget.web.forms import Form
from laget.web.page import PageRequest, back_to, page

Words = tuple[Promise, Promise, Promise]
WORDS: dict[str, Words] = {
    "route": (
        _("Ask a unit to take it"),
        _("It stays with you until somebody there has said yes."),
        _("Ask them"),
    ),
    "accept": (
        _("Accept the request"),
        _("From now you answer for it: get in touch, and say who you are."),
        _("Yes, I take it"),
    ),
    "return": (
        _("Send it back"),
        _("It lies where it was. Your reason helps to find the right one."),
        _("Send it back"),
    ),
    "contact": (
        _("Write down a contact"),
        _("Also when nobody answered: others can see that you tried."),
        _("Save"),
    ),
    "close": (
        _("Close the request"),
        _("When it is answered, or cannot be."),
        _("Close it"),
    ),
}


def ask(
    request: PageRequest, helprequest: HelpRequest, form: Form, deed: str
) -> HttpResponse:
    heading, lead, submit = WORDS[deed]
    told = {
        "asked": helprequest,
        "form": form,
        "heading": heading,
        "lead": lead,
        "submit": submit,
        "deed": deed,
    }
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "staff/requests/deed.html", told, status)


def does(form: Form, deed: Callable[[], object], field: str) -> bool:
    """Do it; a rule that says no is told at the field: nothing typed is lost."""
    try:
        deed()
    except RuleBroken as broken:
        form.add_error(field, str(broken))
        return False
    return True


def back(request: PageRequest, helprequest: HelpRequest, said: object) -> HttpResponse:
    """To the request, or to the list when it is no longer one's to see."""
    if HelpRequest.objects.filter(pk=helprequest.pk).exists():
        return back_to(
            request, "help-request", helprequest_id=helprequest.pk, said=said
        )
    return back_to(request, "requests", said=said)
