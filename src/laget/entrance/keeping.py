"""What somebody had written when they had to log in again."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from laget.accounts import kept as accounts
from laget.accounts.kept import Typed
from laget.entrance import ways
from laget.web.page import PageRequest, back_to, page

NOT_WORDS = {"once", "version", "next"}


@require_http_methods(["GET", "HEAD", "POST"])
def kept(request: PageRequest, key: UUID) -> HttpResponse:
    """Show it to whoever wrote it, with a button that sends it; POST throws it away.

    For anybody else it does not exist.
    """
    typed = accounts.find(key, request.user)
    if typed is None:
        raise Http404
    if request.method == "POST":
        accounts.throw_away(key, request.user)
        to = ways.home(request.session.get("kind", ""))
        return back_to(request, to, said=_("What you had written is thrown away."))
    return page(request, "entrance/kept.html", {"typed": typed, "words": words(typed)})


def words(typed: Typed) -> list[str]:
    """What a person wrote or chose, without keys and numbers that only pages read."""
    return [
        value
        for name, values in typed.fields
        for value in values
        if name not in NOT_WORDS and _is_words(value)
    ]


def _is_words(value: str) -> bool:
    if not any(letter.isalpha() for letter in value):
        return False
    try:
        UUID(value)
    except ValueError:
        return True
    return False
