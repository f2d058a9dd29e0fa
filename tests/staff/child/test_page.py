"""Everything the team may see about a child, on one page."""

import re

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.concerns.models import Heard
from laget.consents import actions as consents
from laget.consents.models import Consent
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Closed, Handover
from tests import cast
from tests.staff.child.conftest import STAFF, settle, text_of

MARKS = ("SAVEPOINT", "RELEASE")


def test_the_page_tells_who_the_child_is_and_who_is_there(child, log, look, holder):
    text = text_of(look(holder, child))
    for words in ("Nora Sand, 5", "Lia barnehage", "Ola Dahl", "Maria Sand", "PPT"):
        assert words in text
    assert text.index("Kari Lund</b>") < text.index("Ola Dahl</b>")  # the holder first


def test_what_has_been_done_stands_in_the_timeline(child, busy, look, nurse):
    text = text_of(look(nurse, child))
    assert "Nora sov bedre denne uka." in text
    assert "Hun blir bedt med oftere." in text
    assert "Jeg går ut i permisjon." in text
    assert "Lek og språk" in text


def test_the_childs_own_words_stand_large(child, busy, look, holder):
    text = text_of(look(holder, child))
    assert "<blockquote>«Det er best når jeg vet hvem" in text


def test_a_protected_address_is_not_told_by_the_school(holder, look, bygdevik, school):
    with acting(holder.pk, STAFF):
        hidden = cast.make_child(
            by=holder, municipality=bygdevik, unit=school, protection="strict"
        )
    assert "Fjell skole" not in text_of(look(holder, hidden))


def test_an_unborn_child_has_a_due_date(holder, look, bygdevik):
    with acting(holder.pk, STAFF):
        due = cast.in_days(60)
        child = cast.make_child(
            by=holder, municipality=bygdevik, born_on=None, due_on=due
        )
    page = look(holder, child)
    assert page.status_code == 200
    assert str(due.year) in text_of(page)


def test_the_timeline_can_be_read_by_kind_and_by_person(
    child, busy, look, holder, nurse
):
    text = text_of(look(holder, child, "timeline", kind="reviews"))
    assert "Hun blir bedt med oftere." in text
    assert "Nora sov bedre denne uka." not in text
    text = text_of(look(holder, child, "timeline", person=nurse.pk))
    assert "Nora sov bedre denne uka." in text
    assert "Hun blir bedt med oftere." not in text


@pytest.mark.parametrize("name", ["kind", "person", "before"])
def test_a_filter_nobody_knows_is_no_filter(child, busy, look, holder, name):
    page = look(holder, child, **{name: "2026-13-77~'"})
    assert "Nora sov bedre denne uka." in text_of(page)


def test_older_lines_come_fifty_at_a_time_each_once(child, log, look, holder, write):
    for number in range(70):
        write(holder, f"ord {number:03}.")
    seen, query = [], {}
    while query is not None:
        page = look(holder, child, "timeline", kind="written", **query)
        seen += _numbers(text_of(page))
        query = _older(page)
    assert seen == [f"ord {number:03}." for number in reversed(range(70))]


def test_htmx_gets_the_timeline_alone_and_everyone_else_the_page(
    child, busy, look, holder
):
    region = text_of(look(holder, child, region="timeline"))
    assert region.strip().startswith('<div id="timeline"')
    assert "Nora sov bedre denne uka." in region
    assert "<html" not in region
    whole = look(holder, child, region="nobody-knows-this")
    assert "<html" in text_of(whole)


def test_the_page_costs_few_statements_however_long_the_log(
    child, busy, look, holder, nurse, write, as_user
):
    before = _statements(as_user(holder), child)
    with acting(nurse.pk, STAFF):
        for number in range(200):
            logs.write_entry(busy, text=f"Ord {number}", by=nurse)
    after = _statements(as_user(holder), child)
    assert len(after) == len(before)
    assert len(after) <= 15, after


def test_emergency_access_reads_until_when_and_why_and_changes_nothing(
    child, busy, look, caseworker
):
    with acting(caseworker.pk, STAFF):
        logs.open_emergency(
            name=child.name, born_on=child.born_on, reason="Akutt uro.", by=caseworker
        )
    text = text_of(look(caseworker, child))
    assert "Akutt uro." in text
    assert "Nora sov bedre denne uka." in text
    assert reverse("write-entry", args=[busy.pk]) not in text
    assert reverse("set-goal", args=[busy.pk]) not in text


def test_the_one_who_is_asked_to_hold_it_sees_the_name_and_the_question(
    child, busy, look, colleague, holder
):
    with acting(holder.pk, STAFF):
        offer = Handover.objects.open().get(log=busy)
    text = text_of(look(colleague, child))
    assert child.name in text
    assert reverse("handover", args=[offer.pk]) in text
    for words in ("Nora sov bedre", "permisjon", "Maria Sand", "Lia barnehage<"):
        assert words not in text


def test_a_closed_log_is_read_with_its_last_words_and_not_written_in(
    child, busy, look, holder, goal, as_user
):
    settle()
    with acting(holder.pk, STAFF):
        logs.close(
            busy,
            why=Closed.GOALS_REACHED,
            text="Det går godt.",
            child_words="Jeg har Ida nå.",
            heard=Heard.TALK,
            guardian_words="Takk.",
            follows_on="Barnehagen ser til.",
            results={goal: ("reached", "Hun blir bedt med.")},
            by=holder,
        )
    text = text_of(look(holder, child))
    for words in ("Det går godt.", "Jeg har Ida nå.", "Barnehagen ser til."):
        assert words in text
    assert reverse("write-entry", args=[busy.pk]) not in text
    own = as_user(holder).get(reverse("log", args=[busy.pk]))
    assert "Jeg har Ida nå." in text_of(own)


def test_an_open_log_is_the_childs_page(child, log, holder, as_user):
    page = as_user(holder).get(reverse("log", args=[log.pk]))
    assert page.headers["Location"] == reverse("child", args=[child.pk])


def test_a_child_without_a_log_shows_the_concern_and_the_way_back(
    holder, look, bygdevik, child
):
    with acting(holder.pk, STAFF):
        concern = cast.make_concern(holder, bygdevik, child=child)
    text = text_of(look(holder, child))
    assert "Står ofte alene." in text
    assert reverse("concern", args=[concern.pk]) in text


def test_whoever_has_lost_the_basis_is_shown_as_one_who_sees_nothing(
    child, log, look, holder, nurse
):
    with acting(holder.pk, STAFF):
        service = cast.job_of(nurse).unit.service
        standing = Consent.objects.standing().get(child=child, service=service)
        consents.withdraw(standing, by=holder)
    assert text_of(look(holder, child)).count("samtykke mangler") == 1


def _numbers(text):
    return re.findall(r"ord \d+\.", text)


def _older(page):
    """What the button for older lines asks for; None where there is no such button."""
    found = re.search(r'href="\?([^"]*before=[^"]*)#timeline"', text_of(page))
    if not found:
        return None
    return {"before": QueryDict(found[1].replace("&amp;", "&"))["before"]}


def _statements(client, child):
    """Without what only the tests' own savepoints and their ends ask."""
    url = reverse("child", args=[child.pk])
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    said = [query["sql"] for query in asked.captured_queries]
    said = [sql for sql in said if not sql.startswith(MARKS)]
    return [sql for sql in said if "set_config('app.actor', ''" not in sql]
