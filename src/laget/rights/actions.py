"""Everything that can happen to a report to child welfare.

Nothing here asks for a consent or for a leader: the duty lies on the one who knows.
"""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from laget.audit.models import note
from laget.children.models import Child, Guardianship
from laget.concerns.models import Concern
from laget.kernel import Overtaken, RuleBroken, clock
from laget.organisation.models import Employment
from laget.rights.models import Report

TEXTS = (
    *("child_name", "child_address", "message", "history", "other_views"),
    *("other_services", "interpreter", "child_told_why", "guardians"),
    *("guardians_told_why", "other_guardian", "other_guardian_told_why"),
    *("child_phone", "reporter_phone", "reporter_email"),
)
FACTS = ("unborn", "child_told", "guardians_told", "other_guardian_told")


@transaction.atomic
def start_report(
    *,
    child: Child | None = None,
    concern: Concern | None = None,
    by: Employment,
) -> Report:
    """Begin a report, with what is known of the child filled in.

    Nothing is taken from the concern or the log: what is reported, the reporter writes.
    """
    child = child or (concern.child if concern else None)
    report = Report.objects.create(
        child=child,
        concern=concern,
        employment=by,
        written_by=by.user,
        child_name=child.name if child else "",
        unborn=child.is_unborn if child else False,
        reporter_phone=by.user.phone,
        **_known_guardians(child),
    )
    note("report.started", report, object=report)
    return report


@transaction.atomic
def write_report(report: Report, *, version: int, **words: str | bool | None) -> None:
    """Save what has been written so far. Raises Overtaken when it is out of date.

    What is saved already, word for word, overtakes nobody: a draft that saves itself
    may arrive just before the writer presses the button.
    """
    report.lock()
    _must_be_unsent(report)
    mine = {name: words[name] for name in (*TEXTS, *FACTS) if name in words}
    if all(getattr(report, name) == value for name, value in mine.items()):
        return
    if report.version != version:
        raise Overtaken(report, dict(mine))
    for name, value in mine.items():
        setattr(report, name, value)
    report.version += 1
    report.save(update_fields=[*mine, "version"])
    note("report.written", report, object=report)


@transaction.atomic
def mark_sent(report: Report, *, how: str, at: datetime | None = None) -> None:
    """It has been sent: how, when, and who was told, or why not."""
    report.lock()
    _must_be_unsent(report)
    if lacks := missing(report):
        raise RuleBroken(lacks[0])
    if not how.strip():
        raise RuleBroken(_("Write how it was sent."))
    report.sent_at, report.sent_how = at or clock.now(), how
    report.save(update_fields=["sent_at", "sent_how"])
    note("report.sent", report, object=report)


def missing(report: Report) -> list[str]:
    """What must be written before it can be marked as sent, each in a sentence."""
    lacks = []
    if not report.message.strip():
        lacks.append(_("Write what you are worried about before it is sent."))
    if report.child_told is None or report.guardians_told is None:
        lacks.append(_("Say whether the child and the guardians have been told."))
    if report.other_guardian.strip() and report.other_guardian_told is None:
        lacks.append(_("Say whether the other guardian has been told."))
    return lacks


def _must_be_unsent(report: Report) -> None:
    if report.sent_at:
        raise RuleBroken(_("The report has been sent and can no longer be changed."))


def _known_guardians(child: Child | None) -> dict[str, str]:
    """Who can be contacted first, each with a telephone, and an interpreter's language.

    One who must not be contacted comes last and is said to be so: child welfare rings.
    """
    if child is None:
        return {}
    known = list(child.guardianships.current().order_by("barred", "-custody", "name"))
    lines = [_in_a_line(guardian) for guardian in known]
    languages = dict.fromkeys(g.interpreter for g in known if g.interpreter)
    return {
        "guardians": "".join(lines[:1]),
        "other_guardian": "\n".join(lines[1:]),
        "interpreter": ", ".join(languages)[:60],
    }


def _in_a_line(guardian: Guardianship) -> str:
    barred = _("must not be contacted") if guardian.barred else ""
    return ", ".join(filter(None, (guardian.name, guardian.phone, barred)))
