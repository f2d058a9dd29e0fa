import pytest

from laget.consents import actions as consents
from laget.kernel import RuleBroken
from laget.logs.models import LevelChange
from tests.cast import review
from tests.logs.asked import lower_level, raise_level


def test_the_level_is_raised_with_its_reasons(at_work, log, holder):
    raise_level(log, holder)

    log.refresh_from_db()
    change = LevelChange.objects.get()
    assert (log.level, change.from_level, change.to_level) == (3, 2, 3)
    assert change.decided_by == holder


def test_the_level_is_not_raised_before_what_was_tried_is_evaluated(
    log, intervention, at_work, holder
):
    with pytest.raises(RuleBroken, match="Evaluate"):
        raise_level(log, holder)

    log.refresh_from_db()
    assert log.level == 2


def test_the_level_is_raised_once_what_was_tried_is_evaluated(
    log, intervention, at_work, holder
):
    review(intervention, holder)

    raise_level(log, holder)

    assert log.level == 3


def test_the_level_is_not_raised_where_the_family_says_no_to_everyone(
    at_work, log, child, holder
):
    for consent in child.consents.live():
        consents.withdraw(consent, by=holder)

    with pytest.raises(RuleBroken, match="consent"):
        raise_level(log, holder)


def test_the_level_is_lowered_also_while_something_is_being_tried(
    log, intervention, at_work, holder
):
    lower_level(log, holder)

    log.refresh_from_db()
    assert log.level == 1


@pytest.mark.parametrize("change, to", [(raise_level, 2), (raise_level, 1)])
def test_raising_goes_up(at_work, log, holder, change, to):
    with pytest.raises(RuleBroken):
        change(log, holder, to=to)


@pytest.mark.parametrize("to", [2, 3])
def test_lowering_goes_down(at_work, log, holder, to):
    with pytest.raises(RuleBroken):
        lower_level(log, holder, to=to)
