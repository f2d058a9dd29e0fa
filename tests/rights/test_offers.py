"""What the municipality shall offer a family, and that no occasion for it is missed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from laget.audit.models import Event
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs import due, remind
from laget.messaging.models import Message
from laget.rights import offers
from laget.rights.models import Offer, OfferRule, Said
from laget.rights.models.offer import When
from laget.rights.offering import due_in, lines
from tests.cast import STAFF, in_days, job_of, make_child, make_consent, make_log
from tests.standing_offers import TITLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def mine(stranger, fjordby, guardian):
    """A child in the municipality with every rule; nobody besides takes part yet."""
    with acting(stranger.pk, STAFF):
        child = make_child(
            by=stranger,
            municipality=fjordby,
            name="Even Holm",
            guardians=[guardian],
        )
        return make_log(child, stranger, level=1)


@pytest.fixture
def at_work(mine, stranger):
    with acting(stranger.pk, STAFF):
        yield


def titles(log):
    return {one.title for one in due_in(log)}


def joins(log, user):
    job = job_of(user)
    make_consent(log.child, job.unit.service, by=log.holder)
    return logs.invite(log, employment=job)


def rule(log, when):
    return OfferRule.objects.get(municipality=log.child.municipality, when=when)


def raised(log, to):
    logs.raise_level(
        log,
        to=to,
        tried="Lek",
        how_it_went="Litt",
        child_view="Fint",
        heard="1.1",
        best_interests="Ja",
        by=log.holder,
    )


def offer(log, when, **more):
    facts = {"offered_on": clock.today(), "told": "Mor", "by": log.holder} | more
    return offers.make_offer(log, rule(log, when), **facts)


# When it is due -----------------------------------------------------------------------


@pytest.mark.usefixtures("at_work")
class TestWhenItIsDue:
    def test_nothing_is_offered_while_the_unit_helps_alone(self, mine):
        assert titles(mine) == set()

    def test_the_first_service_from_outside_is_an_occasion(self, mine, adviser):
        joins(mine, adviser)

        assert titles(mine) == {TITLES[When.FIRST]}

    def test_so_is_the_second_and_each_asks_for_its_own(
        self, mine, adviser, caseworker
    ):
        joins(mine, adviser)
        joins(mine, caseworker)

        assert titles(mine) == {TITLES[When.FIRST], TITLES[When.SECOND]}

    def test_a_service_that_has_left_again_was_an_occasion_all_the_same(
        self, mine, adviser
    ):
        logs.remove(joins(mine, adviser))

        assert titles(mine) == {TITLES[When.FIRST]}

    def test_a_raised_level_is_an_occasion_for_each_level_it_passes(
        self, mine, adviser
    ):
        make_consent(mine.child, job_of(adviser).unit.service, by=mine.holder)
        raised(mine, 3)

        assert titles(mine) == {TITLES[When.LEVEL_2], TITLES[When.LEVEL_3]}

    def test_so_is_a_move_and_those_one_leaves_do_not_come_from_outside(
        self, mine, adviser
    ):
        joins(mine, adviser)
        make_consent(mine.child, mine.unit.service, by=mine.holder)
        logs.move_to_unit(mine, job_of(adviser).unit)

        assert titles(mine) == {TITLES[When.FIRST], TITLES[When.TRANSITION]}

    def test_it_is_due_so_many_days_after_the_occasion(self, mine, adviser):
        joins(mine, adviser)

        assert [one.on for one in due_in(mine)] == [in_days(14)]


# What becomes of it -------------------------------------------------------------------


@pytest.mark.usefixtures("at_work")
class TestWhatBecomesOfIt:
    @pytest.fixture(autouse=True)
    def occasion(self, mine, adviser, at_work):
        joins(mine, adviser)

    @pytest.mark.parametrize("said", [Said.YES, Said.NO])
    def test_an_answer_is_kept_and_the_task_is_done(self, mine, said):
        made = offer(mine, When.FIRST, said=said, words="Takk")

        assert titles(mine) == set()
        assert (made.said, made.said_on, made.next_on) == (said, clock.today(), None)

    def test_it_is_offered_once(self, mine):
        offer(mine, When.FIRST, said=Said.NO)

        with pytest.raises(RuleBroken, match="alt tilbudt"):
            offer(mine, When.FIRST)

    def test_what_is_no_occasion_is_not_offered_by_the_rule(self, mine):
        with pytest.raises(RuleBroken, match="skal ikke tilbys"):
            offer(mine, When.TRANSITION)

    @pytest.mark.parametrize("said", [Said.WAITS, Said.THINKS])
    def test_who_has_not_answered_is_asked_again_on_a_date(self, mine, said):
        made = offer(mine, When.FIRST, said=said, next_on=in_days(9))

        (waits,) = due_in(mine)
        assert (waits.offer, waits.on) == (made.pk, in_days(9))
        offers.answer_offer(made, said=Said.YES, said_on=clock.today())
        assert titles(mine) == set()

    def test_what_was_answered_for_good_stays_so(self, mine):
        made = offer(mine, When.FIRST, said=Said.YES)

        with pytest.raises(RuleBroken, match="alt svart"):
            offers.answer_offer(made, said=Said.NO, said_on=clock.today())

    def test_not_offered_has_its_reason(self, mine):
        with pytest.raises(RuleBroken, match="hvorfor"):
            offers.do_not_offer(
                mine, rule(mine, When.FIRST), reason=" ", by=mine.holder
            )
        offers.do_not_offer(
            mine, rule(mine, When.FIRST), reason="De har det", by=mine.holder
        )

        assert titles(mine) == set()

    def test_who_was_told_is_written_down(self, mine):
        with pytest.raises(RuleBroken, match="hvem"):
            offer(mine, When.FIRST, told=" ")

    def test_each_thing_that_happens_stands_in_the_books(self, mine):
        made = offer(mine, When.FIRST, said=Said.THINKS)
        offers.answer_offer(made, said=Said.NO, said_on=clock.today())

        told = Event.objects.filter(object=made.pk).values_list("action", flat=True)
        assert sorted(told) == ["offer.answered", "offer.answered", "offer.made"]

    def test_it_stands_on_the_holders_day(self, mine, stranger):
        (line,) = lines(stranger)

        assert (line.kind, line.record, line.words) == (
            due.Kind.OFFER,
            mine.pk,
            TITLES[When.FIRST],
        )
        assert [one.kind for one in due.lines(stranger)].count(due.Kind.OFFER) == 1

    def test_what_is_overdue_finds_the_holder_again(self, mine, stranger):
        with clock.at(clock.now() + timedelta(days=15)):
            remind.remind(stranger)
            said = Message.objects.filter(template="something_is_overdue")
            assert said.count() == 1


def test_nobody_else_has_it_on_their_day(mine, stranger, adviser):
    with acting(stranger.pk, STAFF):
        joins(mine, adviser)
    with acting(adviser.pk, STAFF):
        assert list(lines(adviser)) == []


# The pages ----------------------------------------------------------------------------


@pytest.fixture
def waiting(mine, stranger, adviser):
    with acting(stranger.pk, STAFF):
        joins(mine, adviser)
    return mine


def test_the_childs_page_has_it_as_the_next_thing(waiting, as_user, stranger):
    page = as_user(stranger).get(reverse("child", args=[waiting.child_id])).text

    assert TITLES[When.FIRST] in page
    assert reverse("offers", args=[waiting.pk]) in page


def test_the_holder_offers_and_writes_down_the_answer(waiting, as_user, stranger):
    client, url = as_user(stranger), reverse("offers", args=[waiting.pk])
    page = client.get(url).text
    assert "Planen sier tre tjenester." in page
    assert "Planen vår, kapittel 4" in page
    with acting(stranger.pk, STAFF):
        key = str(rule(waiting, When.FIRST).pk)
    typed = {"rule": key, "offered_on": _day(clock.today()), "told": "Mor og far"}

    answer = client.post(url, typed | {"said": "thinks", "words": "Vil snakke sammen"})

    assert answer.status_code == 302
    with acting(stranger.pk, STAFF):
        made = Offer.objects.get()
    assert made.told == "Mor og far"
    page = client.get(reverse("child", args=[waiting.child_id])).text
    assert "Vil snakke sammen" in page
    assert reverse("answer-offer", args=[made.pk]) in page
    url = reverse("answer-offer", args=[made.pk])
    assert client.get(url).status_code == 200
    typed = {"said": "no", "said_on": _day(clock.today()), "words": "Ikke nå"}
    assert client.post(url, typed).status_code == 302
    with acting(stranger.pk, STAFF):
        assert Offer.objects.get().said == Said.NO


def test_what_is_left_out_is_asked_for_and_nothing_typed_is_lost(
    waiting, as_user, stranger
):
    url = reverse("offers", args=[waiting.pk])
    answer = as_user(stranger).post(url, {"words": "Noen ord", "said": ""})

    assert answer.status_code == 422
    assert "Noen ord" in answer.text


def test_only_the_holder_offers(waiting, as_user, adviser, holder):
    url = reverse("offers", args=[waiting.pk])
    assert as_user(adviser).get(url).status_code == 403
    assert as_user(holder).get(url).status_code == 404


def _day(day):
    return day.strftime("%d.%m.%Y")
