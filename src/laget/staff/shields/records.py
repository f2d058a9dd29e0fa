"""A record as the page shows it that holds it back: what it is, and its words."""

from dataclasses import dataclass
from datetime import datetime
from functools import singledispatch
from typing import Any

from django.utils.translation import gettext as _

from laget.children.models import Child
from laget.concerns.models import Concern, Conversation
from laget.forms.models import Filled
from laget.logs.models import Entry, Goal, Intervention, LevelChange, Review


@dataclass(frozen=True)
class Told:
    """`still` is what they see all the same, where there is something."""

    title: str
    text: str
    at: datetime
    child: Child
    still: str = ""


@singledispatch
def told_of(record: Any) -> Told:
    raise TypeError(record)


@told_of.register
def _entry(record: Entry) -> Told:
    title = _("What is written in the log")
    return Told(title, record.text, record.written_at, record.log.child)


@told_of.register
def _goal(record: Goal) -> Told:
    still = _("What is done for the goal, and how it went, is held back with it.")
    return Told(_("Goal"), record.text, record.set_at, record.log.child, still)


@told_of.register
def _intervention(record: Intervention) -> Told:
    still = _("How it went is held back with it.")
    at, child = record.goal.set_at, record.log.child
    return Told(_("Intervention"), record.text, at, child, still)


@told_of.register
def _review(record: Review) -> Told:
    still = _("They still see the next date, or that it has ended.")
    child = record.log.child
    return Told(_("Evaluation"), record.seen, record.reviewed_at, child, still)


@told_of.register
def _level(record: LevelChange) -> Told:
    still = _("They may still notice who takes part from now on.")
    text = f"{record.tried}\n\n{record.how_it_went}"
    return Told(_("Change of level"), text, record.decided_at, record.log.child, still)


@told_of.register
def _concern(record: Concern) -> Told:
    assert record.child  # the rule: a concern about a child that is written down
    still = _("Conversations and forms that belong to it are held back with it.")
    return Told(_("Concern"), record.seen, record.opened_at, record.child, still)


@told_of.register
def _conversation(record: Conversation) -> Told:
    assert record.concern.child
    title, child = _("Conversation with the guardians"), record.concern.child
    return Told(title, record.said, record.recorded_at, child)


@told_of.register
def _form(record: Filled) -> Told:
    assert record.child and record.finished_at
    text = str(record.version.facts.get("title", ""))
    still = _("A later correction of it is held back too.")
    return Told(_("Form"), text, record.finished_at, record.child, still)
