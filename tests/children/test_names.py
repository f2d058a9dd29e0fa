"""Names are found however they are written, and sorted as Norwegians sort them."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from laget.children.models import Child, Protection
from laget.children.sorting import loose, sort_key
from laget.organisation.models import Unit

LETTERS = some.text("abcdeæøåoÆØÅ -", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Åse", "aase"),
        ("Åse", "ASE"),
        ("Øystein", "oeystein"),
        ("Øystein", "oystein"),
        ("Kjærsti", "kjaersti"),
        ("Åse", "A\u030ase"),
        ("Bjørn Ærlig", "bjoern aerlig"),
        ("Renée", "renee"),
    ],
)
def test_two_spellings_are_looked_up_as_one(one, other):
    assert loose(one) == loose(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Åse", "Ese"), ("Øyvind", "Eyvind"), ("Kjær", "Kjor")]
)
def test_other_names_are_not(one, other):
    assert loose(one) != loose(other)


def test_ae_oe_and_aa_come_last_in_that_order():
    names = ["Åse", "Zoe", "Ørjan", "Aage", "Ære", "Anne"]

    assert sorted(names, key=sort_key) == [
        *("Anne", "Zoe", "Ære", "Ørjan", "Aage", "Åse")
    ]


@given(LETTERS, LETTERS)
def test_the_order_of_the_parts_changes_nothing_that_is_looked_for(first, last):
    one, other = loose(f"{first} {last}"), loose(f"{last} {first}")

    assert sorted(one.split()) == sorted(other.split())


@pytest.mark.parametrize(
    ("protection", "shown"),
    [
        (Protection.NONE, "Lia barnehage"),
        (Protection.CONFIDENTIAL, ""),
        (Protection.STRICT, ""),
    ],
)
def test_where_a_protected_child_is_is_not_shown(protection, shown):
    child = Child(unit=Unit(name="Lia barnehage"), protection=protection)

    assert child.shown_unit == shown


def test_a_child_without_a_unit_shows_none():
    assert Child(unit=None).shown_unit == ""
