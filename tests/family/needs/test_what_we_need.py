"""The family writes down, itself, what it needs to understand and be understood."""

import pytest
from django.db import IntegrityError, transaction

from laget.audit.models import History
from laget.children import actions as children
from laget.children.models import Child, Guardianship
from laget.kernel.acting import Role, acting
from laget.messaging.models import Message
from tests.meetings.made import call, guardianship

STAFF, FAMILY = Role.STAFF, Role.FAMILY
PAGE = "/family/notices/needs/"
NOON = "2026-01-01T12:00Z"
SOMALI = {"interpreter": "somali", "sign_language": "", "easy_reading": "on"}


def read(page):
    assert page.status_code == 200
    return page.content.decode()


@pytest.fixture
def written(as_family, noras_log, guardian):
    """Her mother has written that she needs an interpreter and easy texts."""
    answered = as_family(guardian).post(PAGE, SOMALI)
    assert answered.status_code == 302


def test_she_writes_that_she_needs_an_interpreter_and_sees_it_again(
    as_family, written, guardian
):
    said = read(as_family(guardian).get(PAGE))
    assert 'value="somali"' in said
    assert "Du skrev dette" in said


def test_the_team_sees_it_beside_her_name_with_who_wrote_it(
    as_user, written, nora, holder
):
    said = read(as_user(holder).get(f"/children/{nora.pk}/"))
    assert "foresatt · tolk: somali, tekster som er lette å lese" in said
    assert "skrevet av Maria Sand" in said


def test_it_stands_beside_when_a_meeting_is_called_and_on_the_meeting(
    as_user, written, nora, noras_log, holder, guardian
):
    assert "tolk: somali" in read(
        as_user(holder).get(f"/logs/{noras_log.pk}/meetings/call/")
    )
    with acting(holder.pk, STAFF):
        meeting = call(noras_log, holder, guardians=[guardianship(nora, guardian)])
    assert "tolk: somali" in read(as_user(holder).get(f"/meetings/{meeting.pk}/"))
    assert "tolk: somali" in read(as_user(holder).get(f"/meetings/{meeting.pk}/ask/"))


def test_whoever_holds_is_told_that_something_is_written_and_not_what(written, holder):
    with acting(holder.pk, STAFF):
        told = Message.objects.get(template="a_need_was_said")
        assert list(told.ids) == ["child"]


def test_the_same_said_again_tells_nobody_anew(as_family, written, guardian, holder):
    as_family(guardian).post(PAGE, SOMALI)
    with acting(holder.pk, STAFF):
        assert Message.objects.filter(template="a_need_was_said").count() == 1


def test_what_staff_write_over_it_stands_with_their_name_and_hers_is_in_the_history(
    as_user, as_family, written, nora, holder, guardian
):
    with acting(holder.pk, STAFF):
        hers = guardianship(nora, guardian).pk
    asked = {"tie": "parent", "phone": "", "interpreter": "arabisk"}
    as_user(holder).post(f"/guardians/{hers}/reach/", asked)
    said = read(as_family(guardian).get(PAGE))
    assert "Kari Lund skrev dette" in said
    with acting(holder.pk, STAFF):
        before = History.objects.filter(row=hers).order_by("-at").first().before
        assert before["interpreter"] == "somali"
        assert before["needs_by_id"] == str(guardian.pk)


def test_a_new_telephone_changes_nothing_of_who_wrote_the_need(
    written, nora, holder, guardian
):
    with acting(holder.pk, STAFF):
        hers = guardianship(nora, guardian)
        children.reach(hers, phone="00 00 99 99", interpreter=hers.interpreter)
        assert guardianship(nora, guardian).needs_by_id == guardian.pk
        assert guardianship(nora, guardian).easy_reading


def test_the_young_person_writes_their_own_and_it_stands_on_their_page(
    as_family, as_user, nora, noras_log, youth, holder
):
    as_family(youth).post(PAGE, {"interpreter": "", "sign_language": "on"})
    said = read(as_user(holder).get(f"/children/{nora.pk}/"))
    assert "barnet · tegnspråktolk · skrevet av barnet selv" in said


def test_one_writes_for_oneself_and_not_for_the_other_guardian(
    written, nora, holder, father
):
    with acting(holder.pk, STAFF):
        assert guardianship(nora, father).needs == ""


def test_who_sees_no_child_here_is_told_that_it_can_wait(as_family, barred, noras_log):
    said = read(as_family(barred).get(PAGE))
    assert "Det er ingen å si det til ennå" in said
    assert as_family(barred).post(PAGE, SOMALI).status_code == 422


def test_who_is_barred_writes_nothing_whatever_they_send(
    as_family, barred, noras_log, nora, holder
):
    as_family(barred).post(PAGE, SOMALI)
    with acting(holder.pk, STAFF):
        assert guardianship(nora, barred).interpreter == ""


@pytest.mark.parametrize("field", ["phone", "tie", "ended_at", "nin_index"])
def test_from_home_the_database_lets_nothing_else_be_changed(
    noras_log, nora, guardian, field
):
    value = {"phone": "1", "tie": "other", "ended_at": NOON, "nin_index": "x"}
    with acting(guardian.pk, FAMILY):
        mine = Guardianship.objects.filter(child=nora, user=guardian)
        with (
            pytest.raises(IntegrityError, match="family_writes_needs_alone"),
            transaction.atomic(),
        ):
            mine.update(**{field: value[field]})


def test_nor_who_the_child_is(noras_log, nora, youth):
    with (
        acting(youth.pk, FAMILY),
        pytest.raises(IntegrityError, match="family_writes_needs_alone"),
        transaction.atomic(),
    ):
        Child.objects.filter(pk=nora.pk).update(name="En annen")


def test_nor_what_another_at_home_needs(noras_log, nora, guardian, father):
    with acting(guardian.pk, FAMILY):
        his = Guardianship.objects.filter(child=nora, user=father)
        assert his.update(interpreter="polsk") == 0
