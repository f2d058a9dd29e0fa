"""The level is raised or lowered: what was tried, what is best for the child."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import door
from laget.access import logs as may
from laget.concerns.models import Heard
from laget.consents.models import Consent
from laget.logs import actions
from laget.logs.models import Intervention, Log, Review
from laget.staff.work import usual
from laget.staff.work.asking import ask, does, typed
from laget.staff.work.forms.life import LevelForm, NextDateForm
from laget.staff.work.words import level_names
from laget.web.page import PageRequest, back_to
from laget.web.templatetags.words import short_day

ASKED = ("tried", "how_it_went", "child_view")


@door.one(may.RAISE)
def change_level(request: PageRequest, log: Log) -> HttpResponse:
    tried = list(log.interventions.prefetch_related("reviews").order_by("starts_on"))
    consents = list(log.child.consents.live().select_related("service"))
    names = level_names(log.child.municipality)
    told = {
        "log": log,
        "now": names[log.level],
        "waiting": [one for one in tried if not one.has_ended and not _reviews(one)],
        "consents": consents,
        "can_share": _can_share(log, consents),
    }
    levels = _levels(log, names, may_raise=told["can_share"] and not told["waiting"])
    form = LevelForm(
        typed(request),
        levels=list(names.items()) if request.POST else levels,
        initial=_told_so_far(tried),
    )
    if form.is_valid() and does(form, lambda: _change(log, form, request), "to"):
        said = _("The level is changed. Now see who shall join, and who shall leave.")
        return back_to(request, "child", log.child_id, said=said)
    return ask(request, "change_level", log.child, form, **told, levels=levels)


@door.one(may.NEXT_DATE)
def next_date(request: PageRequest, log: Log) -> HttpResponse:
    again = usual.review_on(log.child.municipality, log.level)
    form = NextDateForm(typed(request), initial={"on": again})
    if form.is_valid() and does(
        form, lambda: actions.look_again(log, on=form.cleaned_data["on"]), "on"
    ):
        said = _("The next date is set.")
        return back_to(request, "child", log.child_id, said=said)
    return ask(request, "next_date", log.child, form, log=log)


def _levels(
    log: Log, names: dict[int, str], *, may_raise: object
) -> list[tuple[int, str]]:
    """Down always; up when what was tried is evaluated and somebody may join."""
    return [
        (level, name)
        for level, name in names.items()
        if level < log.level or (level > log.level and may_raise)
    ]


def _can_share(log: Log, consents: list[Consent]) -> bool:
    own = log.unit.service_id
    return any(consent.stands and consent.service_id != own for consent in consents)


def _told_so_far(tried: list[Intervention]) -> dict[str, str]:
    """What the log itself says, as a beginning to write on from."""
    how = [
        f"– {_named(one)}: {review.effect_words.lower()}. {review.seen}"
        for one in tried
        for review in _reviews(one)
    ]
    what = [f"– {_named(one)} ({_from_to(one)})" for one in tried]
    return {"tried": "\n".join(what), "how_it_went": "\n".join(how)}


def _named(one: Intervention) -> str:
    """Inside a sentence: without the full stop that it may end with."""
    return one.text.rstrip(". ")


def _from_to(one: Intervention) -> str:
    if one.ended_at is None:
        return _("from %(day)s, goes on") % {"day": short_day(one.starts_on)}
    days = {"start": short_day(one.starts_on), "end": short_day(one.ended_at)}
    return _("%(start)s to %(end)s") % days


def _reviews(one: Intervention) -> list[Review]:
    """Read beforehand, oldest first."""
    return sorted(one.reviews.all(), key=lambda review: review.reviewed_at)


def _change(log: Log, form: LevelForm, request: PageRequest) -> None:
    told = form.cleaned_data
    to = int(told["to"])
    change = actions.raise_level if to >= log.level else actions.lower_level
    change(
        log,
        to=to,
        **{name: told[name] for name in ASKED},
        heard=Heard(told["heard"]),
        best_interests=form.best_interests,
        by=request.user,
    )
