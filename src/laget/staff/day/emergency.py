"""Emergency access: exactly one child, a written reason, two hours, never in secret."""

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from laget.access import door, work
from laget.audit.models import Event, note_own
from laget.kernel import RuleBroken, clock, identity
from laget.logs import actions as logs
from laget.web import forms
from laget.web.page import PageRequest, back_to, page

TRIES, WITHIN = 5, timedelta(hours=1)
IN_VAIN = "emergency.in_vain"


class EmergencyForm(forms.Once):
    """One way or the other: the number, or the whole name and the birth date."""

    number = forms.LineField(
        label=_("National identity number"), required=False, max_length=20
    )
    name = forms.LineField(
        label=_("Or the whole name"),
        required=False,
        help_text=_("All the names, exactly as they are registered."),
    )
    born_on = forms.DayField(label=_("and the date of birth"), required=False)
    reason = forms.TextField(
        label=_("Why must you see this now?"),
        rows=4,
        help_text=_(
            "The holder, the leaders and later the family read what you write."
        ),
    )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        number = identity.only_digits(typed.get("number", ""))
        if number and not identity.is_valid(number):
            self.add_error("number", _("This number cannot be right."))
        if not number and not (typed.get("name") and typed.get("born_on")):
            told = _("Write the number, or the whole name and the date of birth.")
            self.add_error("name", told)
        return typed


@door.own(work.EMERGENCY)
def emergency(request: PageRequest) -> HttpResponse:
    form = EmergencyForm(request.POST or None)
    if form.is_valid() and (opened := _open(request, form)):
        return opened
    context = {"form": form}
    return page(
        request, "staff/day/emergency.html", context, 422 if form.is_bound else 200
    )


def _open(request: PageRequest, form: EmergencyForm) -> HttpResponse | None:
    """Not there and not to be seen answer alike; both are written down."""
    told = form.cleaned_data
    try:
        _must_not_be_guessing(request)
        access = logs.open_emergency(
            number=told["number"],
            name=told["name"],
            born_on=told["born_on"],
            reason=told["reason"],
            by=request.user,
        )
    except RuleBroken as broken:
        note_own(IN_VAIN, request.user.pk)
        form.add_error(None, str(broken))
        return None
    said = _("You can see this for two hours. The holder and the leaders are told.")
    return back_to(request, "child", child_id=access.child_id, said=said)


def _must_not_be_guessing(request: PageRequest) -> None:
    lately = Event.objects.filter(
        subject=request.user.pk, action=IN_VAIN, at__gt=clock.now() - WITHIN
    )
    if lately.count() >= TRIES:
        raise RuleBroken(
            _("Too many tries in an hour. Call the child's unit, or the police on 112.")
        )
