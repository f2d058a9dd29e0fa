"""Choosing a language before one is logged in: a link that is remembered."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect

from laget.web.page import PageRequest

LANGUAGES = {code for code, _ in settings.FAMILY_LANGUAGES}
View = Callable[..., HttpResponse]


def chooses_language(view: View) -> View:
    """Let `?language=nn` choose, and come back without it; the cookie is the choice.

    It is no deed: whoever sends somebody such a link changes the next page's language.
    """

    @wraps(view)
    def shown(request: PageRequest, *values: Any, **named: Any) -> HttpResponse:
        asked = request.GET.copy()
        code = asked.pop("language", [""])[-1]
        if request.method != "GET" or code not in LANGUAGES:
            return view(request, *values, **named)
        rest = f"?{asked.urlencode()}" if asked else ""
        answer = HttpResponseRedirect(request.path + rest)
        remember_language(answer, code)
        return answer

    return shown


def remember_language(answer: HttpResponse, code: str) -> None:
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        code,
        max_age=365 * 24 * 60 * 60,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
