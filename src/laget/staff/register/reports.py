"""The red door: a report to child welfare begins here, from anywhere or from nothing.

Nothing here asks for a consent, a leader or a reason. That somebody opened this door is
noted as a look at the child and no more: the team and the family read those lines.
"""

from django.http import HttpResponse
from django.urls import reverse

from laget.access import children as may_child
from laget.access import concerns as may_concern
from laget.access import door, work
from laget.access import rights as may
from laget.accounts.models import User
from laget.audit.models import note
from laget.children.models import Child
from laget.concerns.models import Concern
from laget.kernel.law import ANSWER_TO_REPORTER, DUTY_TO_AVERT, DUTY_TO_REPORT
from laget.organisation.models import Municipality
from laget.rights import actions
from laget.rights.guidance import POINTS
from laget.rights.models import Report
from laget.staff.register.places import jobs_for, municipalities_of
from laget.staff.register.report_forms import StartForm
from laget.web.page import PageRequest, back_to, page

LAWS = {"duty": DUTY_TO_REPORT, "answer": ANSWER_TO_REPORTER, "avert": DUTY_TO_AVERT}


@door.own(work.REPORT_ANYONE)
def report(request: PageRequest) -> HttpResponse:
    """About somebody who need not be registered; and one's own reports."""
    return _door(request, municipality=municipalities_of(request.user).first())


@door.one(may_child.REPORT)
def report_child(request: PageRequest, child: Child) -> HttpResponse:
    if request.method != "POST":
        note(str(may_child.READ), child)
    return _door(request, child=child, municipality=child.municipality)


@door.one(may_concern.REPORT)
def report_concern(request: PageRequest, concern: Concern) -> HttpResponse:
    if request.method != "POST":
        note(str(may_concern.READ), concern)
    place = (concern.child and concern.child.municipality) or _place(request.user)
    return _door(request, concern=concern, child=concern.child, municipality=place)


def _door(
    request: PageRequest,
    *,
    child: Child | None = None,
    concern: Concern | None = None,
    municipality: Municipality | None,
) -> HttpResponse:
    form = StartForm(request.POST or None, jobs=jobs_for(request.user, child))
    if request.method == "POST" and form.is_valid():
        started = actions.start_report(child=child, concern=concern, by=form.job)
        return back_to(request, "write-report", report_id=started.pk)
    mine = my_reports(request.user)
    shown = [each for each in mine if child is None or each.child_id == child.pk]
    told = {
        "child": child,
        "form": form,
        "points": POINTS,
        "laws": LAWS,
        "phone": municipality.emergency_phone if municipality else "",
        "drafts": [each for each in shown if not each.sent_at],
        "sent": [each for each in shown if each.sent_at],
        "back": _back(child, concern),
    }
    status = 422 if form.is_bound else 200
    return page(request, "staff/register/report.html", told, status)


def my_reports(user: User) -> list[Report]:
    return list(
        door.allowed(user, may.READ)
        .select_related("child")
        .order_by("-written_at", "-pk")[:50]
    )


def _place(user: User) -> Municipality | None:
    return municipalities_of(user).first()


def _back(child: Child | None, concern: Concern | None) -> str:
    if concern:
        return reverse("concern", kwargs={"concern_id": concern.pk})
    return reverse("child", kwargs={"child_id": child.pk}) if child else ""
