"""A report as plain words: to print, and to copy into the national portal."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from laget.rights.models import Report
from laget.staff.register.report_forms import ReportForm


@dataclass(frozen=True)
class Line:
    label: str
    text: str


@dataclass(frozen=True)
class Part:
    """One heading of the national form."""

    title: str
    lines: list[Line]


def parts_of(report: Report) -> list[Part]:
    """In the order in which the national form asks."""
    child = ("child_name", "unborn", "child_address", "child_phone")
    told = ("child_told", "child_told_why", "interpreter")
    first = ("guardians", "guardians_told", "guardians_told_why")
    other = ("other_guardian", "other_guardian_told", "other_guardian_told_why")
    return [
        Part(_("Who reports"), _reporter(report)),
        Part(
            _("The child"),
            [*_number(report), *_lines(report, *child), *_lines(report, *told)],
        ),
        Part(_("Guardians"), [*_lines(report, *first), *_lines(report, *other)]),
        Part(
            _("The worry"),
            _lines(report, "message", "history", "other_views", "other_services"),
        ),
    ]


def as_text(report: Report) -> str:
    """The same, as text to copy."""
    return "\n\n".join(
        f"{part.title.upper()}\n"
        + "\n".join(f"{_asked(line.label)} {line.text}" for line in part.lines)
        for part in parts_of(report)
        if part.lines
    )


def _asked(label: str) -> str:
    """A question keeps its own mark; any other label gets a colon."""
    return label if label.endswith(("?", ".")) else f"{label}:"


def _reporter(report: Report) -> list[Line]:
    job = report.employment
    facts = [
        (_("Name"), report.written_by.name),
        (_("Role"), job.post),
        (_("Workplace"), str(job.unit)),
        (_("Telephone"), report.reporter_phone),
        (_("E-mail"), report.reporter_email),
    ]
    return [Line(label, text) for label, text in facts if text]


def _number(report: Report) -> list[Line]:
    number = report.child.number if report.child else ""
    return [Line(_("National identity number"), number)] if number else []


def _lines(report: Report, *names: str) -> list[Line]:
    found = [(name, _said(getattr(report, name))) for name in names]
    if not report.unborn:
        found = [(name, text) for name, text in found if name != "unborn"]
    return [Line(_label(name), text) for name, text in found if text]


def _label(name: str) -> str:
    return str(ReportForm.base_fields[name].label)


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    return str(value or "").strip()
