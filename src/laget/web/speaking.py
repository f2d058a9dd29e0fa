"""Which language a page speaks: the reader's own choice, among those it can speak.

The family's pages and the log-in speak all of ours. The others speak fewer: there,
someone who has chosen Somali reads bokmål, and the page says so of itself.
"""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.http import HttpRequest
from django.utils import translation
from django.utils.translation.trans_real import parse_accept_lang_header

from laget.web.around import is_family

FAMILY_PAGES = ("laget.family.", "laget.entrance.")
ALSO_CALLED = {"no": "nb", "sme": "se"}


def speak_to(request: HttpRequest, view: Callable[..., object] | None = None) -> None:
    """Speak the reader's language from here on; before the view is known, by session.

    Django has already chosen for somebody unknown on a page that speaks few languages.
    """
    for_family = _is_for_family(request, view)
    if for_family or _own_choice(request):
        language = _first(dict(_offered(for_family)), _wishes(request))
        translation.activate(language)
        request.LANGUAGE_CODE = language


def offered(request: HttpRequest) -> list[tuple[str, str]]:
    """The languages this page speaks: each code, and its own name for itself."""
    here = request.resolver_match
    return _offered(_is_for_family(request, here.func if here else None))


def _offered(for_family: bool) -> list[tuple[str, str]]:
    return list(settings.FAMILY_LANGUAGES if for_family else settings.LANGUAGES)


def _is_for_family(
    request: HttpRequest, view: Callable[..., object] | None = None
) -> bool:
    """Never for somebody at work, whose pages stand among them now and then."""
    if _own_choice(request) and not is_family(request):
        return False
    return view.__module__.startswith(FAMILY_PAGES) if view else is_family(request)


def _own_choice(request: HttpRequest) -> str:
    """Of someone who is logged in. No model can be read as early as this is."""
    return str(getattr(getattr(request, "user", None), "language", ""))


def _wishes(request: HttpRequest) -> Iterator[str]:
    """What they chose when logged in; else in this browser; else what it asks for."""
    in_this_browser = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    yield _own_choice(request) or in_this_browser
    for code, _ in parse_accept_lang_header(request.headers.get("Accept-Language", "")):
        short = code.split("-")[0]
        yield ALSO_CALLED.get(short, short)


def _first(spoken_here: dict[str, str], wishes: Iterator[str]) -> str:
    spoken = (code for code in wishes if code in spoken_here)
    return next(spoken, settings.LANGUAGE_CODE)
