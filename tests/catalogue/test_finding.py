"""Someone who looks for help finds it, however they happen to write the word."""

from datetime import date

import pytest
from django.db import transaction

from laget.catalogue.finding import Wish, find, on_show
from laget.catalogue.models import Programme
from laget.organisation.models import Municipality
from tests.own_database import own_database

WORDS = {
    "Foreldrekurs": "En kveld i barnehagen om trygge voksne.",
    "Åpen dør": "Bare kom. Ærlig prat over en kopp kakao på Øya.",
    "Livet på skolen": "For elever som strever med å komme på skolen.",
}


@pytest.fixture(scope="module")
def places(django_db_setup, django_db_blocker):
    """Two municipalities, the first with three programmes."""
    with django_db_blocker.unblock(), own_database("finding"):
        here = Municipality.objects.create(name="Her", number="0001")
        there = Municipality.objects.create(name="Der", number="0002")
        for name, about in WORDS.items():
            programme(here, name, about)
        yield here, there


@pytest.fixture
def here(places):
    with transaction.atomic():
        yield places[0]
        transaction.set_rollback(True)


def programme(municipality: Municipality, name: str, about: str, **more):
    facts = {
        "age_from": 0,
        "age_to": 18,
        "status": "running",
        "source": "prøve",
        "checked_on": date(2026, 11, 1),
        **more,
    }
    return Programme.objects.create(
        municipality=municipality, name=name, about=about, **facts
    )


def names(wish: Wish) -> list[str]:
    return [each.name for each in find(Programme.objects.all(), wish)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("barnehage", {"Foreldrekurs"}),
        ("barnehagene", {"Foreldrekurs"}),
        ("foreldre", {"Foreldrekurs"}),
        ("kurs", {"Foreldrekurs"}),
        ("åpen", {"Åpen dør"}),
        ("ÆRLIG", {"Åpen dør"}),
        ("øy", {"Åpen dør"}),
        ("elev skole", {"Livet på skolen"}),
        ("elev barnehage", set()),
        ("kurs i barnehage", {"Foreldrekurs"}),
        ("kakao og skole", set()),
        ("", set(WORDS)),
        ("   ", set(WORDS)),
        ("😀", set()),
        ("!!! & | ' :*", set()),
        ("x" * 10_000, set()),
        ("%", set()),
    ],
)
def test_words_are_found_in_any_form(here, typed, found):
    assert set(names(Wish(words=typed))) == found


def test_the_name_counts_more_than_the_rest(here):
    assert names(Wish(words="skolen"))[0] == "Livet på skolen"


def test_all_that_is_asked_for_must_fit(here):
    facts = {"tiers": ["yellow"], "arenas": ["family"], "need_areas": ["1", "1.4"]}
    programme(here, "For gravide", "", age_from=-1, age_to=0, **facts)
    asked = {"tier": "yellow", "arena": "family", "need": "1.4", "referral": "none"}

    assert names(Wish(**asked, ages=(-1, -1))) == ["For gravide"]
    assert names(Wish(**asked, ages=(1, 5))) == []
    assert names(Wish(**asked | {"need": "1.5"})) == []
    assert names(Wish(**asked | {"referral": "decision"})) == []
    assert names(Wish(**asked, words="skole")) == []


def test_what_is_not_public_or_has_ended_is_not_on_show(here, places):
    programme(here, "Skjult", "", is_public=False)
    programme(here, "Over", "", status="ended")
    programme(places[1], "Naboens", "")

    shown = on_show(Programme.objects.all(), here)
    assert {each.name for each in shown} == set(WORDS)
