"""Ways to lose words, or somebody who should have been told."""

import logging
import sys
import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from laget.accounts.models import Session
from laget.accounts.tasks import clear_sessions
from laget.kernel import clock, embedded
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.due import Kind
from laget.logs.models import Entry
from laget.messaging.models import Message
from laget.rights import actions as rights
from laget.staff.day.lines import my_day
from laget.web.middleware import Wordless
from tests.cast import job_of, make_child

STAFF = Role.STAFF


def test_more_words_sent_with_the_same_key_are_not_lost(log, holder, as_user):
    """Back in the browser, a sentence more, and saved again."""
    client, page = as_user(holder), reverse("write-entry", kwargs={"log_id": log.pk})
    typed = {"once": str(uuid.uuid4()), "kind": "note", "text": "Først."}
    for text in ("Først.", "Først.", "Først og sist."):
        client.post(page, typed | {"text": text})

    with acting(holder.pk, STAFF):
        texts = sorted(Entry.objects.values_list("text", flat=True))
    assert texts == ["Først og sist.", "Først."]


@pytest.fixture
def nobody_leads(child, leader, holder):
    """The child's unit has no leader, and who registered the child has gone."""
    with acting(leader.pk, STAFF):
        logs.end_work(job_of(holder), by=leader)
        logs.end_work(job_of(leader), by=leader)


@pytest.mark.usefixtures("nobody_leads")
def test_somebody_at_work_is_always_told_of_emergency_access(child, caseworker, rector):
    with acting(caseworker.pk, STAFF):
        logs.open_emergency(
            name=child.name, born_on=child.born_on, reason="x", by=caseworker
        )
    with acting(rector.pk, STAFF):
        told = Message.objects.filter(template="emergency_access_was_used")
        assert told.count() == 1


def test_a_report_says_first_who_may_be_contacted(holder, bygdevik, guardian, barred):
    with acting(holder.pk, STAFF):
        child = make_child(
            by=holder, municipality=bygdevik, guardians=[guardian], barred=barred
        )
        report = rights.start_report(child=child, by=job_of(holder))

    assert report.guardians == guardian.name
    assert report.other_guardian.endswith("må ikke kontaktes")


def test_an_error_in_the_log_quotes_nothing():
    typed = "Nora Sand er slått"
    try:
        int(typed)
    except ValueError:
        failed = sys.exc_info()
    record = logging.LogRecord("x", logging.ERROR, "x", 1, "our fault", (), failed)

    said = Wordless("%(message)s").format(record)

    assert "ValueError" in said
    assert "Nora" not in said


def test_the_servers_own_log_quotes_no_statement():
    assert embedded.SETTINGS["log_min_error_statement"] == "panic"


def test_a_report_that_was_begun_and_not_sent_stands_first_next_day(holder):
    with acting(holder.pk, STAFF):
        rights.start_report(by=job_of(holder))
        with clock.at(clock.now() + timedelta(days=1)):
            (line,) = my_day(holder).overdue

    assert line.kind is Kind.REPORT


def test_what_a_session_kept_is_gone_when_it_is_over(as_user, holder):
    as_user(holder)
    clear_sessions()
    assert Session.objects.exclude(data=None).exists()
    with clock.at(clock.now() + timedelta(hours=9)):
        clear_sessions()
    assert Session.objects.filter(data=None).exists()  # whose it was, for a day
    with clock.at(clock.now() + timedelta(hours=33)):
        clear_sessions()
    assert not Session.objects.exists()
