"""One thing to do for a child: what it is, why, and its button for those who may."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse


@dataclass(frozen=True)
class NextThing:
    """What it is, why, and the one button; without an address there is no button."""

    name: str
    title: str
    why: str = ""
    button: str = ""
    url: str = ""
    late: bool = False


def button_for(record: Any, verb: str, text: str, to: str = "") -> tuple[str, str]:
    """The button, for those who may press it."""
    if not record.can[verb]:
        return "", ""
    return text, reverse(to or verb.replace("_", "-"), args=[record.pk])
