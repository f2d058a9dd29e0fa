"""Writing a report to child welfare, printing it, and saying how it was sent."""

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from laget.access import door
from laget.access import rights as may
from laget.kernel import Overtaken, RuleBroken, clock
from laget.rights import actions
from laget.rights.models import Report
from laget.staff.register.report_forms import ReportForm, SendForm, facts_of
from laget.staff.register.report_text import as_text, parts_of
from laget.web.page import PageRequest, back_to, page
from laget.web.templatetags.words import at_clock


@door.one(may.WRITE)
def write_report(request: PageRequest, report: Report) -> HttpResponse:
    form = ReportForm(request.POST or None, initial=facts_of(report))
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return _write_page(request, report, form, status)
    version = form.cleaned_data["version"]
    try:
        actions.write_report(report, version=version, **form.texts())
    except Overtaken:
        return _both(request, report, form)
    return back_to(request, "send-report", report_id=report.pk, said=_("Saved."))


@require_POST
@door.one(may.SAVE)
def save_report(request: PageRequest, report: Report) -> HttpResponse:
    """A draft saves itself. It is the writer's alone until they send it themselves."""
    form = ReportForm(request.POST)
    if not form.is_valid():
        return JsonResponse({}, status=422)
    version = form.cleaned_data["version"]
    try:
        actions.write_report(report, version=version, **form.texts())
    except Overtaken:
        return JsonResponse({}, status=409)
    return JsonResponse({"clock": at_clock(clock.now()), "version": report.version})


@door.one(may.SEND)
def send_report(request: PageRequest, report: Report) -> HttpResponse:
    """Read it through, print or copy it; then say how and when it was sent."""
    form = SendForm(request.POST or None)
    if form.is_valid():
        try:
            actions.mark_sent(report, how=form.cleaned_data["how"], at=form.at())
        except RuleBroken as broken:
            form.add_error(None, str(broken))
        else:
            said = _("The report is marked as sent. You can read it here, nobody else.")
            return back_to(request, "print-report", report_id=report.pk, said=said)
    told = {"report": report, "form": form, "parts": parts_of(report)}
    told |= {"plain": as_text(report), "missing": actions.missing(report)}
    status = 422 if form.is_bound else 200
    return page(request, "staff/register/send.html", told, status)


@door.one(may.READ)
def print_report(request: PageRequest, report: Report) -> HttpResponse:
    told = {"report": report, "parts": parts_of(report), "plain": as_text(report)}
    return page(request, "staff/register/print_report.html", told)


def _write_page(
    request: PageRequest, report: Report, form: ReportForm, status: int
) -> HttpResponse:
    told = {"report": report, "form": form, "child": report.child}
    return page(request, "staff/register/write.html", told, status)


def _both(request: PageRequest, report: Report, form: ReportForm) -> HttpResponse:
    """Saved from another window: what is written here is kept, beside what is saved."""
    report.refresh_from_db()
    mine = form.texts()
    theirs = {name: getattr(report, name) for name in mine}
    differ = [
        (form[name].label, _shown(theirs[name]), form[name].id_for_label)
        for name in mine
        if (mine[name] or "") != (theirs[name] or "")
    ]
    merged = ReportForm(initial={**mine, "version": report.version})
    told = {"report": report, "form": merged, "child": report.child, "differ": differ}
    return page(request, "staff/register/write.html", told, 409)


def _shown(value: object) -> str:
    words = {True: _("Yes"), False: _("No"), None: "–", "": "–"}
    return words[value] if value in (True, False, None, "") else str(value)
