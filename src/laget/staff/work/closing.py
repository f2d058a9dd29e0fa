"""The log is closed: read back first, and then done."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import logs as may
from laget.concerns.models import Heard
from laget.logs import actions
from laget.logs.models import Closed, Log
from laget.staff.work.asking import ask, does, typed
from laget.staff.work.forms.life import CloseForm
from laget.web.page import PageRequest, back_to

READ = "read"  # the button under what was read back
WORDS = ("text", "child_words", "guardian_words", "follows_on")


@door.one(may.CLOSE)
def close_log(request: PageRequest, log: Log) -> HttpResponse:
    """Asked, then read back, then closed. Nothing is closed unread."""
    goals = log.goals.open().order_by("set_at", "pk")
    form = CloseForm(typed(request), goals=goals)
    told = {"log": log, "goals": form.goals, "open_offer": log.handovers.open().first()}
    if not form.is_valid() or "change" in request.POST:
        return ask(request, "close_log", log.child, form, **told)
    if READ not in request.POST:
        return ask(request, "read_back", log.child, form, **told)
    if does(form, lambda: _close(log, form, request)):
        said = _("The log is closed. It can still be read by those who could.")
        return back_to(request, "child", log.child_id, said=said)
    return ask(request, "close_log", log.child, form, **told)


def _close(log: Log, form: CloseForm, request: PageRequest) -> None:
    told = form.cleaned_data
    actions.close(
        log,
        why=Closed(told["why"]),
        **{name: told[name] for name in WORDS},
        heard=Heard(told["heard"]),
        results=form.results,
        by=request.user,
    )
