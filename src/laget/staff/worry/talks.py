"""The conversation with the guardians; or why they must not be told first."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import concerns as may
from laget.access import door
from laget.audit.models import note
from laget.concerns import actions
from laget.concerns.models import Concern
from laget.guide.models import Verb
from laget.kernel import clock
from laget.staff.work.asking import answers
from laget.staff.worry.forms import TalkForm, WaitForm
from laget.staff.worry.showing import step_page
from laget.web.page import PageRequest, back_to


@door.one(may.TALK)
def talk(request: PageRequest, concern: Concern) -> HttpResponse:
    """Prepare it and write it down."""
    today = {"held_on": clock.today()}
    form = TalkForm(request.POST or None, initial=today, child=concern.child)
    if not form.is_valid():
        note(str(may.READ), concern)  # as a look: what came of it, it says itself
        return step_page(request, concern, Verb.TALK_WITH_GUARDIANS, form, "talk")
    held = actions.record_conversation(concern, **answers(form), by=request.user)
    form.hold_back(held, concern.child, request.user)
    told = _("The conversation is saved. Now decide what happens next.")
    return back_to(request, "concern", concern_id=concern.pk, said=told)


@door.one(may.TALK)
def talk_waits(request: PageRequest, concern: Concern) -> HttpResponse:
    """Violence, abuse or danger: child welfare and the police come first."""
    form = WaitForm(request.POST or None)
    if not form.is_valid():
        note(str(may.READ), concern)
        return step_page(request, concern, Verb.REPORT, form, "waits")
    why, reason = form.cleaned_data["why"], form.cleaned_data["reason"]
    actions.do_not_tell(concern, why=why, reason=reason, by=request.user)
    told = _("It is saved. Now report to child welfare, or call them for advice.")
    return back_to(request, "concern", concern_id=concern.pk, said=told)
