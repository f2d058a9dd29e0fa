"""With which log-in somebody comes, and whether it is one that this door takes.

A session is for one kind of log-in: at work (`staff`), or as a private person
(`person`), who is family or a guest. What one is at work opens nothing at home, and the
other way. Of a private person it is also kept how sure the log-in was, and when.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

from laget.access.rules import Action, Needs
from laget.kernel import WrongLogIn, clock
from laget.kernel.acting import Role

FRESH = 600  # seconds since one last said who one is


def turned_away(request: HttpRequest, action: Action) -> HttpResponse | None:
    """What to answer somebody whose log-in is not one for this; None lets them on.

    Raises WrongLogIn for another kind of session, and for one that is not sure enough.
    """
    kind = request.session.get("kind", "staff")
    if (kind == "staff") != (action.role == Role.STAFF):
        raise WrongLogIn("kind")
    if action.role == Role.STAFF or action.needs == Needs.ANY:
        return None
    if request.session.get("level") != "high":
        raise WrongLogIn("level")
    if action.needs == Needs.FRESH and not is_fresh(request):
        return _again(request)
    return None


def is_fresh(request: HttpRequest) -> bool:
    """Whether they said who they are within the last ten minutes."""
    said = request.session.get("auth_time", 0)
    return clock.now().timestamp() - float(said) < FRESH


def _again(request: HttpRequest) -> HttpResponse:
    """Log in once more, and come back to what was typed."""
    from laget.accounts import kept

    typed = request.method not in {"GET", "HEAD"}
    to = kept.keep(request) if typed else request.get_full_path()
    again = f"{reverse('log-in-again')}?{urlencode({'next': to})}"
    return HttpResponseRedirect(again)
