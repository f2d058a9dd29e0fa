"""Coming in: choosing how, going to the provider, and coming back."""

import logging

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET, require_safe

from laget.accounts import actions
from laget.accounts.models import User
from laget.accounts.oidc import flow
from laget.accounts.oidc.flow import Vouched
from laget.accounts.oidc.providers import LEVELS, Provider
from laget.accounts.oidc.refusals import NotLetIn, Why
from laget.entrance import attempts, ways
from laget.entrance.vouching import must_work_here
from laget.organisation.models import Municipality
from laget.web.language import chooses_language
from laget.web.page import PageRequest, page

STATUS = {Why.AWAY: 503, Why.AGAIN: 400, Why.UNTRUE: 400}
CANCELLED = {"access_denied", "login_required", "interaction_required"}

refusals = logging.getLogger("laget.login")


@chooses_language
@login_not_required
@require_safe
def login(request: PageRequest) -> HttpResponse:
    """Every way in; or, when there is none, say so honestly and what to do."""
    to = ways.wanted(request)
    context = {
        "families": ways.for_families(to),
        "staff": ways.for_staff(to),
        "was_out": "out" in request.GET,
        "waits": to.startswith("/kept/"),
        "weaker": _weaker(to),
    }
    return page(request, "entrance/login.html", context)


@login_not_required
@require_GET
def login_with(request: PageRequest, provider: str) -> HttpResponse:
    """Send them to the provider, and remember what we asked."""
    found = ways.provider(provider)
    level = request.GET.get("level", "high")
    anew = "again" in request.GET and request.user.is_authenticated
    try:
        url, state, attempt = flow.begin(
            found,
            _back(request, found),
            language=(translation.get_language() or "")[:2],
            level=level if level in LEVELS and not found.is_for_staff else "",
            anew=anew,
        )
    except NotLetIn as no:
        return _not_let_in(request, found, no)
    attempts.remember(request, state, attempt | {"next": ways.wanted(request)})
    return HttpResponseRedirect(url)


@login_not_required
@require_GET
def callback(request: PageRequest, provider: str) -> HttpResponse:
    """Back from the provider: let them in, or say plainly why not."""
    found = ways.provider(provider)
    try:
        attempt = attempts.take(request, found.key)
        if error := request.GET.get("error"):
            raise NotLetIn(Why.CANCELLED if error in CANCELLED else Why.AWAY)
        code, issuer = request.GET.get("code", ""), request.GET.get("iss", "")
        vouched = flow.finish(found, attempt, code, issuer)
    except NotLetIn as no:
        return _not_let_in(request, found, no)
    try:
        user = _whoever(vouched)
    except NotLetIn as no:
        if not request.user.is_authenticated:
            actions.leave_word(request, vouched)
        return _not_let_in(request, found, no)
    return _let_in(request, user, vouched, attempt["next"])


@require_safe
def again(request: PageRequest) -> HttpResponse:
    """Before something that matters: prove once more that it is you."""
    key, to = request.session.get("provider", ""), ways.wanted(request)
    known = settings.LOGIN_PROVIDERS.get(key)
    if known:
        url = ways.address(key, again="1", next=to)
    else:
        url = f"{reverse('login')}?again=1&next={to}"
    return page(request, "entrance/again.html", {"url": url, "back": to})


@require_safe
def nothing_yours(request: PageRequest) -> HttpResponse:
    """Logged in, and no child here is theirs: say so kindly, and where help is."""
    places = Municipality.objects.in_use().exclude(slug=None).order_by("name")
    return page(request, "entrance/nothing_yours.html", {"places": places})


def _whoever(vouched: Vouched) -> User:
    """The person we know, or a new one of a family. Raises NotLetIn."""
    if not vouched.is_strong_enough:
        raise NotLetIn(Why.WEAK)
    if not vouched.provider.is_for_staff:
        return actions.person_of(vouched)
    user = actions.staff_of(vouched)
    must_work_here(user, vouched.provider)
    actions.remember_staff(user, vouched)
    return user


def _let_in(
    request: PageRequest, user: User, vouched: Vouched, to: str
) -> HttpResponse:
    kind = actions.STAFF if vouched.provider.is_for_staff else actions.PERSON
    actions.let_in(
        request,
        user,
        kind=kind,
        level=vouched.level,
        auth_time=vouched.auth_time,
        vouched=vouched,
    )
    return HttpResponseRedirect(to or ways.home(kind))


def _not_let_in(request: PageRequest, provider: Provider, no: NotLetIn) -> HttpResponse:
    """Which provider and what kind of fault is logged; never who, never the token."""
    refusals.warning("%s %s", provider.key, no)
    name = provider.called((translation.get_language() or "nb")[:2])
    context = {
        "why": no.why,
        "name": name,
        "again": ways.address(provider.key),
        "may_leave": bool(request.session.get("id_token")),
    }
    return page(request, "entrance/not_let_in.html", context, STATUS.get(no.why, 403))


def _back(request: HttpRequest, provider: Provider) -> str:
    kwargs = {"provider": provider.key}
    return request.build_absolute_uri(reverse("login-callback", kwargs=kwargs))


def _weaker(to: str) -> list[ways.Way]:
    """Asking for help needs no strong eID: a button for who has only a weaker one."""
    return [
        ways.Way(each.called("nb"), ways.address(each.key, level=LEVELS[0], next=to))
        for each in settings.LOGIN_PROVIDERS.values()
        if not each.is_for_staff and LEVELS[0] in each.levels.values()
    ]
