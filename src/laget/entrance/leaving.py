"""Going out: here, at the provider, and when the provider says so."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST, require_safe

from laget.accounts import actions
from laget.accounts.oidc import metadata, tokens
from laget.accounts.oidc.providers import Provider
from laget.accounts.oidc.refusals import NotLetIn
from laget.entrance import ways
from laget.web.language import chooses_language
from laget.web.page import PageRequest, page

FORGET = '"cache", "cookies", "storage"'


@login_not_required
@require_POST
def logout(request: PageRequest) -> HttpResponse:
    """End the session here, ask the browser to forget, and go on to the provider's end.

    The token that tells the provider which session it is passes through the browser
    here, and only here, in a form: the protocol has no other way. The session that it
    belonged to is over.
    """
    key, token = (
        request.session.get("provider", ""),
        request.session.get("id_token", ""),
    )
    request.session.flush()
    provider = settings.LOGIN_PROVIDERS.get(key)
    end = _end_of(provider) if provider and token else ""
    if provider and end:
        answer = _leave_there_too(request, provider, end, token)
    else:
        answer = redirect("logged-out")
    answer["Clear-Site-Data"] = FORGET
    return answer


@chooses_language
@login_not_required
@require_safe
def logged_out(request: PageRequest) -> HttpResponse:
    return page(request, "entrance/logged_out.html")


@login_not_required
@require_GET
def front_channel(request: HttpRequest, provider: str) -> HttpResponse:
    """The provider, in a frame of its own page, says that a session there has ended.

    It comes without our cookie: the session is found by `iss` and `sid`. Only this
    provider's pages may show it in a frame.
    """
    found = ways.provider(provider)
    sid = request.GET.get("sid", "")
    if request.GET.get("iss") != found.issuer or not sid or "\x00" in sid:
        return HttpResponseBadRequest("iss, sid\n", "text/plain")
    actions.end_at_provider(found.issuer, sid=sid)
    answer = HttpResponse("<!doctype html><title>Laget</title>")
    answer._csp_replace = {"frame-ancestors": found.origins}  # type: ignore[attr-defined]
    answer.xframe_options_exempt = True
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer


@csrf_exempt
@login_not_required
@require_POST
def back_channel(request: HttpRequest, provider: str) -> HttpResponse:
    """The provider itself says, with a signed token, that a session has ended."""
    found = ways.provider(provider)
    try:
        claims = tokens.logout_token(found, request.POST.get("logout_token", ""))
    except NotLetIn:
        return HttpResponseBadRequest("logout_token\n", "text/plain")
    if not actions.spend(found.issuer, claims["jti"]):
        return HttpResponseBadRequest("jti\n", "text/plain")
    sid, subject = claims.get("sid", ""), claims.get("sub", "")
    actions.end_at_provider(found.issuer, sid=sid, subject=subject)
    return HttpResponse(status=200)


def _end_of(provider: Provider) -> str:
    """Where the provider ends its own session; "" when it does not, or is away."""
    if provider.end_session == "no":
        return ""
    try:
        return str(metadata.about(provider).get("end_session_endpoint") or "")
    except NotLetIn:
        return ""


def _leave_there_too(
    request: PageRequest, provider: Provider, end: str, token: str
) -> HttpResponse:
    """A form to the provider that sends itself; by a button without JavaScript."""
    back = request.build_absolute_uri(reverse("logged-out"))
    context = {
        "end": end,
        "method": provider.end_session,
        "name": provider.called((translation.get_language() or "nb")[:2]),
        "fields": {
            "id_token_hint": token,
            "client_id": provider.client_id,
            "post_logout_redirect_uri": back,
        },
    }
    return page(request, "entrance/leave_there_too.html", context)
