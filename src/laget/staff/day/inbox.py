"""The inbox: what somebody should know, in plain words, and one step to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_POST

from laget.access import door, work
from laget.children.models import Child
from laget.concerns.models import Concern, Discussion
from laget.kernel import clock
from laget.kernel.acting import Role
from laget.logs.models import Handover, Log
from laget.messaging.models import Message
from laget.messaging.visible import to
from laget.messaging.words import WORDS, Words
from laget.threads.models import Thread
from laget.web.page import PageRequest, back_to, page

PAGE = 50


@dataclass(frozen=True)
class Shown:
    """A message, its words, and whom it is about if the reader may know that now."""

    message: Message
    words: Words
    about: str


@door.own(work.INBOX)
def inbox(request: PageRequest) -> HttpResponse:
    """The newest first; those about somebody the reader no longer sees name nobody."""
    if request.method == "POST":
        _read(to(request.user, Role.STAFF))
        return back_to(request, "inbox")
    mine = to(request.user, Role.STAFF).order_by("-created_at", "pk")
    messages = Paginator(mine, PAGE).get_page(request.GET.get("page"))
    about = _about(messages)
    shown = [
        Shown(message, WORDS[message.template], _name(message, about))
        for message in messages
    ]
    context = {"shown": shown, "messages": messages}
    return page(request, "staff/day/inbox.html", context)


@require_POST
@door.one(work.READ_MESSAGE)
def read_message(request: PageRequest, message: Message) -> HttpResponse:
    """Mark it read and go to what it is about."""
    _read(Message.objects.filter(pk=message.pk))
    return redirect(_place(message))


def _read(messages: QuerySet[Message]) -> None:
    messages.filter(read_at=None).update(read_at=clock.now())


def _place(message: Message) -> str:
    words = WORDS.get(message.template)
    if words is None:
        return reverse("inbox")
    keys = {words.key: message.ids.get(words.about)} if words.key else {}
    try:
        return reverse(words.page, kwargs=keys)
    except NoReverseMatch:
        return reverse("inbox")


def _name(message: Message, about: dict[UUID, str]) -> str:
    named = (about.get(UUID(key)) for key in message.ids.values())
    return next((name for name in named if name), "")


def _about(messages: Iterable[Message]) -> dict[UUID, str]:
    """Names of what they are about, as far as the reader may know. One query."""
    keys = {UUID(key) for message in messages for key in message.ids.values()}
    sources: list[tuple[Any, Any]] = [
        (Child, F("name")),
        (Log, F("child__name")),
        (Handover, F("log__child__name")),
        (Concern, Coalesce(F("child__name"), NullIf(F("label"), Value("")))),
        (Discussion, F("team__name")),
        (Thread, F("log__child__name")),
    ]
    first, *others = [
        model.objects.filter(pk__in=keys).values_list("pk", Cast(name, TextField()))
        for model, name in sources
    ]
    return {key: name for key, name in first.union(*others, all=True) if name}
