"""Two people changed the same thing: both versions are kept, and one chooses."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import History
from laget.children.models import Child
from laget.kernel import Overtaken
from laget.web.forms import Form
from laget.web.page import PageRequest, page
from laget.web.templatetags.words import day


@dataclass(frozen=True)
class Difference:
    """One question, answered in two ways."""

    label: str
    mine: str
    theirs: str


def show_both(
    request: PageRequest, child: Child, form: Form, overtaken: Overtaken
) -> HttpResponse:
    """What I wrote is in the form, what is saved stands beside it. Nothing is lost."""
    record: Any = overtaken.record
    renew(form, record.version)
    context = {
        "child": child,
        "form": form,
        "differences": _differences(form, record),
        "last": _last_change(record),
    }
    return page(request, "staff/work/conflict.html", context, 409)


def renew(form: Form, version: int) -> None:
    """Sent again, the form is for the newest version: its writer has now seen that."""
    newest = form.data.copy()  # type: ignore[attr-defined]
    newest["version"] = str(version)
    form.data = newest


def _differences(form: Form, record: object) -> list[Difference]:
    told = form.cleaned_data
    both = [
        Difference(str(f.label), _words(told[f.name]), _words(getattr(record, f.name)))
        for f in form.visible_fields()
        if hasattr(record, f.name)
    ]
    return [d for d in both if d.mine != d.theirs]


def _words(value: object) -> str:
    if isinstance(value, dt.date):
        return day(value)
    return str(value) if value not in (None, "") else _("(nothing)")


def _last_change(record: Any) -> dict[str, object]:
    """Who saved last, and when, by the book that the database keeps."""
    line = History.objects.filter(row=record.pk).order_by("-at").first()
    if line is None:
        return {}
    who = User.objects.filter(pk=line.actor).first() if line.actor else None
    return {"by": who, "at": line.at}
