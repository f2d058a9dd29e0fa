"""Search before create: among the children one works with, and nowhere else."""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import children as may_child
from laget.access import concerns as may_concern
from laget.access import door, work
from laget.access.rules import workable
from laget.accounts.models import User
from laget.children.models import Child, ChildQuerySet
from laget.concerns import actions as concerns
from laget.concerns.models import Concern
from laget.staff.register.forms import SearchForm
from laget.web.page import PageRequest, back_to, page

MOST = 50


@door.own(work.REGISTER)
def find_child(request: PageRequest) -> HttpResponse:
    """What is searched for is in the body: no name or number in an address or a log."""
    form = SearchForm(request.POST or None)
    concern = concern_asked_for(request)
    shown: dict[str, object] = {"form": form, "concern": concern, "searched": False}
    if form.is_valid():
        found = list(search(request.user, **form.cleaned_data)[:MOST])
        request.shown = [child.pk for child in found]  # type: ignore[attr-defined]
        shown |= {"searched": True, "found": found, "typed": form.cleaned_data}
    status = 422 if form.is_bound and form.errors else 200
    return page(request, "staff/register/find.html", shown, status)


@require_POST
@door.one(may_concern.NAME_CHILD)
def attach_child(request: PageRequest, concern: Concern) -> HttpResponse:
    """The concern is about a child that is known here."""
    key = _key(request.POST.get("child"))
    child = get_object_or_404(_mine(request.user), pk=key)
    concerns.about_child(concern, child)
    said = _("The concern is now about %(child)s.") % {"child": child}
    return back_to(request, "concern", concern_id=concern.pk, said=said)


def concern_asked_for(request: PageRequest) -> Concern | None:
    """The concern that the child is looked for; hidden and missing alike are 404."""
    if "concern" not in request.GET:
        return None
    mine: QuerySet[Concern] = door.allowed(request.user, may_concern.NAME_CHILD)
    concern = mine.filter(pk=_key(request.GET["concern"])).first()
    if concern is None:
        raise Http404
    return concern


def search(user: User, name: str, born_on: Any, number: str) -> QuerySet[Child]:
    """Those whom the number, or the name and the date as far as given, point at."""
    mine = _mine(user)
    by_number = mine.numbered(number) if number else mine.none()
    by_words = mine.named(name) if name else mine
    by_words = by_words.dated(born_on) if born_on else by_words
    said = by_words if name or born_on else mine.none()
    hit = Q(pk__in=by_number.values("pk")) | Q(pk__in=said.values("pk"))
    return mine.filter(hit).for_list()


def alike(user: User, name: str, born_on: Any, due_on: Any, number: str) -> list[Child]:
    """Children one works with already who may be the one about to be registered."""
    day = born_on or due_on
    return list(search(user, name=name, born_on=day, number=number)[:MOST])


def _mine(user: User) -> ChildQuerySet:
    """Not those one only sees, for two hours or because a log is offered."""
    mine: ChildQuerySet = door.allowed(user, may_child.LIST)  # type: ignore[assignment]
    return mine.filter(pk__in=workable("children"))


def _key(text: str | None) -> UUID:
    try:
        return UUID(text or "")
    except ValueError:
        raise Http404 from None
