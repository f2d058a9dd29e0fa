"""A report to child welfare is its writer's own: no rule stands before it."""

import pytest

from laget.audit.models import Event, History
from laget.kernel import Overtaken, RuleBroken
from laget.kernel.acting import acting
from laget.kernel.law import NOTED
from laget.rights import actions, guidance
from laget.rights.models import Report
from tests.cast import STAFF, job_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(holder, child):
    with acting(holder.pk, STAFF):
        return actions.start_report(child=child, by=job_of(holder))


@pytest.fixture
def writing(holder, report):
    """Run the test as the one who writes."""
    with acting(holder.pk, STAFF):
        yield Report.objects.get(pk=report.pk)


def test_a_report_is_about_itself_in_the_books(writing):
    assert writing.about == writing.pk
    assert set(Event.objects.filter(object=writing.pk).values_list("subject")) == {
        (writing.pk,)
    }


def test_what_was_saved_by_another_window_is_not_overwritten(writing):
    actions.write_report(writing, version=1, message="Først")

    with pytest.raises(Overtaken) as overtaken:
        actions.write_report(writing, version=1, message="Så")

    assert overtaken.value.mine == {"message": "Så"}
    writing.refresh_from_db()
    assert writing.message == "Først"


def test_the_same_words_again_overtake_nobody(writing):
    actions.write_report(writing, version=1, message="Først")
    actions.write_report(writing, version=1, message="Først")

    assert writing.version == 2


def test_whether_they_were_told_is_said_before_it_is_marked_as_sent(writing):
    actions.write_report(writing, version=1, message="Blåmerker", other_guardian="")
    with pytest.raises(RuleBroken):
        actions.mark_sent(writing, how="Portal")

    told = {"child_told": False, "guardians_told": False}
    actions.write_report(writing, version=2, **told)
    actions.mark_sent(writing, how="Portal")

    assert Report.objects.get().sent_at
    with pytest.raises(RuleBroken):
        actions.write_report(writing, version=3, message="Mer")


def test_the_other_guardian_counts_when_there_is_one(writing):
    told = {"child_told": True, "guardians_told": False, "other_guardian": "Jon"}
    actions.write_report(writing, version=1, message="Blåmerker", **told)

    assert len(actions.missing(writing)) == 1


def test_nobody_else_reads_a_line_or_an_earlier_version_of_it(
    report, holder, colleague, leader
):
    with acting(holder.pk, STAFF):
        assert History.objects.filter(row=report.pk).exists()
    for user in (colleague, leader):
        with acting(user.pk, STAFF):
            assert not Report.objects.exists()
            assert not History.objects.filter(row=report.pk).exists()
            assert not Event.objects.filter(object=report.pk).exists()


def test_each_point_of_the_law_has_its_letter_source_and_date():
    assert [point.letter for point in guidance.POINTS] == list("abcde")
    for point in guidance.POINTS:
        assert point.source.startswith("LOV-")
        assert (point.law.noted_on, point.law.see) == (NOTED, "lovdata.no")
