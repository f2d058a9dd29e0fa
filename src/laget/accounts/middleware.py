"""Sessions, and what becomes of what was typed when one has run out."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from laget.accounts import devices, kept
from laget.accounts.sessions import SessionStore

BY_ITSELF = "X-Background"  # a page that asks by itself says so; nobody sits there


class KeepSessions(SessionMiddleware):
    """A request is a sign of life, unless the page has sent it by itself."""

    def process_request(self, request: HttpRequest) -> None:
        request.session = SessionStore(
            request.COOKIES.get(settings.SESSION_COOKIE_NAME),
            touch=request.headers.get(BY_ITSELF) != "1",
            device=devices.label(request.headers.get("User-Agent", "")),
        )

    def process_response(
        self, request: HttpRequest, response: HttpResponse
    ) -> HttpResponse:
        """A key that has run out stays in the browser: it tells whose text is whose."""
        answer = super().process_response(request, response)
        ran_out = getattr(request.session, "ran_out", False)
        if ran_out and request.session.is_empty():
            answer.cookies.pop(settings.SESSION_COOKIE_NAME, None)
        return answer


class AskToLogIn(LoginRequiredMiddleware):
    """Who is not logged in is asked to; what they sent is kept for them until then."""

    def handle_no_permission(
        self, request: HttpRequest, view_func: Callable[..., Any]
    ) -> HttpResponseRedirect:
        url = kept.keep(request)
        if not url:
            return super().handle_no_permission(request, view_func)
        return redirect_to_login(url, self.get_login_url(view_func))
