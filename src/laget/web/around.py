"""What stands around every page: the municipality, the menu, who is logged in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

EASY = "easy"  # the session's key: easy words are wanted


@dataclass(frozen=True)
class Place:
    """One entry in the main menu."""

    text: str
    url: str
    icon: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Around:
    """Empty means "not shown": the page must also stand when little is known.

    `frame` is the template that pages for everyone stand in: a family sees what went
    wrong, and where it is logged in, in its own frame, with its own way out.
    """

    frame: str = "web/base.html"
    municipality: str = ""
    home_url: str = "/"
    menu: Sequence[Place] = field(default_factory=tuple)
    worried_url: str = ""
    inbox_url: str = ""
    unread: int = 0
    person_id: str = ""
    person: str = ""
    role: str = ""
    account_url: str = ""
    login_url: str = ""
    logout_url: str = ""
    language_url: str = ""
    accessibility_url: str = ""
    privacy_url: str = ""


def called(name: str) -> str:
    """What somebody is called at the top; an eID tells a number, and no name."""
    return name or _("You")


def around(request: HttpRequest) -> dict[str, object]:
    """Context processor. `LAGET_AROUND` names the function that knows; asked once.

    It is asked while the page is made, inside the door, and never for a region. A
    family has its own, named by `LAGET_FAMILY_AROUND`; `easy` is whether the words are
    to be the easy ones.
    """
    return {
        "around": SimpleLazyObject(lambda: _ask(request)),
        "easy": SimpleLazyObject(lambda: wants_easy_words(request)),
    }


def is_family(request: HttpRequest) -> bool:
    """Whether this session is for the person, and not for their work."""
    session = getattr(request, "session", None)
    return session is not None and session.get("kind") == "person"


def wants_easy_words(request: HttpRequest) -> bool:
    """As they last chose in this session; else as they have chosen before."""
    session = getattr(request, "session", None)
    before = getattr(getattr(request, "user", None), "easy_words", False)
    return bool(before if session is None else session.get(EASY, before))


def _ask(request: HttpRequest) -> Around:
    who = "LAGET_FAMILY_AROUND" if is_family(request) else "LAGET_AROUND"
    name = getattr(settings, who, "")
    if not name:
        return Around()
    knows: Callable[[HttpRequest], Around] = import_string(name)
    return knows(request)
