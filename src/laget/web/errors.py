"""When it did not go well: say so plainly, what to do now, and that nothing is lost.

The root URLs name these: `handler400 = "laget.web.errors.unreadable"`, `handler403 =
"laget.web.errors.forbidden"`, `handler404 = "laget.web.errors.missing"`,
`handler500 = "laget.web.errors.our_fault"`; the settings, `CSRF_FAILURE_VIEW =
"laget.web.errors.open_too_long"`.
"""

import sys
from contextlib import suppress

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.db import Error, InterfaceError, OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from laget.web.around import is_family
from laget.web.speaking import speak_to

DOWN = (OperationalError, InterfaceError)
WITH_MENU = {403, 404, 409}  # the rest are shown without asking the database anything
RETRY_AFTER = "20"  # seconds: a database that restarts is back in less


def told(
    request: HttpRequest, name: str, status: int, **context: object
) -> HttpResponse:
    """An error page, or for htmx its text alone, where everybody will notice it."""
    is_region = request.headers.get("HX-Request") == "true"
    template = f"web/parts/{name}.html" if is_region else f"web/{name}.html"
    context["request_id"] = getattr(request, "id", "")
    context["for_family"] = status in WITH_MENU and is_family(request)
    if context["for_family"]:  # also where it came to a page that speaks to staff
        speak_to(request)
    whose = request if status in WITH_MENU and not is_region else None
    text = render_to_string(template, context, request=whose)
    response = HttpResponse(text, status=status)
    if is_region:
        response["HX-Retarget"], response["HX-Reswap"] = "#notices", "innerHTML"
    response["Cache-Control"] = "no-store"
    return response


def refused(request: HttpRequest, why: object) -> HttpResponse:
    """A rule of the work itself says no: 409, in the rule's own words."""
    return told(request, "refused", 409, why=str(why))


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, word for word the same for what is hidden and for what never was."""
    return told(request, "missing", 404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: one sees it, but may not do this."""
    return told(request, "forbidden", 403)


def unreadable(
    request: HttpRequest, exception: Exception | None = None
) -> HttpResponse:
    """What was sent could not be read: too much (413), or spoilt on the way (400)."""
    too_much = isinstance(exception, TooManyFieldsSent | RequestDataTooBig)
    return told(request, "unreadable", 413 if too_much else 400, too_much=too_much)


def open_too_long(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page's own key is no longer valid, most often after a new log-in."""
    return told(request, "open_too_long", 403)


def our_fault(request: HttpRequest) -> HttpResponse:
    """500; or 503 when it was the database that could not be reached."""
    if isinstance(sys.exc_info()[1], DOWN):
        return down(request)
    return told(request, "our_fault", 500)


def down(request: HttpRequest) -> HttpResponse:
    """503 without a word of SQL; the broken connection is thrown away."""
    for connection in connections.all(initialized_only=True):
        with suppress(Error):
            connection.close_if_unusable_or_obsolete()
    response = told(request, "down", 503)
    response["Retry-After"] = RETRY_AFTER
    return response
