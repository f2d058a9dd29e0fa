"""What we asked a provider, until it answers: in the visitor's own session, once."""

from typing import Any

from django.http import HttpRequest

from laget.accounts.oidc.refusals import NotLetIn, Why
from laget.kernel import clock

NAME = "attempts"
MOST = 5  # windows at a time
MINUTES = 15


def remember(request: HttpRequest, state: str, attempt: dict[str, Any]) -> None:
    """The oldest is forgotten when somebody begins many times."""
    known = dict(request.session.get(NAME, {}))
    newest = sorted(known.items(), key=lambda each: each[1]["at"])[1 - MOST :]
    request.session[NAME] = dict(newest) | {state: attempt}


def take(request: HttpRequest, provider: str) -> dict[str, Any]:
    """What this browser asked this provider, and did not yet get an answer to.

    An answer counts once. Raises NotLetIn for another browser's, a second one, one that
    is too late, and one from another provider.
    """
    known = dict(request.session.get(NAME, {}))
    state = request.GET.get("state", "")
    attempt: dict[str, Any] | None = known.pop(state, None)
    if attempt is None:
        raise NotLetIn(Why.AGAIN, "state")
    request.session[NAME] = known
    request.session.save()  # now: the same answer twice at once is one answer
    age = clock.now().timestamp() - attempt["at"]
    if attempt["provider"] != provider or not -60 <= age <= MINUTES * 60:
        raise NotLetIn(Why.AGAIN, "other provider, or too late")
    return attempt
