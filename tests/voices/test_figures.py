"""Figures of how it was experienced: whole years, and nobody can be worked out of them.

Each child has answered once, a year ago, unless the test says otherwise.
"""

from datetime import timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.children import actions as children
from laget.kernel import clock
from laget.kernel.acting import acting, nobody
from laget.logs.models import Log
from laget.voices.figures import experience_in
from laget.voices.models import Experience
from tests.cast import make_child, make_log
from tests.family import FAMILY, STAFF
from tests.seen import rows

KINDS = ("yes", "partly", "no")
FEW = 5
LAST_YEAR = clock.now() - timedelta(days=370)
MANY = st.integers(0, 3 * FEW)


def shown(yes, partly, no, few=FEW):
    """What `experiences()` shows when each child has answered once: told apart."""
    if min(yes, partly, no) >= few:
        return {"yes": yes, "partly": partly, "no": no}
    if min(yes, partly + no) >= few:
        return {"yes": yes, "not_quite": partly + no}
    return {}


@given(st.tuples(MANY, MANY, MANY))
def test_no_cell_under_the_threshold_can_be_worked_out(cells):
    """Whoever knows how many answered in all, and the rule, still has to guess.

    Also that nobody gave an answer is few: else one knows what each did not answer.
    """
    every = range(sum(cells) + 1)
    told, all_of_them = shown(*cells), sum(cells)
    fits = [
        other
        for other in product(every, every, every)
        if sum(other) == all_of_them and shown(*other) == told
    ]
    for kind, many in enumerate(cells):
        if many < FEW and all_of_them:
            assert len({other[kind] for other in fits}) > 1


@given(st.tuples(MANY, MANY, MANY))
def test_what_is_shown_is_never_by_few(cells):
    assert all(many >= FEW for many in shown(*cells).values())


@pytest.fixture
def families(holder, bygdevik, guardian):
    """Fifteen children with a log each; the keys of the logs."""
    with acting(holder.pk, STAFF):
        return [
            make_log(
                make_child(
                    by=holder,
                    municipality=bygdevik,
                    name=f"Barn Nr{number}",
                    guardians=[guardian],
                ),
                holder,
                level=1,
            ).pk
            for number in range(15)
        ]


@pytest.mark.parametrize(
    "cells", [(5, 5, 5), (7, 4, 4), (9, 6, 0), (12, 2, 1), (15, 0, 0), (0, 0, 4)]
)
def test_the_database_shows_what_the_rule_says(cells, families, guardian, bygdevik):
    answers = [
        kind for kind, many in zip(KINDS, cells, strict=True) for _ in range(many)
    ]
    with clock.at(LAST_YEAR), acting(guardian.pk, FAMILY):
        for log, answer in zip(families, answers, strict=False):
            tell(log, guardian, answer)
    assert asked(bygdevik, "heard") == shown(*cells)


def test_a_year_that_is_not_over_shows_nothing(families, guardian, bygdevik):
    with acting(guardian.pk, FAMILY):
        for log in families:
            tell(log, guardian, "yes")
    assert asked(bygdevik, "heard") == {}


def test_a_child_counts_once_however_many_answer_for_it(
    families, guardian, father, holder, bygdevik
):
    """Eight answers of one kind about four children are four, and four are few."""
    with acting(holder.pk, STAFF):
        for log in Log.objects.filter(pk__in=families[:4]).select_related("child"):
            children.add_guardian(log.child, name=father.name, user=father)
    for person in (guardian, father):
        with clock.at(LAST_YEAR), acting(person.pk, FAMILY):
            for log in families[:4]:
                tell(log, person, "no")
    with clock.at(LAST_YEAR), acting(guardian.pk, FAMILY):
        for log in families[4:10]:
            tell(log, guardian, "yes")
    assert asked(bygdevik, "heard") == {}


def test_a_figure_is_the_same_for_everyone(families, guardian, bygdevik, leader):
    with clock.at(LAST_YEAR), acting(guardian.pk, FAMILY):
        for log, answer in zip(families, KINDS * 5, strict=True):
            tell(log, guardian, answer)
    with nobody(via="test"):
        public = experience_in([bygdevik.pk])
    with acting(leader.pk, STAFF):
        assert experience_in([bygdevik.pk]) == public
    assert public[bygdevik.pk][0].questions[0].answers == [
        ("Ja", 5),
        ("Delvis", 5),
        ("Nei", 5),
    ]


def tell(log, by, answer):
    one = Experience(log_id=log, record=log, by=by, heard=answer)
    one.helped, one.kept = answer, answer
    one.save(force_insert=True)


def asked(place, question):
    """What the function answers, for one question."""
    with nobody(via="test"):
        found = rows(
            "SELECT municipality_id, question, answer, many FROM experiences()"
        )
    return {
        answer: many
        for where, about, answer, many in found
        if (where, about) == (place.pk, question)
    }
