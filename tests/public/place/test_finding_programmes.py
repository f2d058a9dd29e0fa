"""Someone who looks for help narrows the list, and always learns how much there is."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from laget.catalogue.models import Need, Programme
from laget.organisation.models import Municipality

FACTS = {
    "about": "",
    "status": "running",
    "source": "prøve",
    "checked_on": date(2026, 11, 1),
    "age_from": 0,
    "age_to": 18,
    "tiers": ["green"],
}
KURS = "Kurs for foreldre"


@pytest.fixture
def here(places):
    """A municipality with four programmes."""
    made = Municipality.objects.create(name="Her", slug="her", number="9995")
    programme(made, KURS, about="Varme voksne i barnehagen.", arenas=["family"])
    programme(made, "Åpen barnehage", age_to=5, tiers=["green", "yellow"])
    programme(made, "Natteravnene", age_from=13, referral="sign_up")
    programme(made, "Jordmor hjem", age_from=-1, age_to=0, tiers=["red"])
    return made


def programme(municipality, name, **facts):
    return Programme.objects.create(
        municipality=municipality, name=name, **{**FACTS, **facts}
    )


@pytest.fixture
def looks(visitor, here):
    """What a visitor finds in the list, by its names."""

    def look(**asked):
        page = visitor.get(reverse("programmes", kwargs={"slug": "her"}), asked)
        assert page.status_code == 200
        found = page.content.decode().split('id="rows"')[1]
        return {p.name for p in here.programmes.all() if f">{p.name}</a>" in found}

    return look


def test_a_word_finds_its_other_forms(looks):
    assert looks(words="barnehage") == {KURS, "Åpen barnehage"}
    assert looks(words="barnehagen") == {KURS, "Åpen barnehage"}
    assert looks(words="ÅPEN") == {"Åpen barnehage"}


def test_choices_narrow_each_other(looks):
    assert looks(age="1-5") == {KURS, "Åpen barnehage"}
    assert looks(age="pregnancy") == {"Jordmor hjem"}
    assert looks(age="14") == {KURS, "Natteravnene"}
    assert looks(age="14", referral="sign_up") == {"Natteravnene"}
    assert looks(tier="yellow", words="barnehage") == {"Åpen barnehage"}
    assert looks(arena="family", tier="red") == set()


def test_a_need_is_chosen_in_words_and_only_where_something_answers_it(
    looks, visitor, here
):
    there = reverse("programmes", kwargs={"slug": "her"})
    assert 'name="need"' not in visitor.get(there).content.decode()
    need = Need.objects.areas().first()
    programme(here, "Svar", need_areas=[need.code])
    page = visitor.get(there).content.decode()
    assert f'<option value="{need.code}">{need.nb}</option>' in page
    assert looks(need=need.code) == {"Svar"}


@pytest.mark.parametrize(
    "asked",
    [
        {"words": "x" * 10_000},
        {"words": "😀"},
        {"words": "\x00'&|!:*()"},
        {"words": "% _ \\"},
    ],
)
def test_strange_words_find_nothing_and_break_nothing(looks, asked):
    assert looks(**asked) == set()


def test_an_unknown_choice_is_left_out(looks, here):
    everything = {each.name for each in here.programmes.all()}
    unknown = {"age": "999", "tier": "blå", "need": "9.9", "arena": "'", "page": "x"}
    assert looks(**unknown) == everything


def test_the_number_found_and_a_way_on_when_nothing_fits(visitor, here):
    there = reverse("programmes", kwargs={"slug": "her"})
    assert "4 funnet" in visitor.get(there).content.decode()
    page = visitor.get(there, {"words": "romskip"}).content.decode()
    assert "0 funnet" in page
    assert "Ingenting passer med alt dette" in page
    assert f'href="{there}"' in page


def test_the_list_alone_comes_when_only_it_is_asked_for(visitor, here):
    there = reverse("programmes", kwargs={"slug": "her"})
    headers = {"HX-Request": "true", "HX-Target": "rows"}
    part = visitor.get(there, {"words": "kurs"}, headers=headers).content.decode()
    assert "<html" not in part
    assert "<svg" in part  # the shape of a tier
    assert "fan" not in part
    assert KURS in part


def test_what_is_not_for_everyone_or_not_ours_is_nowhere(visitor, here):
    other = Municipality.objects.create(name="Der", slug="der", number="9994")
    hidden = [
        programme(here, "Hemmelig", is_public=False),
        programme(here, "Slutt nå", status="ended"),
        programme(other, "Naboens"),
    ]
    for name in ("programmes", "programmes-overview"):
        page = visitor.get(reverse(name, kwargs={"slug": "her"})).content.decode()
        assert not any(each.name in page for each in hidden)
    for each in hidden:
        named = {"slug": "her", "programme_id": each.pk}
        assert visitor.get(reverse("programme", kwargs=named)).status_code == 404


def test_a_programmes_page_says_where_a_finding_is_from_and_never_that_it_works(
    visitor, here
):
    one = programme(
        here, "Prøvd", evidence="3 av 5", evidence_source="Ungsinn", evidence_year=2021
    )
    named = {"slug": "her", "programme_id": one.pk}
    page = visitor.get(reverse("programme", kwargs=named)).content.decode()
    assert "(Ungsinn, 2021)" in page
    assert "kildens funn, ikke vårt" in page


def test_five_hundred_are_shown_fifty_at_a_time_with_as_few_questions(visitor, here):
    there = reverse("programmes", kwargs={"slug": "her"})
    with CaptureQueriesContext(connection) as few:
        visitor.get(there)
    for number in range(500):
        tiers = ["green", "yellow"] if number % 2 else ["red"]
        programme(here, f"Tiltak nummer {number}", tiers=tiers, age_from=number % 16)
    with CaptureQueriesContext(connection) as many:
        page = visitor.get(there).content.decode()
    assert len(many) == len(few)
    assert page.count('<li class="programme">') == 50
    assert "504 funnet" in page
    assert "fan-groups fan-only" in page
    assert "fan-full" not in page
