"""What somebody at home might try, to see a child that is not theirs to see."""

import pytest

from laget.accounts.models import User
from laget.children import actions as children
from laget.children.models import Child, Guardianship
from laget.concerns import actions as concerns
from laget.concerns.models import NotTold
from laget.demonstration import synthetic
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Log
from laget.messaging.models import Message
from tests.cast import in_days, job_of, make_concern
from tests.seen import rows, tables_with_rows

STAFF, FAMILY = Role.STAFF, Role.FAMILY
ANOTHER_CAME = "Det er lagt til en foresatt til."
BORN = clock.today().replace(year=1985, month=3, day=3)


def account(name, nth):
    """Somebody who logs in for the first time, with a number of their own."""
    number = synthetic.number(BORN, nth)
    return User.objects.add(f"person-{nth}", name, number=number), number


def sees(user):
    with acting(user.pk, FAMILY):
        return Log.objects.exists()


def test_a_stranger_with_the_same_name_finds_nothing(noras_log, guardian):
    stranger, _ = account(guardian.name, 1)
    with acting(stranger.pk, FAMILY):
        assert tables_with_rows() == set()


def test_a_guardian_is_found_by_number_before_and_after_the_first_log_in(
    noras_log, nora, holder
):
    early, number = account("Tidlig Sand", 2)
    later = synthetic.number(BORN, 3)
    with acting(holder.pk, STAFF):
        children.add_guardian(nora, name="Tidlig Sand", number=number)
        children.add_guardian(nora, name="Sen Sand", number=later)
    late = User.objects.add("person-3", "", number=later)  # an eID gives no name

    assert sees(early) and sees(late)
    assert User.objects.get(pk=late.pk).name == "Sen Sand"


def test_whoever_was_let_in_by_a_wrong_number_sees_no_more_when_it_is_put_right(
    noras_log, nora, holder
):
    wrong, number = account("", 4)
    right, rights_number = account("Rett Person", 5)
    with acting(holder.pk, STAFF):
        children.add_guardian(nora, name="Rett Person", number=number)
    assert sees(wrong)

    with acting(holder.pk, STAFF):
        mistaken = Guardianship.objects.get(child=nora, name="Rett Person")
        children.number_guardian(mistaken, number=rights_number)
    assert not sees(wrong)
    assert sees(right)
    assert User.objects.get(pk=wrong.pk).name == ""


def told_of_another(user):
    with acting(user.pk, FAMILY):
        return Message.objects.filter(template="a_guardian_was_added").count()


@pytest.mark.parametrize(
    ("facts", "protection", "told"),
    [
        ({}, "", 1),
        ({"custody": False}, "", 1),
        ({"may_see": False}, "", 0),  # who is given no page, is no change to theirs
        ({"barred": True, "custody": False}, "", 0),
        ({}, "confidential", 0),
        ({}, "strict", 0),
    ],
)
def test_the_others_are_told_that_a_guardian_has_come_unless_it_is_protected(
    facts,
    protection,
    told,
    noras_log,
    nora,
    holder,
    guardian,
    father,
    as_family,
    barred,
):
    with acting(holder.pk, STAFF):
        Child.objects.filter(pk=nora.pk).update(protection=protection)
        nora.refresh_from_db()
        children.add_guardian(nora, name="Ny Foresatt", **facts)

    for each in (guardian, father):
        assert told_of_another(each) == told
    shown = as_family(guardian).get("/family/notices/").text
    assert (ANOTHER_CAME in shown) == bool(told)
    assert "Ny Foresatt" not in shown
    with acting(barred.pk, FAMILY):
        assert not Message.objects.exists()


def test_before_anybody_at_home_knows_of_it_nobody_is_told_of_a_guardian(
    nora, holder, guardian
):
    with acting(holder.pk, STAFF):
        children.add_guardian(nora, name="Ny Foresatt")
    with acting(guardian.pk, FAMILY):
        assert not Message.objects.exists()


def test_a_worry_that_is_not_to_be_told_at_home_is_not_read_there(
    nora, holder, bygdevik, guardian, youth
):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=nora)
        why = NotTold.OTHER
        concerns.do_not_tell(concern, why=why, reason="Redd hjemme", by=holder)
        logs.open_log(nora, by=job_of(holder), next_on=in_days(9))
    for who in (guardian, youth):
        with acting(who.pk, FAMILY):
            assert Log.objects.exists()
            assert rows("SELECT * FROM concerns_concern") == []
            assert rows("SELECT * FROM concerns_conversation") == []
