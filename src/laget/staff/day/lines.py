"""Each line of the day in words, with its one button."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from laget.accounts.models import User
from laget.logs import due
from laget.logs.due import Kind, Line
from laget.rights.models import Report

Words = str | Promise


@dataclass(frozen=True)
class Shape:
    """How a kind of line is said: what it is, its button, and where that leads."""

    what: Words
    button: Words
    url: str
    key: str
    icon: str = "clock"
    names: bool = False  # its words name a person or a service; they quote nobody


SHAPES = {
    Kind.REVIEW: Shape(
        _("See whether it helps"), _("Review"), "review", "intervention_id", "tasks"
    ),
    Kind.GOAL: Shape(
        _("Look at the goal again"),
        _("Open the goal"),
        "change-goal",
        "goal_id",
        "goal",
    ),
    Kind.LOG: Shape(
        _("Look at the follow-up again"), _("Open"), "child", "child_id", "calendar"
    ),
    Kind.CONCERN: Shape(
        _("Your concern"), _("Go on"), "concern", "concern_id", "pencil"
    ),
    Kind.CONCERN_LEFT: Shape(
        _("The owner of a concern has left"),
        _("Pass on"),
        "pass-on-concern",
        "concern_id",
        "warning",
    ),
    Kind.GOAL_LEFT: Shape(
        "",
        _("Choose another"),
        "change-goal",
        "goal_id",
        "person",
    ),
    Kind.INTERVENTION_LEFT: Shape(
        "",
        _("Choose another"),
        "change-intervention",
        "intervention_id",
        "person",
    ),
    Kind.HANDOVER: Shape(
        _("You are asked to take over"),
        _("Answer"),
        "handover",
        "handover_id",
        "handover",
        names=True,
    ),
    Kind.CONSENT_ENDS: Shape(
        _("A consent runs out"),
        _("Ask again"),
        "consents",
        "child_id",
        "consent",
        names=True,
    ),
    Kind.CONSENT_MISSING: Shape(
        _("On the team without consent"),
        _("See the consents"),
        "consents",
        "child_id",
        "consent",
        names=True,
    ),
    Kind.QUESTION: Shape(
        _("A question to your team"),
        _("Give advice"),
        "discussion",
        "discussion_id",
        "question",
    ),
    Kind.ADVICE: Shape(
        _("Your question has got an answer"),
        _("Read"),
        "discussion",
        "discussion_id",
        "speech",
    ),
    Kind.REPORT: Shape(
        _("Report to child welfare, not sent"),
        _("Go on"),
        "write-report",
        "report_id",
        "warning",
    ),
}


def _goals_left(n: int) -> str:
    told = ngettext(
        "%(n)s goal has somebody responsible who is no longer on the team",
        "%(n)s goals have somebody responsible who is no longer on the team",
        n,
    )
    return told % {"n": n}


def _interventions_left(n: int) -> str:
    told = ngettext(
        "%(n)s intervention has somebody responsible who is no longer on the team",
        "%(n)s interventions have somebody responsible who is no longer on the team",
        n,
    )
    return told % {"n": n}


COUNTED: dict[Kind, Callable[[int], str]] = {
    Kind.GOAL_LEFT: _goals_left,
    Kind.INTERVENTION_LEFT: _interventions_left,
}


@dataclass(frozen=True)
class Shown:
    """A line as it stands on the page."""

    line: Line
    shape: Shape
    url: str

    @property
    def what(self) -> Words:
        """What it is; what has lost its owner is counted, when it is more than one."""
        told = COUNTED.get(self.line.kind)
        return told(self.line.count) if told else self.shape.what


def my_day(user: User) -> due.Day:
    """Everything that waits for the person: what is due, and drafts."""
    return due.sort([*due.lines(user), *_drafts(user)])


def shown(found: list[Line]) -> list[Shown]:
    return [Shown(line, SHAPES[line.kind], _url(line)) for line in found]


def _drafts(user: User) -> list[Line]:
    """Reports that have not been sent. Their words stay on their own page.

    Due on the day they were begun: from the next they stand first, until they are sent.
    """
    begun = Report.objects.filter(written_by=user, sent_at=None).only(
        "pk", "child_id", "child_name", "written_at"
    )
    return [
        Line(Kind.REPORT, _day(report), None, report.pk, "", report.child_name)
        for report in begun
    ]


def _day(report: Report) -> date:
    return timezone.localdate(report.written_at)


def _url(line: Line) -> str:
    shape = SHAPES[line.kind]
    key: Any = line.child_id if shape.key == "child_id" else line.record
    return reverse(shape.url, kwargs={shape.key: key})
