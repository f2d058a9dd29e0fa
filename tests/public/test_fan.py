"""The fan: each programme in its place, none on top of another, none left out."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from laget.catalogue.models import Programme
from laget.public.ages import STAGES, chosen, in_words
from laget.public.fan.drawing import draw, fitted
from laget.public.fan.groups import draw_groups
from laget.public.fan.layout import MANY, MOST, sector_of, spread

TIERS = ["green", "yellow", "red"]


def programme(first: int, last: int, *tiers: str, name: str = "Et tiltak") -> Programme:
    return Programme(
        name=name, age_from=first, age_to=last, tiers=list(tiers or ["green"])
    )


one = st.builds(
    lambda ages, tiers: programme(min(ages), max(ages), *tiers),
    st.tuples(st.integers(-1, 30), st.integers(-1, 30)),
    st.lists(st.sampled_from(TIERS), min_size=1, unique=True),
)


@given(st.lists(one, max_size=30))
@settings(deadline=None)
def test_every_programme_lies_once_on_each_of_its_tiers(programmes):
    fan = spread(programmes)
    assert fan
    expected = sorted((str(p.pk), tier) for p in programmes for tier in p.tiers)
    assert sorted((str(b.programme.pk), b.ring.tier) for b in fan.blades) == expected


@given(st.lists(one, min_size=1, max_size=30))
@settings(deadline=None)
def test_no_blade_lies_on_another_or_outside_the_fan(programmes):
    fan = spread(programmes)
    assert fan
    for tier in TIERS:
        blades = [b for b in fan.blades if b.ring.tier == tier]
        ends = sorted((blade.start, blade.end) for blade in blades)
        assert all(0 <= start < end <= 180 for start, end in ends)
        assert all(a[1] < b[0] for a, b in pairwise(ends))


@pytest.mark.parametrize(
    ("ages", "sector"),
    [
        ((-1, 0), 0),
        ((1, 5), 1),
        ((-1, 6), 1),
        ((3, 12), 2),
        ((13, 23), 3),
        ((20, 99), 3),
        ((0, 18), MANY),
        ((-1, 99), MANY),
    ],
)
def test_a_programme_lies_where_most_of_its_years_are(ages, sector):
    assert sector_of(programme(*ages)) == sector


def test_too_many_to_name_are_drawn_as_groups():
    assert spread([programme(0, 5)] * MOST)
    assert spread([programme(0, 5)] * (MOST + 1)) is None


def test_each_blade_is_a_link_with_a_name_that_says_tier_and_age():
    trygg = programme(3, 12, "green", "red", name="Trygg <på> skolen & hjemme")
    fan = spread([trygg])
    assert fan
    drawn = draw(fan, {trygg.pk: "/her/"}, "Viften")
    names = re.findall(
        r'<a href="/her/" class="blade t-\w+" aria-label="([^"]*)"', drawn
    )
    assert len(names) == 2
    assert all(
        name.startswith("Trygg &lt;på&gt; skolen &amp; hjemme. ") for name in names
    )
    assert {name.split(". ")[1] for name in names} == {
        "For alle, 3–12 år",
        "For få, 3–12 år",
    }


def test_a_group_says_how_many_and_an_empty_one_is_no_link():
    drawn = draw_groups([programme(1, 5), programme(2, 3)], "Viften", only=True)
    links = re.findall(
        r'href="([^"]*)" class="blade t-green" aria-label="([^"]*)"', drawn
    )
    assert links == [
        ("?tier=green&amp;age=1-5#found", "For alle, Barnehagealder, 1–5: 2 tiltak")
    ]
    assert drawn.count('class="none"') == 3 * len(STAGES) - 1


def test_a_long_name_ends_in_dots_when_there_is_no_room():
    assert fitted("Kort", 10, 1) == ["Kort"]
    assert fitted("En ganske lang overskrift", 10, 2) == ["En ganske", "lang…"]
    assert all(len(line) <= 10 for line in fitted("a" * 500, 10, 3))


@pytest.mark.parametrize(
    ("ages", "said"),
    [
        ((-1, -1), "i svangerskapet"),
        ((-1, 6), "fra svangerskapet til 6 år"),
        ((-1, 99), "alle aldre, fra svangerskapet"),
        ((0, 18), "0–18 år"),
        ((5, 5), "5 år"),
        ((13, 99), "fra 13 år"),
    ],
)
def test_ages_are_said_as_people_say_them(ages, said):
    assert in_words(*ages) == said


def test_a_choice_of_age_is_a_range_of_years():
    assert chosen("pregnancy") == (-1, -1)
    assert chosen("1-5") == (1, 5)
    assert chosen("7") == (7, 7)
    assert chosen("") is chosen("77") is None
