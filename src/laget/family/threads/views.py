"""Messages between the family and the team, as the family sees them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_threads as may
from laget.children.models import Child
from laget.family.threads import drafts
from laget.family.threads.forms import PostForm, StartForm
from laget.logs.models import Log
from laget.threads import actions, people, reading
from laget.threads.models import Post, Thread
from laget.web.page import PageRequest, back_to, page


@door.one(may.LIST)
def threads(request: PageRequest, child: Child) -> HttpResponse:
    """The conversations one is in, the newest first."""
    found = Thread.objects.filter(log__child=child).select_related("log")
    family = people.of_the_family(child)
    shown = {
        "child": child,
        "lines": reading.lines(found, request.user, family),
        "may_start": _log(child) is not None,
    }
    return page(request, "family/threads/list.html", shown)


@door.one(may.START)
def start_thread(request: PageRequest, child: Child) -> HttpResponse:
    """Write to the team; first it is shown who will read it."""
    log, me = _log(child), people.oneself(child, request.user)
    if log is None or me is None:
        raise PermissionDenied
    log.child = child
    team = people.team(log)
    others = people.others(child, request.user)
    begun = drafts.of(request.user, child)
    form = StartForm(request.POST or None, readers=team, others=others, begun=begun)
    if not form.is_valid():
        shown = {"child": child, "form": form, "team": team}
        status = 422 if form.is_bound else 200
        return page(request, "family/threads/start.html", shown, status)
    sent = actions.start(
        log,
        subject=form.cleaned_data["subject"],
        text=form.cleaned_data["text"],
        family=[me, *form.chosen],
        by=request.user,
        as_family=True,
    )
    drafts.throw_away(request.user, child)
    return back_to(request, "thread", thread_id=sent.pk, said=_("Sent."))


@door.one(may.READ)
def thread(request: PageRequest, thread: Thread) -> HttpResponse:
    """One conversation. What stands on the page has been read."""
    return _page(request, thread)


@require_POST
@door.one(may.WRITE)
def write_post(request: PageRequest, thread: Thread) -> HttpResponse:
    """Answer in a conversation one is in."""
    form = PostForm(request.POST, readers=_readers(thread))
    if not form.is_valid():
        return _page(request, thread, form)
    text = form.cleaned_data["text"]
    actions.write(thread, text=text, by=request.user, as_family=True)
    drafts.throw_away(request.user, thread)
    return back_to(request, "thread", thread_id=thread.pk, said=_("Sent."))


@require_POST
@door.one(may.RECALL)
def take_back_post(request: PageRequest, post: Post) -> HttpResponse:
    """Take one's own message back."""
    actions.recall(post)
    said = _("The message is taken back. Its words are gone.")
    return back_to(request, "thread", thread_id=post.thread_id, said=said)


def _page(
    request: PageRequest, thread: Thread, form: PostForm | None = None
) -> HttpResponse:
    team = people.team(thread.log, since=thread.started_at)
    family = [one.reader for one in people.family_in(thread)]
    readers = [*team, *family]
    posts = reading.posts(thread, request.user, readers, as_family=True)
    if request.method == "GET":
        actions.mark_read(thread, [one.post for one in posts], by=request.user)
    begun = drafts.of(request.user, thread) if thread.log.is_open else {}
    shown: dict[str, Any] = {
        "thread": thread,
        "child": thread.log.child,
        "posts": posts,
        "team": team,
        "family": family,
        "is_open": thread.log.is_open,
        "form": form or PostForm(readers=readers, begun=begun),
        "recall": "take-back-post",
    }
    return page(request, "family/threads/thread.html", shown, 422 if form else 200)


def _readers(thread: Thread) -> list[people.Reader]:
    family = [one.reader for one in people.family_in(thread)]
    return [*people.team(thread.log, since=thread.started_at), *family]


def _log(child: Child) -> Log | None:
    """The open one; a child has one at a time."""
    found = Log.objects.open().filter(child=child)
    return found.select_related("holder", "unit__service").first()
