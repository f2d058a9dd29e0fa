"""A worry that must not be told at home: there, all is as if it had never been."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.concerns import actions as concerns
from laget.concerns.models import Decision, NotTold
from laget.forms import actions as forms
from laget.forms.models import Template
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.meetings import actions as meetings
from laget.messaging.models import Message
from laget.rights import actions as rights
from tests import standing_clock
from tests.cast import decide, in_days, job_of, make_concern, make_consent, make_ready
from tests.family.shielded import differ, looks
from tests.forms.filled import only_what_must

STAFF, FAMILY = Role.STAFF, Role.FAMILY
SECRET = "Redd for å gå hjem"
KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@pytest.fixture
def at_home(guardian, father, youth):
    return {"mother": guardian, "father": father, "Nora": youth}


@pytest.fixture
def worry(nora, holder, colleague, nurse, bygdevik, team, as_user):
    """All that can be done with it before help is decided, and every page opened."""

    def done(how="waits"):
        told = {"seen": SECRET, "strengths": SECRET, "child_says": SECRET}
        concern = make_concern(holder, bygdevik, child=nora, **told)
        concerns.share(concern, to=job_of(colleague), by=holder)
        concerns.ask_team(concern, team=team, question="Hva nå?", by=holder)
        make_ready(concern, holder)
        if how == "waits":
            why = NotTold.VIOLENCE
            concerns.do_not_tell(concern, why=why, reason=SECRET, by=holder)
        if how == "held back":
            because = ShieldedBecause.SAFETY
            children.shield(concern, nora, because=because, by=holder)
        concerns.look_again(concern, on=in_days(2))
        paper = _filled(concern, holder, as_draft=False)
        _filled(concern, holder, as_draft=True)
        report = rights.start_report(child=nora, concern=concern, by=job_of(holder))
        decide(concern, holder, Decision.LEVEL_2)
        return concern, paper, report

    return done


def _filled(concern, by, *, as_draft):
    filled = forms.begin(
        Template.objects.get(key="everything"),
        place=concern.pk,
        municipality=concern.child.municipality,
        child=concern.child,
        by=job_of(by),
    )
    answers = only_what_must()
    answers["family"] = {"text": SECRET}
    forms.save(filled, version=1, answers=answers)
    if not as_draft:
        forms.finish(filled, version=2)
    return filled


@pytest.fixture
def home(nora, holder, nurse, as_family, as_user, at_home, worry):
    """What each at home is shown after a log was opened, with the worry or without."""

    now = clock.now()

    def shown(*, with_it, how="waits"):
        before = transaction.savepoint()
        standing_clock.stand()
        with clock.at(now), acting(holder.pk, STAFF):
            made = worry(how) if with_it else (None, None, None)
            make_consent(nora, job_of(nurse).unit.service, by=holder)
            opened = {"by": job_of(holder), "level": 2, "next_on": in_days(60)}
            log = logs.open_log(nora, concern=made[0], **opened)
            logs.invite(log, employment=job_of(nurse))
        later = now + timedelta(days=1)
        with clock.at(later):
            _opened_at_work(as_user, holder, *made)
        found = {
            name: looks(as_family, user, nora, later, whole=True)
            for name, user in at_home.items()
        }
        transaction.savepoint_rollback(before)
        return {name: _without_keys(each) for name, each in found.items()}

    return shown


def _opened_at_work(as_user, holder, concern, paper, report):
    if concern:
        for name, key in (("concern", concern.pk), ("form", paper.pk)):
            assert SECRET in as_user(holder).get(reverse(name, args=[key])).text
        page = as_user(holder).get(reverse("write-report", args=[report.pk]))
        assert page.status_code == 200


def _without_keys(pages):
    """Records of one moment stand in the order of their keys: here, of their lines."""
    return {
        name: (code, sorted(KEY.sub("#", text).splitlines()))
        for name, (code, text) in pages.items()
    }


def test_every_page_and_the_whole_download_are_as_if_it_had_never_been(home):
    told, never = home(with_it=True), home(with_it=False)
    traces = {name: differ(told[name], never[name]) for name in told}
    assert traces == {"mother": set(), "father": set(), "Nora": set()}
    for pages in told.values():
        assert pages["our-plan"][0] == pages["download-our-data"][0] == 200


def test_one_that_is_held_back_from_all_guardians_is_not_there_for_them(home):
    """And for the young person it is: a log is not gone with what it began with."""
    held, never = home(with_it=True, how="held back"), home(with_it=False)
    traces = {name: differ(held[name], never[name]) for name in ("mother", "father")}
    assert traces == {"mother": set(), "father": set()}
    assert SECRET in str(held["Nora"]["download-our-data"])


def test_one_that_is_told_reaches_them_all(home):
    """Or else the test above would prove nothing."""
    told, never = home(with_it=True, how="told"), home(with_it=False)
    for name in told:
        changed = differ(told[name], never[name])
        assert {"download-our-data", "who-looked-at-us"} <= changed
        assert SECRET in str(told[name]["download-our-data"])


def test_a_form_of_it_is_lent_to_no_guest_and_nobody_is_told_of_one(
    worry, nora, holder, guardian, as_user
):
    with acting(holder.pk, STAFF):
        concern, paper, _report = worry()
        log = logs.open_log(
            nora, concern=concern, by=job_of(holder), next_on=in_days(9)
        )
        until = clock.now() + timedelta(days=3)
        seat = {"name": "Hanne Bru", "part": "fastlege", "until": until, "by": holder}
        with pytest.raises(IntegrityError, match="one_thing_of"), transaction.atomic():
            meetings.give_seat(log, paper=paper, **seat)
    page = reverse("guest-to-form", args=[paper.pk])
    assert as_user(holder).get(page).status_code == 403
    with acting(guardian.pk, FAMILY):
        assert not Message.objects.exists()


def test_the_staff_are_told_that_the_young_person_does_not_see_it_either(
    as_user, holder, nora, bygdevik
):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=nora)
    page = as_user(holder).get(reverse("talk-waits", args=[concern.pk])).text
    assert "heller ikke den unge selv" in page
