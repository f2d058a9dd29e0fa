"""My day: what must I do, for which child; then my children."""

from django.db.models import QuerySet
from django.http import HttpResponse

from laget.access import door, work
from laget.accounts.models import User
from laget.logs.models import Log, Participation
from laget.staff.day.led import led_by
from laget.staff.day.lines import my_day, shown
from laget.web.page import PageRequest, page

SOME = 8  # of my children; the rest are one step away


@door.own(work.DAY)
def day(request: PageRequest) -> HttpResponse:
    found = my_day(request.user)
    led = led_by(request.user)
    request.shown = [row.log for row in led.lying] if led else []  # type: ignore[attr-defined]
    some = list(mine(request.user)[: SOME + 1])
    context = {
        "overdue": shown(found.overdue),
        "soon": shown(found.soon),
        "waiting": shown(found.waiting),
        "later": shown(found.later),
        "is_clear": found.is_clear,
        "led": led,
        "logs": some[:SOME],
        "has_more": len(some) > SOME,
    }
    return page(request, "staff/day/day.html", context)


def mine(user: User) -> QuerySet[Log]:
    """The open logs in which the person takes part, what is due first."""
    parts = Participation.objects.current().filter(employment__user=user)
    return Log.objects.open().filter(pk__in=parts.values("log")).for_list()
