"""What one of the family should know, and how they are told that there is something."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import family_threads as may
from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.acting import Role
from laget.messaging.models import Message
from laget.messaging.visible import MOST, to, visible
from laget.messaging.words import WORDS, Words
from laget.threads.models import Thread
from laget.web.page import PageRequest, back_to, page
from laget.web.reaching import ReachForm


@dataclass(frozen=True)
class Shown:
    """A notice, its words, and the first name of the child it is about."""

    message: Message
    words: Words
    about: str


@door.own(may.NOTICES)
def family_notices(request: PageRequest) -> HttpResponse:
    """The newest first; what one no longer sees is not there at all."""
    if request.method == "POST":
        mine = to(request.user, Role.FAMILY).unread()
        mine.update(read_at=clock.now())
        return back_to(request, "family-notices")
    newest = visible(to(request.user, Role.FAMILY).order_by("-created_at", "pk")[:MOST])
    names = _names(newest)
    shown = [Shown(one, WORDS[one.template], names.get(one.pk, "")) for one in newest]
    is_new = any(one.read_at is None for one in newest)
    return page(request, "family/notices/list.html", {"shown": shown, "is_new": is_new})


@require_POST
@door.one(may.READ_NOTICE)
def read_notice(request: PageRequest, message: Message) -> HttpResponse:
    """Mark it read, and go to what it is about."""
    Message.objects.filter(pk=message.pk).unread().update(read_at=clock.now())
    return redirect(_place(message))


@door.own(may.REACH)
def family_reach(request: PageRequest) -> HttpResponse:
    """By mail, by SMS, or not at all: chosen by oneself."""
    form = ReachForm(request.POST or None, request.user)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return page(request, "family/notices/reach.html", {"form": form}, status)
    form.save(request.user)
    return back_to(request, "family-notices", said=_("Saved."))


def _place(message: Message) -> str:
    words = WORDS.get(message.template)
    if words is None or not words.family:
        return reverse("family-notices")
    keys = {words.key: message.ids.get(words.about)} if words.key else {}
    try:
        return reverse(words.page, kwargs=keys)
    except NoReverseMatch:
        return reverse("family-notices")


def _names(messages: list[Message]) -> dict[object, str]:
    """The child's first name, where the notice is about a child or a conversation."""
    keys = {one.pk: [*one.ids.values()] for one in messages}
    wanted = {key for those in keys.values() for key in those}
    children = Child.objects.filter(pk__in=wanted)
    talks = Thread.objects.filter(pk__in=wanted).select_related("log__child")
    known = {str(child.pk): child.first_name for child in children}
    known |= {str(one.pk): one.log.child.first_name for one in talks}
    return {
        pk: next((known[key] for key in those if key in known), "")
        for pk, those in keys.items()
    }
