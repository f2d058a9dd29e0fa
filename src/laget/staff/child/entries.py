"""Entries: written, corrected by their writer, taken back or recalled."""

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import logs as rules
from laget.audit.models import Event, History, note
from laget.kernel import Overtaken, clock
from laget.logs import actions
from laget.logs.models import Entry, EntryKind, Log
from laget.logs.timeline import who_opened
from laget.staff.child.forms import ChangeForm, RecallForm, WriteForm
from laget.web.page import PageRequest, back_to, page
from laget.web.parts import Conflict


@door.one(rules.WRITE_ENTRY)
def write_entry(request: PageRequest, log: Log) -> HttpResponse:
    """Write in the log; `?kind=voice` begins with the child's own words."""
    chosen = request.GET.get("kind", EntryKind.NOTE)
    kind = chosen if chosen in EntryKind.values else EntryKind.NOTE
    form = WriteForm(request.POST or None, initial={"kind": kind}, child=log.child)
    if not form.is_valid():
        note(str(rules.READ), log)  # as a look: what came of it, it says itself
        shown = {"log": log, "child": log.child, "form": form}
        status = 422 if form.is_bound else 200
        return page(request, "staff/child/write.html", shown, status)
    typed, child = form.cleaned_data, log.child  # to write in it reads the log anew
    entry = actions.write_entry(
        log,
        text=typed["text"],
        kind=typed["kind"],
        heard=typed["heard"],
        by=request.user,
    )
    form.hold_back(entry, child, request.user)
    said = _("What you wrote is saved.")
    return back_to(request, "child", child_id=child.pk, said=said)


@door.one(rules.CHANGE_ENTRY)
def change_entry(request: PageRequest, entry: Entry) -> HttpResponse:
    """Correct one's own words; earlier versions stay readable."""
    begun = {"text": entry.text, "version": entry.version}
    form = ChangeForm(request.POST or None, initial=begun)
    if not form.is_valid():
        shown = {"entry": entry, "child": entry.log.child, "form": form}
        status = 422 if form.is_bound else 200
        return page(request, "staff/child/change.html", shown, status)
    typed = form.cleaned_data
    try:
        actions.change_entry(entry, version=typed["version"], text=typed["text"])
    except Overtaken:
        return _conflict(request, entry, typed["text"])
    return _back(request, entry, _("The change is saved."))


@require_POST
@door.one(rules.UNDO)
def undo_entry(request: PageRequest, entry: Entry) -> HttpResponse:
    """Take back what one has just written; nobody else is told."""
    actions.undo(entry, by=request.user)
    return _back(request, entry, _("It is taken back, as if never written."))


@door.one(rules.RECALL)
def recall_entry(request: PageRequest, entry: Entry) -> HttpResponse:
    """Take a mistaken entry away. First it is shown who may have read it."""
    form = RecallForm(request.POST or None)
    if not form.is_valid():
        shown = {
            "entry": entry,
            "child": entry.log.child,
            "form": form,
            "readers": list(readers_of(entry)),
        }
        status = 422 if form.is_bound else 200
        return page(request, "staff/child/recall.html", shown, status)
    actions.recall(entry, reason=form.cleaned_data["reason"], by=request.user)
    return _back(request, entry, _("The entry is recalled. Its words are gone."))


@door.one(rules.READ_ENTRY)
def entry_versions(request: PageRequest, entry: Entry) -> HttpResponse:
    """The words as they have been, newest first; of what was recalled, none."""
    if entry.was_undone:
        raise Http404
    kept = History.objects.filter(row=entry.pk).order_by("-at")
    versions = [
        (line.at, line.after["text"], line.after["version"])
        for line in kept
        if line.after and line.after["text"]
    ]
    shown = {"entry": entry, "child": entry.log.child, "versions": versions}
    return page(request, "staff/child/versions.html", shown)


def readers_of(entry: Entry) -> QuerySet[Event, str]:
    """Who has opened the child's page since the entry was written."""
    return who_opened(
        entry.log.child_id,
        since=entry.written_at,
        until=clock.now(),
        but=entry.written_by_id,
    )


def _conflict(request: PageRequest, entry: Entry, mine: str) -> HttpResponse:
    """Both texts, side by side; neither is lost."""
    saved = History.objects.filter(row=entry.pk).order_by("-at").first()
    both = Conflict(
        mine=mine,
        theirs=entry.text,
        by=entry.written_by.name,
        at=saved.at if saved else entry.written_at,
        version=entry.version,
    )
    shown = {"conflict": both, "action": request.path, "back": _child_url(entry)}
    return page(request, "web/conflict.html", shown, 409)


def _child_url(entry: Entry) -> str:
    return reverse("child", args=[entry.log.child_id])


def _back(request: PageRequest, entry: Entry, said: str) -> HttpResponse:
    return back_to(request, "child", child_id=entry.log.child_id, said=said)
