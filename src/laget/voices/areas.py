"""The parts of a life a child is asked about, and the five faces to answer with.

A face is a word and a picture, never a number: nothing here is added up or compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from laget.children.models import Child
from laget.kernel import clock

AT_SCHOOL_FROM = 6  # years: the calendar year in which one turns six


class Area(models.TextChoices):
    """A part of life, named as the child would."""

    HOME = "home", pgettext_lazy("part of life", "At home")
    SCHOOL = "school", pgettext_lazy("part of life", "At school")
    FRIENDS = "friends", pgettext_lazy("part of life", "Friends")
    BODY = "body", pgettext_lazy("part of life", "My body and my health")
    FEELINGS = "feelings", pgettext_lazy("part of life", "How I feel inside")
    DOING = "doing", pgettext_lazy("part of life", "What I like to do")


class Face(models.TextChoices):
    """How it is there."""

    REALLY_GOOD = "really_good", pgettext_lazy("how it is", "Really good")
    GOOD = "good", pgettext_lazy("how it is", "Good")
    SO_SO = "so_so", pgettext_lazy("how it is", "So-so")
    NOT_GOOD = "not_good", pgettext_lazy("how it is", "Not good")
    BAD = "bad", pgettext_lazy("how it is", "Bad")


@dataclass(frozen=True)
class Chosen:
    """One part of life, and the face the child chose for it."""

    area: str
    name: str
    face: str
    word: str


def name_of(area: str, child: Child) -> str:
    """The part of life in words; the small ones are in kindergarten, not at school."""
    if area == Area.SCHOOL and not is_school_child(child):
        return str(_("In kindergarten"))
    return str(Area(area).label)


def is_school_child(child: Child) -> bool:
    """From the year in which the child turns six."""
    born = child.born_on
    return born is not None and clock.today().year - born.year >= AT_SCHOOL_FROM


def chosen(areas: Mapping[str, str], child: Child) -> list[Chosen]:
    """What was chosen, in the order it was asked; what is not known is left out."""
    return [
        Chosen(area, name_of(area, child), areas[area], str(Face(areas[area]).label))
        for area in Area.values
        if areas.get(area) in Face.values
    ]
