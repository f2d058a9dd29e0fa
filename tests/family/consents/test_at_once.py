"""Two guardians sign at the same moment; and one signs while the other takes back."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from django.test import Client

from tests.committing import committing, db  # noqa: F401
from tests.family import log_in
from tests.family.consents.doing import answer, answers, ask, now

pytestmark = pytest.mark.usefixtures("committing")


def at_once(*deeds):
    def do(deed):
        user, work = deed
        try:
            return work(log_in(Client(), user)).status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(do, deeds))


@pytest.fixture
def question(nora, holder):
    return ask(nora, "PPT", by=holder)


def test_two_who_say_yes_at_once_let_it_stand(question, guardian, father, holder):
    yes = [(each, lambda c: answer(c, question, "yes")) for each in (guardian, father)]

    assert at_once(*yes) == [302, 302]
    assert now(holder, question).stands


def test_one_who_answers_twice_at_once_has_two_answers_in_turn(
    question, guardian, holder
):
    both = [
        (guardian, lambda c, w=word: answer(c, question, w)) for word in ("yes", "no")
    ]

    assert at_once(*both) == [302, 302]
    assert sorted(turn for *_, turn in answers(holder, question)) == [1, 2]


def test_a_yes_and_a_no_at_once_open_nothing(question, guardian, father, holder):
    at_once(
        (guardian, lambda c: answer(c, question, "yes")),
        (father, lambda c: answer(c, question, "no")),
    )

    assert not now(holder, question).stands
    assert now(holder, question).ended_at is None
