"""My day: what must I do, for which child; then my children."""

from django.http import HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from laget.access import door, work
from laget.accounts.models import User
from laget.logs.models import Log, Participation
from laget.staff.day.drawn import Addresses, log_row
from laget.staff.day.led import led as led_units
from laget.staff.day.lines import my_day, shown
from laget.web.page import PageRequest, page

SOME = 8  # of my children; the rest are one step away


@door.own(work.DAY)
def day(request: PageRequest) -> HttpResponse:
    found = my_day(request.user)
    led = led_units()
    request.shown = [row.log for row in led.lying] if led else []  # type: ignore[attr-defined]
    logs, has_more = mine(request.user)
    context = {
        "overdue": shown(found.overdue),
        "soon": shown(found.soon),
        "waiting": shown(found.waiting),
        "later": shown(found.later),
        "is_clear": found.is_clear,
        "led": led,
        "logs": logs,
        "has_more": has_more,
    }
    return page(request, "staff/day/day.html", context)


def mine(user: User) -> tuple[SafeString, bool]:
    """The open logs in which the person takes part, what is due first; are there more?

    Only what a row says is read.
    """
    parts = Participation.objects.current().filter(employment__user=user)
    logs = Log.objects.open().filter(pk__in=parts.values("log"))
    said = logs.order_by("next_on", "pk").values_list(
        "child__name", "level", "holder__name", "next_on", "child"
    )
    found = list(said[: SOME + 1])
    where = Addresses()
    rows = [
        (log_row(name, level, holder, on, where.of("child", "child_id", child)),)
        for name, level, holder, on, child in found[:SOME]
    ]
    return format_html_join("", "{}", rows), len(found) > SOME
