"""A question to a team must not show who the child is."""

from datetime import date

import pytest

from laget.concerns.anonymity import perhaps_names, what_tells
from laget.kernel.acting import Role, acting
from tests.cast import make_child


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hun står alene ute.", []),
        ("Han er 5 år og 3 måneder, siden i høst", []),
        ("Det skjedde 12 ganger på 3 uker", []),
        ("Nr 150101 12345 er hans", ["150101 12345"]),
        ("født 15.01.2021 her", ["15.01.2021"]),
        ("født 15.1.21", ["15.1.21"]),
        ("født 15. januar 2021", ["15. januar 2021"]),
        ("født 2021-01-15", ["2021-01-15"]),
        ("ring 90 12 34 56", ["90 12 34 56"]),
        ("skriv til mor@sand.no.", ["mor@sand.no"]),
    ],
)
def test_numbers_and_whole_dates_are_found_also_when_no_child_is_named(text, told):
    assert what_tells(text, None) == told


@pytest.fixture
def named(holder, guardian, bygdevik):
    with acting(holder.pk, Role.STAFF):
        yield make_child(
            by=holder,
            municipality=bygdevik,
            name="Åse-Marie Ødegård",
            born_on=date(2021, 1, 5),
            guardians=[guardian],
        )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("åse-maries venner", ["åse-maries"]),
        ("ØDEGÅRD er stille", ["ØDEGÅRD"]),
        ("Maria sier det samme", ["Maria"]),
        ("hun har bursdag 5. januar", ["5. januar"]),
        ("hun har bursdag 5.1.", ["5.1"]),
        ("hun har bursdag 15. januar", []),
        ("Ho er glad i sandkassa", []),
    ],
)
def test_a_named_childs_names_guardians_and_birthday_are_found(named, text, told):
    assert what_tells(text, named) == told


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Hun leker med Trine i Øyestranda. Hva kan vi prøve?",
            ["Trine", "Øyestranda"],
        ),
        ("En fireåring er stille.\nHva nå?", []),
        ("Vi har prøvd tre ting: Samling, tur og Per-Olav.", ["Per-Olav", "Samling"]),
    ],
)
def test_words_that_may_be_names_are_shown_to_the_writer(text, names):
    assert perhaps_names(text) == names
