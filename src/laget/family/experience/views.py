"""Our experience: asked kindly, answered once, and read by nobody on the team."""

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_voice as may
from laget.audit.models import note_own
from laget.children.models import Child
from laget.family.experience.forms import ExperienceForm
from laget.kernel import RuleBroken
from laget.voices import actions
from laget.voices.models import Experience
from laget.voices.questions import Asked, put_away, to_ask_about
from laget.web.page import PageRequest, back_to, page


@door.one(may.EXPERIENCE)
def our_experience(request: PageRequest, child: Child) -> HttpResponse:
    """What there is to answer now, and what I answered before."""
    asked = to_ask_about(child, request.user)
    form = ExperienceForm(request.POST or None) if asked else None
    if form and asked and form.is_valid() and _told(request, asked, form):
        thanks = _("Thank you. It becomes part of the municipality's figures.")
        return back_to(request, "our-experience", child_id=child.pk, said=thanks)
    note_own("child.experience", request.user.pk)
    context = {
        "child": child,
        "asked": asked,
        "form": form,
        "before": Experience.objects.filter(log__child=child, by=request.user).order_by(
            "-at"
        ),
        "few": child.municipality.small_number_threshold,
    }
    status = 422 if form and form.is_bound else 200
    return page(request, "family/experience/experience.html", context, status)


@require_POST
@door.one(may.NOT_NOW)
def not_now(request: PageRequest, child: Child) -> HttpResponse:
    """The questions no longer stand on the plan; on My voice they can be answered."""
    put_away(child, request.user)
    said = _("We do not ask here any more. You find the questions under My voice.")
    return back_to(request, "our-plan", child_id=child.pk, said=said)


def _told(request: PageRequest, asked: Asked, form: ExperienceForm) -> bool:
    answers = {k: form.cleaned_data[k] for k in ("heard", "helped", "kept", "words")}
    try:
        actions.tell(asked.log, **answers, by=request.user)
    except RuleBroken as broken:
        form.add_error(None, str(broken))
        return False
    return True
