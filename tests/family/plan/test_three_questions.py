"""After a review the three questions stand on the plan, until answered or put away."""

import pytest
from django.urls import reverse

from laget.audit.models import Event
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Closed
from tests.family import FAMILY, STAFF
from tests.family.experience.test_our_experience import ANSWERS
from tests.voices.test_experience import look_at, try_something

ASKED = "Svar på tre spørsmål"


@pytest.fixture
def tried(noras_log, holder):
    return try_something(noras_log, holder)


@pytest.fixture
def reviewed(tried, holder):
    return look_at(tried, holder)


def plan(as_family, user, nora):
    return as_family(user).get(reverse("our-plan", args=[nora.pk])).text


def put_away(as_family, user, nora):
    client = as_family(user)
    return client.post(reverse("put-experience-away", args=[nora.pk]), follow=True)


def test_nobody_is_asked_before_we_have_looked_at_how_it_goes(
    as_family, tried, nora, guardian
):
    assert ASKED not in plan(as_family, guardian, nora)


def test_each_is_asked_on_the_plan_after_a_review(
    as_family, reviewed, nora, guardian, father, youth
):
    for who in (guardian, father, youth):
        assert ASKED in plan(as_family, who, nora)


def test_answered_it_is_gone_for_the_one_who_answered(
    as_family, reviewed, nora, guardian, father
):
    as_family(guardian).post(reverse("our-experience", args=[nora.pk]), ANSWERS)
    assert ASKED not in plan(as_family, guardian, nora)
    assert ASKED in plan(as_family, father, nora)


def test_put_away_it_stays_away_and_can_still_be_answered(
    as_family, reviewed, nora, guardian, father
):
    shown = put_away(as_family, guardian, nora).text
    assert "Du finner spørsmålene under Min stemme" in shown
    assert ASKED not in shown
    assert ASKED not in plan(as_family, guardian, nora)  # logged in anew
    assert ASKED in as_family(guardian).get(reverse("my-voice", args=[nora.pk])).text
    assert ASKED in plan(as_family, father, nora)


def test_a_new_review_is_asked_about_anew(
    as_family, reviewed, tried, nora, noras_log, guardian, holder
):
    put_away(as_family, guardian, nora)
    look_at(try_something(noras_log, holder), holder)
    assert ASKED in plan(as_family, guardian, nora)


def test_when_there_is_nothing_to_put_away_nothing_is_kept(
    as_family, noras_log, nora, guardian
):
    put_away(as_family, guardian, nora)
    with acting(guardian.pk, FAMILY):
        assert not Event.objects.filter(action="experience.put_away").exists()


def test_that_one_put_it_away_is_nobody_elses_to_see(
    as_family, reviewed, nora, guardian, father, holder
):
    put_away(as_family, guardian, nora)
    for who, hat in ((father, FAMILY), (holder, STAFF)):
        with acting(who.pk, hat):
            assert not Event.objects.filter(action="experience.put_away").exists()


def test_the_end_of_the_follow_up_is_asked_about_where_we_say_thank_you(
    as_family, noras_log, nora, guardian, holder
):
    with acting(holder.pk, STAFF):
        logs.close(
            noras_log,
            why=Closed.GOALS_REACHED,
            text="Nora har det trygt nå.",
            child_words="Takk.",
            heard="1.1",
            guardian_words="Vi er glade.",
            follows_on="Kontaktlæreren snakker med Nora i januar.",
            results={},
            by=holder,
        )
    assert ASKED in plan(as_family, guardian, nora)
