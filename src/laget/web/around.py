"""What stands around every page: the municipality, the menu, who is logged in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string


@dataclass(frozen=True)
class Place:
    """One entry in the main menu."""

    text: str
    url: str
    icon: str = ""
    is_current: bool = False


@dataclass(frozen=True)
class Around:
    """Empty means "not shown": the page must also stand when little is known."""

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


def around(request: HttpRequest) -> dict[str, object]:
    """Context processor. `LAGET_AROUND` names the function that knows; asked once.

    It is asked while the page is made, inside the door, and never for a region.
    """
    return {"around": SimpleLazyObject(lambda: _ask(request))}


def _ask(request: HttpRequest) -> Around:
    name = getattr(settings, "LAGET_AROUND", "")
    if not name:
        return Around()
    knows: Callable[[HttpRequest], Around] = import_string(name)
    return knows(request)
