"""My voice: what I have said, what I am writing, and who reads it."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_voice as may
from laget.audit.models import note, note_own
from laget.children.models import Child
from laget.family.voice import writing
from laget.family.voice.rights import rights_for
from laget.voices.models import Voice
from laget.voices.questions import to_ask_about
from laget.voices.showing import Said, said
from laget.web.page import PageRequest, page

HOME = writing.Desk("", "write-voice", "save-voice", "share-voice", "my-voice")


@door.one(may.HEAR)
def my_voice(request: PageRequest, child: Child) -> HttpResponse:
    """What was said before, and the way to say something new."""
    told = list(Voice.objects.filter(child=child).told())
    for voice in told:
        voice.child = child
    _note(request, child, told)
    context = {
        "child": child,
        "is_own": child.account_id == request.user.pk,
        "draft": Voice.objects.draft(child, request.user).first(),
        "told": _said(request, child, told),
        "asked": to_ask_about(child, request.user),
    }
    return page(request, "family/voice/voice.html", context)


@door.one(may.SPEAK)
def write_voice(request: PageRequest, child: Child) -> HttpResponse:
    return writing.write(request, child, HOME)


@require_POST
@door.one(may.SPEAK)
def save_voice(request: PageRequest, child: Child) -> HttpResponse:
    return writing.save(request, child)


@door.one(may.SPEAK)
def share_voice(request: PageRequest, child: Child) -> HttpResponse:
    return writing.share(request, child, HOME)


@require_POST
@door.one(may.TAKE_BACK)
def take_back_voice(request: PageRequest, voice: Voice) -> HttpResponse:
    return writing.take_back(request, voice, HOME)


@door.one(may.RIGHTS)
def my_rights(request: PageRequest, child: Child) -> HttpResponse:
    """What I may, at my age; for a guardian also what a guardian sees and decides."""
    note_own("child.rights", request.user.pk)
    rights = rights_for(child, request.user)
    return page(request, "family/voice/rights.html", {"child": child, "rights": rights})


def _said(request: PageRequest, child: Child, told: list[Voice]) -> list[Said]:
    """Each with whom it is open to: for the young person, and for whoever wrote it.

    Another guardian reads that it is open to themselves, and not to whom else.
    """
    is_some = any(voice.open_to for voice in told)
    known = list(child.guardianships.current()) if is_some else []
    everyone = {one.pk: one.name for one in known}
    mine = {one.pk: one.name for one in known if one.user_id == request.user.pk}
    me = request.user.pk
    return [
        said(voice, request.user, names=everyone if me in theirs else mine)
        for voice in told
        for theirs in [(child.account_id, voice.written_by_id)]
    ]


def _note(request: PageRequest, child: Child, told: list[Voice]) -> None:
    """A guardian who reads the child's words is seen to; the child's own visit is not.

    Nor a guardian's who finds nothing, or what they wrote: others would guess from it.
    """
    others = [v for v in told if v.written_by_id != request.user.pk]
    if child.account_id != request.user.pk and others:
        hidden = next((v for v in others if not v.open_to_guardians), None)
        note("child.voice", child, object=hidden)  # then not told those not let in
    else:
        note_own("child.voice", request.user.pk)
