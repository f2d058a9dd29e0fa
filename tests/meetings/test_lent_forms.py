"""A chair to one form, and one beside another: nothing that is held back is seen."""

import pytest

from laget.audit.models import Event
from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.forms.models import Filled, Part
from laget.kernel.acting import acting
from laget.meetings.models import Seat
from tests.meetings.made import FAMILY, GUEST, STAFF, finished, give, refused
from tests.meetings.test_seats import sees, sits


@pytest.fixture
def paper(noras_log, nora, holder):
    """A finished form of the log, which the family may read; a part of it not."""
    with acting(holder.pk, STAFF):
        return finished(noras_log, nora, holder)


def test_a_chair_to_one_form_shows_what_the_family_reads_of_it(
    paper, noras_log, holder, doctor, guardian
):
    with acting(holder.pk, STAFF):
        finished(noras_log, noras_log.child, holder)
        _seat, link = give(noras_log, holder, paper=paper)
    assert sits(doctor, link)
    assert sees(doctor) == {
        *("children_child", "meetings_seat", "forms_filled", "forms_part"),
    }
    with acting(doctor.pk, GUEST):
        assert [each.pk for each in Filled.objects.all()] == [paper.pk]
        assert [each.readers for each in Part.objects.all()] == ["family"]
    with acting(guardian.pk, FAMILY):
        assert Seat.objects.get().paper_id == paper.pk


def test_a_form_that_is_held_back_from_the_family_is_not_lent(
    paper, noras_log, nora, holder, doctor, guardian
):
    with acting(holder.pk, STAFF):
        inner = finished(noras_log, nora, holder, readers=("team",))
        with refused("one_thing_of_this_child"):
            give(noras_log, holder, paper=inner)
        _seat, link = give(noras_log, holder, paper=paper)
    assert sits(doctor, link)
    with acting(holder.pk, STAFF):
        because = ShieldedBecause.CONFIDENCE
        children.shield(paper, nora, because=because, by=holder)
        with refused("one_thing_of_this_child"):
            give(noras_log, holder, paper=paper)
    assert sees(doctor) == {"children_child", "meetings_seat"}
    with acting(guardian.pk, FAMILY):
        assert not Seat.objects.exists()
        assert not Event.objects.filter(action__startswith="seat.").exists()


def test_a_draft_is_not_lent(noras_log, nora, holder):
    with acting(holder.pk, STAFF):
        version = nora.municipality.form_templates.first().versions.first()
        facts = {"version": version, "child": nora, "place": noras_log.pk}
        draft = Filled.objects.create(**facts, written_by=holder, seen_with=holder.pk)
        with refused("one_thing_of_this_child"):
            give(noras_log, holder, paper=draft)


def test_the_interpreter_has_a_chair_of_their_own_and_knows_of_no_other(
    meeting, link, noras_log, holder, doctor, stranger
):
    with acting(holder.pk, STAFF):
        told = {"name": "Tolk", "part": "tolk", "meeting": meeting}
        _seat, other = give(noras_log, holder, **told)
    assert sits(doctor, link)
    assert sits(stranger, other)
    assert not sits(stranger, link)
    with acting(stranger.pk, GUEST):
        assert Seat.objects.get().part == "tolk"
