"""Messages with the family, as the team sees them."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import threads as may
from laget.logs.models import Log
from laget.staff.threads.forms import PostForm, StartForm
from laget.threads import actions, people, reading
from laget.threads.models import Post, Thread
from laget.web.page import PageRequest, back_to, page


@door.one(may.LIST)
def log_threads(request: PageRequest, log: Log) -> HttpResponse:
    """The conversations with the family, the newest first."""
    family = people.of_the_family(log.child)
    shown = {
        "log": log,
        "child": log.child,
        "lines": reading.lines(log.threads.all(), request.user, family),
    }
    return page(request, "staff/threads/list.html", shown)


@door.one(may.START)
def start_staff_thread(request: PageRequest, log: Log) -> HttpResponse:
    """Write to those of the family one chooses; first it is shown who reads it."""
    family, team = people.of_the_family(log.child), people.team(log)
    form = StartForm(request.POST or None, readers=team, family=family)
    if not form.is_valid():
        shown = {"log": log, "child": log.child, "form": form, "team": team}
        status = 422 if form.is_bound else 200
        return page(request, "staff/threads/start.html", shown, status)
    begun = actions.start(
        log,
        subject=form.cleaned_data["subject"],
        text=form.cleaned_data["text"],
        family=form.chosen,
        by=request.user,
        as_family=False,
    )
    return back_to(request, "staff-thread", thread_id=begun.pk, said=_("Sent."))


@door.one(may.READ)
def staff_thread(request: PageRequest, thread: Thread) -> HttpResponse:
    """One conversation. What stands on the page has been read."""
    return _page(request, thread)


@require_POST
@door.one(may.WRITE)
def write_staff_post(request: PageRequest, thread: Thread) -> HttpResponse:
    """Answer in it."""
    family = [one.reader for one in people.family_in(thread)]
    readers = [*people.team(thread.log, since=thread.started_at), *family]
    form = PostForm(request.POST, readers=readers)
    if not form.is_valid():
        return _page(request, thread, form)
    text = form.cleaned_data["text"]
    actions.write(thread, text=text, by=request.user, as_family=False)
    return back_to(request, "staff-thread", thread_id=thread.pk, said=_("Sent."))


@require_POST
@door.one(may.RECALL)
def recall_post(request: PageRequest, post: Post) -> HttpResponse:
    """Take one's own message back."""
    actions.recall(post)
    said = _("The message is taken back. Its words are gone.")
    return back_to(request, "staff-thread", thread_id=post.thread_id, said=said)


def _page(
    request: PageRequest, thread: Thread, form: PostForm | None = None
) -> HttpResponse:
    team = people.team(thread.log, since=thread.started_at)
    family = [one.reader for one in people.family_in(thread)]
    readers = [*team, *family]
    posts = reading.posts(thread, request.user, readers, as_family=False)
    if request.method == "GET":
        actions.mark_read(thread, [one.post for one in posts], by=request.user)
    shown: dict[str, Any] = {
        "thread": thread,
        "log": thread.log,
        "child": thread.log.child,
        "posts": posts,
        "team": team,
        "family": family,
        "is_open": thread.log.is_open,
        "form": form or PostForm(readers=readers),
        "recall": "recall-post",
    }
    return page(request, "staff/threads/thread.html", shown, 422 if form else 200)
