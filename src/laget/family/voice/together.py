"""At work: somebody on the team writes together with the child, in its words."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_voice as may
from laget.audit.models import note
from laget.children.models import Child
from laget.family.voice import writing
from laget.voices.models import Voice
from laget.web.page import PageRequest

WORK = writing.Desk(
    *("together_", "staff-voice", "save-staff-voice", "share-staff-voice", "child")
)


@door.one(may.SPEAK_WITH)
def staff_voice(request: PageRequest, child: Child) -> HttpResponse:
    _note(request, child)
    return writing.write(request, child, WORK)


@require_POST
@door.one(may.SPEAK_WITH)
def save_staff_voice(request: PageRequest, child: Child) -> HttpResponse:
    return writing.save(request, child)


@door.one(may.SPEAK_WITH)
def share_staff_voice(request: PageRequest, child: Child) -> HttpResponse:
    _note(request, child)
    return writing.share(request, child, WORK)


@require_POST
@door.one(may.TAKE_BACK_WITH)
def take_back_staff_voice(request: PageRequest, voice: Voice) -> HttpResponse:
    return writing.take_back(request, voice, WORK)


def _note(request: PageRequest, child: Child) -> None:
    """Noted as a look at the child and no more: what it said is not for all at home."""
    if request.method == "GET":
        note("child.read", child)
