"""My day: what must I do today, for which child."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from laget.children.models import Child
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs import due
from laget.logs.due import Kind
from tests.cast import STAFF, in_days, job_of, make_child


def kinds(user):
    with acting(user.pk, STAFF):
        return [line.kind for line in due.lines(user)]


def day_of(user):
    with acting(user.pk, STAFF):
        return due.sort(due.lines(user))


@pytest.mark.django_db
def test_a_day_without_work_says_what_will_come(as_user, colleague):
    page = as_user(colleague).get(reverse("day")).content.decode()
    assert "Ingenting venter på deg i dag" in page
    assert "Ingen barn ennå" in page


def test_an_intervention_finds_its_owner_when_its_date_has_passed(
    as_user, holder, intervention
):
    with clock.at(clock.now() + timedelta(days=31)):
        day = day_of(holder)
        assert [line.kind for line in day.overdue] == [Kind.REVIEW]
        assert day.overdue[0].child == "Nora Sand"
        page = as_user(holder).get(reverse("day")).content.decode()
    assert reverse("review", args=[intervention.pk]) in page
    assert "På overtid" in page


def test_what_is_far_ahead_is_not_on_the_day(holder, intervention):
    assert kinds(holder) == []


def test_a_handover_waits_for_whom_it_is_offered_to(as_user, holder, colleague, log):
    with acting(holder.pk, STAFF):
        handover = logs.offer(log, to=job_of(colleague), reason="Slutter", by=holder)
    day = day_of(colleague)
    assert [line.kind for line in day.waiting] == [Kind.HANDOVER]
    page = as_user(colleague).get(reverse("day")).content.decode()
    assert "Nora Sand" in page
    assert reverse("handover", args=[handover.pk]) in page


def test_a_consent_that_runs_out_within_sixty_days_is_on_the_holders_day(
    holder, nurse, log
):
    with clock.at(clock.now() + timedelta(days=310)):
        assert [line.kind for line in day_of(holder).later].count(
            Kind.CONSENT_ENDS
        ) == 2
        assert Kind.CONSENT_ENDS not in kinds(nurse)


def test_a_consent_that_has_run_out_leaves_someone_without(holder, log):
    with clock.at(clock.now() + timedelta(days=366)):
        day = day_of(holder)
    missing = [line for line in day.waiting if line.kind is Kind.CONSENT_MISSING]
    assert {line.words for line in missing} == {"Helsestasjon", "PPT"}


def test_a_question_waits_for_the_team_and_its_answer_for_who_asked(
    holder, adviser, nurse, colleague, concern, team
):
    from laget.concerns import actions as concerns

    with acting(holder.pk, STAFF):
        asked = concerns.ask_team(
            concern, team=team, question="Hva kan hjelpe i lek?", by=holder
        )
    assert kinds(adviser) == [Kind.QUESTION]
    assert kinds(colleague) == []
    with acting(adviser.pk, STAFF):
        concerns.advise(asked, text="Prøv en liten lekegruppe.", by=adviser)
    assert Kind.ADVICE in kinds(holder)
    assert kinds(nurse) == []


def test_an_own_concern_is_on_the_day_until_it_is_decided(holder, concern):
    day = day_of(holder)
    assert [line.kind for line in day.later] == [Kind.CONCERN]
    with clock.at(clock.now() + timedelta(days=15)):
        assert [line.kind for line in day_of(holder).overdue] == [Kind.CONCERN]


def test_due_on_a_holiday_must_be_done_the_working_day_before():
    """Christmas Day 2026 is a Friday: it is done on Thursday the 24th at the latest."""
    christmas = due.Line(Kind.LOG, date(2026, 12, 25), None, None, "")
    assert christmas.act_by == date(2026, 12, 24)


def test_two_people_in_the_log_see_their_own_work_only(nurse, holder, intervention):
    with clock.at(clock.now() + timedelta(days=31)):
        assert kinds(nurse) == []
        assert kinds(holder) == [Kind.REVIEW]


def test_the_day_costs_the_same_for_one_child_and_for_ten(
    as_user, holder, intervention, bygdevik, kindergarten, nurse
):
    with clock.at(clock.now() + timedelta(days=70)):
        client = as_user(holder)  # a session does not last seventy days
        with CaptureQueriesContext(connection) as one:
            assert client.get(reverse("day")).status_code == 200
        with acting(holder.pk, STAFF):
            for number in range(10):
                child = make_child(
                    by=holder,
                    municipality=bygdevik,
                    unit=kindergarten,
                    name=f"Barn Nummer{number}",
                )
                logs.open_log(child, by=job_of(holder), level=1, next_on=in_days(3))
        with CaptureQueriesContext(connection) as ten:
            page = client.get(reverse("day")).content.decode()
    assert page.count("Barn Nummer") >= 10
    asked = [q["sql"] for q in ten if "SAVEPOINT" not in q["sql"]]
    assert len(ten) == len(one)
    assert len(asked) <= 15, "\n".join(sql[:150] for sql in asked)


def test_what_somebody_wrote_stands_as_it_was_written(as_user, holder, log):
    """Nothing in a name or a text becomes a part of the page itself."""
    words = '<b id="x">Sint & "lei"</b>'
    with acting(holder.pk, STAFF):
        Child.objects.filter(pk=log.child_id).update(name=f"Nora {words}")
        logs.set_goal(log, text=words, owner=job_of(holder).user, next_on=in_days(3))
    for name in ("day", "children"):
        page = as_user(holder).get(reverse(name)).content.decode()
        assert words not in page
        assert f"Nora {escape(words)}" in page
    assert f"«{escape(words)}»" in as_user(holder).get(reverse("day")).content.decode()
