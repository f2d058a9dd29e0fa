"""The story is whole: everyone in it exists, and nobody in it could be real."""

from datetime import date
from pathlib import Path

import pytest

from laget.demonstration import synthetic
from laget.demonstration.in_the_family import VERBS as HOME
from laget.demonstration.playing import VERBS
from laget.demonstration.story import companies, people, read_children, to_try
from laget.kernel import identity
from laget.organisation.profile.reading import read_folder, read_profile

PROFILES = Path(__file__).resolve().parents[2] / "profiles"
CHILDREN = read_children()
DEEDS = [deed for _, story in CHILDREN for deed in story]
LISTER = {"Kvinesdal", "Farsund", "Hægebostad"}
PEOPLE = {person.key: person for person in people()}
FAMILIES = {
    told["account"]
    for facts, _ in CHILDREN
    for told in [{"account": facts.account}, *facts.guardians, *facts.guests]
    if told.get("account")
}


def test_kvinesdal_has_about_sixty_people_and_forty_children():
    lister = companies()[0]
    here = [facts for facts, _ in CHILDREN if facts.municipality in LISTER]

    assert 55 <= len(lister.people) <= 75
    assert 38 <= len(here) <= 50


def test_no_two_have_the_same_key():
    everyone = [person.key for person in people()]
    children = [facts.key for facts, _ in CHILDREN]

    assert len(everyone) == len(set(everyone))
    assert len(children) == len(set(children))


def test_everyone_works_in_a_place_that_a_profile_names():
    folders = sorted(path.parent for path in PROFILES.glob("*/municipality.toml"))
    places = {
        (str(profile.municipality.facts["name"]), unit.key)
        for profile in map(read_profile, folders)
        for unit in profile.all("units")
    }

    assert {(person.municipality, person.unit) for person in people()} <= places
    assert {(facts.municipality, facts.unit) for facts, _ in CHILDREN} <= places


def test_a_few_people_work_in_each_of_the_others_and_some_are_trusted():
    for company in companies()[1:]:
        assert 4 <= len(company.people) <= 10
        assert {key for keys in company.trusted.values() for key in keys} <= {
            person.key for person in company.people
        }


def test_every_deed_is_a_verb_we_have_and_is_done_by_someone_who_exists():
    at_home = [deed for deed in DEEDS if deed.verb in HOME]
    at_work = [deed for deed in DEEDS if deed.verb not in HOME]
    assert {deed.verb for deed in at_work} <= VERBS.keys()
    assert {deed.who for deed in at_work} <= PEOPLE.keys()
    assert {deed.who for deed in at_home} <= FAMILIES


def test_every_verb_is_used_somewhere():
    known = VERBS.keys() | HOME.keys()
    assert known - {deed.verb for deed in DEEDS} == set()


def test_what_was_ticked_is_on_the_list_of_factors():
    shared = read_folder(PROFILES / "shared")
    known = {item.key for item in shared if item.section == "factors"}
    ticked = {code for deed in DEEDS for code in deed.words.get("factors", [])}

    assert ticked <= known


def test_whom_to_try_first_exists_and_has_a_reason():
    for each in to_try():
        assert each["who"] in PEOPLE
        assert each["why"]


@pytest.mark.parametrize("nth", range(50))
def test_an_invented_number_is_valid_and_belongs_to_nobody(nth):
    number = synthetic.number(date(2019, 2, 28), nth)

    assert identity.is_valid(number)
    assert identity.is_synthetic(number)


def test_two_invented_children_of_a_day_have_different_numbers():
    numbers = {synthetic.number(date(2019, 2, 28), nth) for nth in range(50)}

    assert len(numbers) == 50
