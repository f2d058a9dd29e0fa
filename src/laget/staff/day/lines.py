"""Each line of the day in words, with its one button."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from laget.accounts.models import User
from laget.logs import due
from laget.logs.due import Kind, Line
from laget.rights.models import Report
from laget.staff.day.drawn import Addresses, due_line

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
    Kind.OFFER: Shape(
        _("To offer the family"),
        _("Offer it"),
        "offers",
        "log_id",
        "consent",
        names=True,
    ),
    Kind.REPORT: Shape(
        _("Report to child welfare, not sent"),
        _("Go on"),
        "write-report",
        "report_id",
        "warning",
    ),
    Kind.REQUEST: Shape(
        _("Somebody has asked for help"),
        _("Open"),
        "help-request",
        "helprequest_id",
        "speech",
        names=True,
    ),
    Kind.REQUEST_ASKED: Shape(
        _("Your unit is asked to take a request for help"),
        _("Answer"),
        "help-request",
        "helprequest_id",
        "handover",
        names=True,
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
    """Lines as they stand on the page, and how many they are."""

    count: int
    drawn: SafeString


def my_day(user: User) -> due.Day:
    """Everything that waits for the person: what is due, and drafts."""
    return due.sort([*due.lines(user), *_drafts(user)])


def shown(found: list[Line]) -> Shown:
    """Each line in words, with its one button."""
    addresses = Addresses()
    drawn = [(_drawn(line, addresses),) for line in found]
    return Shown(len(found), format_html_join("", "{}", drawn))


def what(line: Line) -> Words:
    """What it is; what has lost its owner is counted, when it is more than one."""
    told = COUNTED.get(line.kind)
    return told(line.count) if told else SHAPES[line.kind].what


def _drawn(line: Line, addresses: Addresses) -> SafeString:
    shape = SHAPES[line.kind]
    record = line.child_id if shape.key == "child_id" else line.record
    url = addresses.of(shape.url, shape.key, record)
    return due_line(
        line, what(line), shape.button, url, shape.icon, quoted=not shape.names
    )


def _drafts(user: User) -> list[Line]:
    """Reports that have not been sent. Their words stay on their own page.

    Due on the day they were begun: from the next they stand first, until they are sent.
    """
    begun = Report.objects.filter(written_by=user, sent_at=None)
    return [
        Line(Kind.REPORT, timezone.localdate(at), None, report, "", name)
        for report, name, at in begun.values_list("pk", "child_name", "written_at")
    ]
