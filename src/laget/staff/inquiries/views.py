"""The list of inquiries, the page of one, and its answer."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import inquiries as may
from laget.inquiries import actions
from laget.inquiries.models import Inquiry
from laget.inquiries.records import Found, find
from laget.kernel import RuleBroken
from laget.staff.inquiries.cases import about
from laget.staff.inquiries.forms import AnswerForm
from laget.web.page import PageRequest, back_to, page

MOST = 200  # open ones on the page, those with the nearest day; more is a crisis
LATELY = 30


@door.many(may.LIST)
def inquiries(request: PageRequest, visible: QuerySet[Inquiry]) -> HttpResponse:
    every = visible.select_related("child", "by")
    open_ones = list(every.filter(answered_at=None).order_by("answer_by", "pk")[:MOST])
    closed = every.filter(answered_at__isnull=False).order_by("-answered_at", "pk")
    answered = list(closed[:LATELY])
    request.shown = [each.pk for each in (*open_ones, *answered)]  # type: ignore[attr-defined]
    context = {"open": open_ones, "answered": answered}
    return page(request, "staff/inquiries/list.html", context)


@door.one(may.READ)
def inquiry_page(request: PageRequest, inquiry: Inquiry) -> HttpResponse:
    return page(request, "staff/inquiries/inquiry.html", _told(inquiry))


@door.one(may.ANSWER)
def answer(request: PageRequest, inquiry: Inquiry) -> HttpResponse:
    form = AnswerForm(request.POST or None, is_correction=inquiry.is_correction)
    if form.is_valid():
        try:
            actions.answer(
                inquiry,
                text=form.cleaned_data["text"],
                changed=form.cleaned_data.get("changed") == "yes",
                by=request.user,
            )
        except RuleBroken as broken:
            form.add_error("text", str(broken))
        else:
            said = _("The family is told that there is an answer.")
            return back_to(request, "inquiries", said=said)
    told = _told(inquiry) | {"form": form}
    return page(
        request, "staff/inquiries/answer.html", told, 422 if form.is_bound else 200
    )


def _told(inquiry: Inquiry) -> dict[str, Any]:
    found: Found | None = None
    if inquiry.record:
        found = find(inquiry.child, inquiry.record)
    return {"inquiry": inquiry, "about": about(inquiry), "record": found}
