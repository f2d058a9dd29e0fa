"""The words are written in one way at home and at work: kept as one goes, then shared.

`Desk` says whose page it is; the rest is the same.
"""

from dataclasses import dataclass

from django.http import HttpResponse, JsonResponse
from django.http.request import QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from laget.children.models import Child
from laget.family.voice.forms import ShareForm, VoiceForm
from laget.family.voice.readers import readers_of
from laget.kernel import Overtaken, RuleBroken, clock
from laget.voices import actions
from laget.voices.models import Voice
from laget.voices.showing import said
from laget.web.page import PageRequest, back_to, page
from laget.web.templatetags import words


@dataclass(frozen=True)
class Desk:
    """Where one sits and writes: its pages, and their addresses by name."""

    template: str  # family/voice/<template>_<page>.html
    write: str
    save: str
    share: str
    done: str


def write(request: PageRequest, child: Child, desk: Desk) -> HttpResponse:
    """Write, save, and go on to who will read it. Nothing must be answered."""
    form = _form(request, child)
    if not form.is_bound:
        return _show(request, child, desk, form)
    if not form.is_valid():
        return _show(request, child, desk, form, 422)
    try:
        _keep(request, child, form)
    except Overtaken as overtaken:
        return _overtaken(request, child, desk, overtaken)
    if "later" in request.POST:
        kept = _("It is saved. Only you can see it.")
        return back_to(request, desk.done, child_id=child.pk, said=kept)
    return redirect(desk.share, child_id=child.pk)


def save(request: PageRequest, child: Child) -> HttpResponse:
    """What is written so far, saved by the page itself."""
    form = _form(request, child)
    if not form.is_valid():
        return JsonResponse({"fields": sorted(form.errors)}, status=422)
    try:
        saved = _keep(request, child, form)
    except Overtaken:
        return JsonResponse({}, status=409)
    now = words.at_clock(clock.now())
    return JsonResponse({"clock": now, "version": saved.version})


def share(request: PageRequest, child: Child, desk: Desk) -> HttpResponse:
    """Read it through, see who will read it, and share it by one act."""
    draft = Voice.objects.draft(child, request.user).first()
    if draft is None or draft.is_empty:
        return redirect(desk.write, child_id=child.pk)
    draft.child = child
    readers = readers_of(child, request.user)
    form, wrong = ShareForm(_sent(request), guardians=readers.guardians), ""
    if form.is_valid():
        try:
            actions.share(draft, by=request.user, **form.cleaned_data)
        except RuleBroken as broken:
            wrong = str(broken)
        else:
            shared = _("It is shared. Thank you for telling.")
            return back_to(request, desk.done, child_id=child.pk, said=shared)
    context = {"mine": said(draft, request.user), "readers": readers, "wrong": wrong}
    status = 422 if wrong or form.errors else 200
    return _page(request, child, desk, "share", context | {"form": form}, status)


def take_back(request: PageRequest, voice: Voice, desk: Desk) -> HttpResponse:
    """The team no longer reads it."""
    actions.withdraw(voice, by=request.user)
    gone = _("It is taken back. The team can no longer read it.")
    return back_to(request, desk.done, child_id=voice.child_id, said=gone)


def _form(request: PageRequest, child: Child) -> VoiceForm:
    draft = Voice.objects.draft(child, request.user).first()
    return _new_form(request, child, draft, _sent(request))


def _sent(request: PageRequest) -> QueryDict | None:
    """What was sent; also a form in which nothing was chosen has been sent."""
    return request.POST if request.method == "POST" else None


def _new_form(
    request: PageRequest, child: Child, draft: Voice | None, data: QueryDict | None
) -> VoiceForm:
    is_own = _is_own(request, child)
    return VoiceForm(data, child=child, draft=draft, is_own=is_own)


def _keep(request: PageRequest, child: Child, form: VoiceForm) -> Voice:
    draft = actions.begin(child, by=request.user)
    return actions.write(draft, **form.written())


def _show(
    request: PageRequest, child: Child, desk: Desk, form: VoiceForm, status: int = 200
) -> HttpResponse:
    return _page(request, child, desk, "write", {"form": form}, status)


def _overtaken(
    request: PageRequest, child: Child, desk: Desk, overtaken: Overtaken
) -> HttpResponse:
    """What is typed here stands; beside it what another window has saved meanwhile."""
    saved = overtaken.record
    assert isinstance(saved, Voice)
    saved.child = child
    typed = QueryDict(mutable=True)
    typed.update(request.POST)
    typed["version"] = str(saved.version)
    form = _new_form(request, child, saved, typed)
    context = {"form": form, "other": said(saved, request.user)}
    return _page(request, child, desk, "write", context, 409)


def _page(
    request: PageRequest,
    child: Child,
    desk: Desk,
    name: str,
    context: dict[str, object],
    status: int = 200,
) -> HttpResponse:
    told = context | {"child": child, "desk": desk, "is_own": _is_own(request, child)}
    whole = f"{desk.template}{name}"
    return page(request, f"family/voice/{whole}.html", told, status)


def _is_own(request: PageRequest, child: Child) -> bool:
    return child.account_id == request.user.pk
