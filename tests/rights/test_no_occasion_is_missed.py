"""Whatever happens in a log, and in whatever order: what is an occasion is found."""

from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from laget.kernel import clock
from laget.organisation.models import Kind
from laget.rights.models.offer import When
from laget.rights.offering import Joined, Story

START = clock.now()
COUNT = {When.FIRST: 1, When.SECOND: 2, When.THIRD: 3}
RAISED = {When.LEVEL_2: 2, When.LEVEL_3: 3}
KEYS = [UUID(int=number + 1) for number in range(5)]
happened = st.lists(
    st.one_of(
        st.tuples(st.just("joins"), st.integers(0, 4)),
        st.tuples(st.just("level"), st.integers(1, 3)),
        st.tuples(st.just("moves"), st.integers(0, 4)),
    ),
    max_size=12,
)
KINDS = [Kind.SCHOOL, Kind.HEALTH, Kind.MENTAL_HEALTH, Kind.PPT, Kind.CHILD_WELFARE]


@given(happened)
def test_no_occasion_is_missed_whatever_happens(events):
    """A model in plain words: what happens, and what it is an occasion for."""
    own, level, now = 0, 1, START
    joined, changes, moved = [Joined(KEYS[0], KINDS[0], now)], [], None
    outside, seen, expected = set(), {0}, set()
    for what, number in events:
        now += timedelta(hours=1)
        if what == "joins":
            joined.append(Joined(KEYS[number], KINDS[number], now))
            if number not in seen and number != own:
                outside.add(number)
                expected |= {w for w, n in COUNT.items() if n <= len(outside)}
            seen.add(number)
            if len({KINDS[n] for n in seen} & {Kind.HEALTH, Kind.MENTAL_HEALTH}) == 2:
                expected.add(When.TWO_HEALTH)
        elif what == "level" and number != level:
            changes.append((level, number, now))
            expected |= {w for w, n in RAISED.items() if level < n <= number}
            level = number
        elif what == "moves" and moved is None:
            own, moved = number, now
            expected.add(When.TRANSITION)
    story = Story(level, START, moved, KEYS[own], tuple(joined), tuple(changes))

    assert expected <= {when for when in When if story.occasion(when)}
