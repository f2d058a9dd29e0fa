"""What every page here does: ask, and where a rule says no, keep what was typed."""

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.http import HttpResponse, QueryDict

from laget.children.models import Child
from laget.kernel import Overtaken, RuleBroken
from laget.staff.work.conflicts import show_both
from laget.web.forms import Form
from laget.web.page import PageRequest, page

FOLLOWS_THE_FORM = {"once", "version", "readers", "because"}


def typed(request: PageRequest) -> QueryDict | None:
    """What was sent, if something was: an empty form was sent, too."""
    return request.POST if request.method == "POST" else None


def ask(
    request: PageRequest, template: str, child: Child, form: Form, **told: object
) -> HttpResponse:
    """The page with its form; 422 when something in it must be put right first.

    Where somebody else saved first, both versions instead: nothing is overwritten.
    """
    if overtaken := getattr(form, "overtaken", None):
        return show_both(request, child, form, overtaken)
    context = {"child": child, "form": form, **told}
    status = 422 if form.is_bound and form.errors else 200
    return page(request, f"staff/work/{template}.html", context, status)


def does(form: Form, deed: Callable[[], object], field: str | None = None) -> bool:
    """Do it. Where a rule of the work says no, the form says so and keeps the words."""
    try:
        with transaction.atomic():
            deed()
    except Overtaken as overtaken:
        form.overtaken = overtaken  # type: ignore[attr-defined]
        return False
    except RuleBroken as broken:
        form.add_error(field if field in form.fields else None, str(broken))
        return False
    return True


def answers(form: Form) -> dict[str, Any]:
    """What was answered, without what only follows the form."""
    told = form.cleaned_data
    return {name: told[name] for name in told if name not in FOLLOWS_THE_FORM}
