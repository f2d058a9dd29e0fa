"""Where there is something and where nothing is counted right, whatever there is."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from laget.catalogue.gaps import BANDS, counted, gaps
from laget.catalogue.models import Arena, Need, Programme, Sort, Status, Tier

NEEDS = [Need(code=code, depth=2, position=0) for code in ("1.1", "1.4", "3.2")]
ages = st.tuples(st.integers(-1, 99), st.integers(-1, 99)).map(sorted)
programmes = st.lists(
    st.builds(
        lambda tiers, arenas, needs, age, status, sort: Programme(
            name="P",
            tiers=tiers,
            arenas=arenas,
            need_areas=needs,
            age_from=age[0],
            age_to=age[1],
            status=status,
            sort=sort,
            checked_on=date(2026, 11, 1),
        ),
        st.lists(st.sampled_from(list(Tier)), unique=True, min_size=1),
        st.lists(st.sampled_from(list(Arena)), unique=True),
        st.lists(st.sampled_from([need.code for need in NEEDS]), unique=True),
        ages,
        st.sampled_from(list(Status)),
        st.sampled_from(list(Sort)),
    ),
    max_size=8,
)


@given(programmes)
def test_every_cell_holds_just_what_is_for_its_tier_age_and_arena(some):
    bands = {band.key: band for band in BANDS}
    for layer in gaps(some, NEEDS).layers:
        for row in layer.rows:
            for cell in row.cells:
                band = bands[cell.band]
                expected = [
                    each
                    for each in some
                    if cell.tier in each.tiers
                    and (cell.arena in each.arenas or not (cell.arena or each.arenas))
                    and any(
                        each.age_from <= year <= each.age_to
                        for year in range(band.first, band.last + 1)
                    )
                ]
                assert list(cell.programmes) == expected


@given(programmes)
def test_nothing_is_left_out_of_the_tables(some):
    shown = {
        id(each)
        for layer in gaps(some, NEEDS).layers
        for row in layer.rows
        for cell in row.cells
        for each in cell.programmes
    }
    assert shown == {id(each) for each in some}


@given(programmes)
def test_the_tier_with_the_fewest_is_named_and_none_when_all_are_alike(some):
    found = gaps(some, NEEDS)
    counts = {tier.value: sum(tier in each.tiers for each in some) for tier in Tier}
    assert {layer.tier: layer.count for layer in found.layers} == counts
    fewest = {tier for tier, n in counts.items() if n == min(counts.values())}
    assert set(found.least) == (fewest if len(fewest) < 3 else set())


@given(programmes)
def test_what_is_bare_has_nothing_and_the_rest_has_something(some):
    found = gaps(some, NEEDS)
    built = {arena for each in some for arena in each.arenas}
    assert set(found.bare_arenas) == {arena.value for arena in Arena} - built
    answered = {code for each in some for code in each.need_areas}
    assert set(found.bare_needs) == {need.code for need in NEEDS} - answered


@given(programmes)
def test_what_has_ended_is_never_counted_and_what_is_considered_only_when_asked(some):
    now, later = counted(some, planned=False), counted(some, planned=True)
    assert {each.status for each in now} <= {Status.RUNNING, Status.PILOT}
    assert {each.status for each in later} <= set(Status) - {Status.ENDED}
    assert all(each.sort != Sort.FORUM for each in later)
