"""A child's own words as they are shown: the faces as chosen, the words as written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from laget.accounts.models import User
from laget.voices.areas import Chosen, chosen
from laget.voices.models import Voice

TEXTS: tuple[tuple[str, Any], ...] = (
    ("say", _("What I want to say")),
    ("take_up", _("What I want us to talk about at the meeting")),
    ("there", _("Who I want to be there")),
    ("not_there", _("Who I do not want to be there")),
    ("how_told", _("How I want to be told things")),
)


@dataclass(frozen=True)
class Said:
    """One time the child spoke. `is_new` is for a reader who was here before."""

    voice: Voice
    faces: list[Chosen]
    texts: list[tuple[str, str]]
    is_own_hand: bool
    is_mine: bool = False
    is_new: bool = False
    at_home: tuple[str, ...] = ()


def said(
    voice: Voice,
    reader: User,
    *,
    is_new: bool = False,
    names: Mapping[UUID, str] | None = None,
) -> Said:
    """The voice as this reader sees it, its child read with it.

    `names` are the guardians', by key: it is said to which of them it is open.
    """
    child = voice.child
    texts = [(str(name), getattr(voice, key)) for key, name in TEXTS]
    return Said(
        voice,
        chosen(voice.areas, child),
        [(name, words) for name, words in texts if words],
        is_own_hand=child.account_id == voice.written_by_id,
        is_mine=voice.written_by_id == reader.pk,
        is_new=is_new,
        at_home=tuple(names[key] for key in voice.open_to if names and key in names),
    )
