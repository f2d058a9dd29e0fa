"""Every municipality's own guide can be followed, from the first worry to the end.

Whatever its levels and steps are called: there is always a next thing to do, and never
a dead end.
"""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laget.guide.models import Audience, Guide, Level, Step, Verb
from laget.organisation.models import Kind, Municipality
from laget.organisation.profile.reading import read_profile
from laget.staff.guided import concern, log
from laget.staff.guided.concern import Facts
from laget.staff.guided.course import Course
from laget.staff.guided.log import LogFacts
from laget.staff.guided.shown import shown

PROFILES = Path(__file__).resolve().parents[3] / "profiles"
PLACES = sorted(each.parent.name for each in PROFILES.glob("*/municipality.toml"))
YES_NO = (False, True)
COPIED = ("title", "what", "how", "who", "tools", "forms", "services", "deadlines")


def course(facts, kind=""):
    """The guide as it is followed, without a database."""
    guide = Guide(key="staff", title="Guide", municipality=Municipality(language="nb"))
    levels = {
        each["key"]: Level(
            guide=guide, key=each["key"], name=each["name"], level=each["level"]
        )
        for each in facts["levels"]
    }
    steps = [_step(guide, levels, n, each) for n, each in enumerate(facts["steps"])]
    return Course(tuple(steps), kind)


def _step(guide, levels, position, each):
    stage = levels[each["level"]]
    told = {name: each[name] for name in COPIED}
    return Step(
        guide=guide,
        stage=stage,
        key=each["key"],
        level=stage.level,
        number=each["number"] or each["key"],
        position=position,
        rule=each["rule"],
        law=each["law"],
        verb=each["verb"],
        is_outside=each["outside"],
        leads_to=each["next"],
        **told,
    )


def guides():
    """Every guide for staff of every profile, each with its place and key."""
    for place in PLACES:
        whole = read_profile(PROFILES / place)
        for item in whole.all("guides"):
            if item.facts["audience"] == Audience.STAFF:
                yield pytest.param(item.facts, id=f"{place}-{item.key}")


@pytest.fixture(params=list(guides()))
def facts(request):
    return request.param


def test_there_are_guides_for_all_of_them():
    assert {"kvinesdal", "lillesand", "vennesla", "aasnes", "vinje"} <= set(PLACES)
    assert len(list(guides())) >= len(PLACES)


def test_a_worry_is_followed_until_it_is_decided(facts):
    """Whoever does what is next comes to a decision, in as many steps as there are."""
    path, done = course(facts), {}
    for _ in range(10):
        now = concern.now(path, Facts(**done))
        if now is None:
            break
        assert now.title and now.deed
        done[WHEN_DONE[now.verb]] = True
    assert done["decided"] and done["talked"] and done["written"]


def test_a_worry_that_must_not_be_told_leads_to_child_welfare_first(facts):
    path = course(facts)
    done = Facts(written=True, must_not_tell=True)
    assert concern.now(path, done).verb == Verb.REPORT
    done = Facts(written=True, must_not_tell=True, reported=True)
    assert concern.now(path, done).verb == Verb.DECIDE


@pytest.mark.parametrize("kind", ["", *Kind.values])
def test_at_every_state_there_is_a_next_thing_for_every_service(facts, kind):
    path = course(facts, kind)
    for state in _concerns():
        now = concern.now(path, state)
        assert (now is None) == state.decided
        assert now is None or shown(path, now.step) or now.title
    for state in _logs():
        now = log.now(path, state)
        assert now.title and now.deed
        assert now.step is None or shown(path, now.step, stops=log.STOPS)


def test_a_log_is_followed_from_the_first_goal_to_the_end(facts):
    path = course(facts)
    assert log.before_log(path, 1, consented=False).verb == Verb.OPEN_LOG
    assert log.before_log(path, 2, consented=False).verb == Verb.ASK_CONSENT
    for level in (1, 2, 3):
        seen = [log.now(path, state).verb for state in _life(level)]
        assert seen[:3] == [Verb.AGREE_GOALS, Verb.AGREE_GOALS, Verb.REVIEW]
        assert seen[3] in (Verb.RAISE_LEVEL, Verb.CLOSE)
        assert seen[4] == Verb.CLOSE


def test_a_closed_log_asks_for_nothing(facts):
    assert log.now(course(facts), LogFacts(2, is_open=False)) is None


def test_the_guides_own_step_is_shown_where_it_has_one(facts):
    path = course(facts)
    for verb in (Verb.WRITE_CONCERN, Verb.TALK_WITH_GUARDIANS, Verb.DECIDE):
        assert concern.at(path, verb).step is not None


def test_no_step_of_the_clarification_is_hidden(facts):
    """What the software does nothing of its own with is shown as what to think of."""
    path = course(facts)
    stops = [concern.at(path, verb).step for verb in concern.on_the_way(path)]
    stops = [step for step in stops if step]
    beside = [b for step in stops for b in path.beside(step, concern.STOPS)]
    urgent = [step for step in path.on(0) if step.is_urgent]
    left = [s for s in path.on(0) if s not in [*stops, *beside, *urgent]]
    assert [step.key for step in left] == []


WHEN_DONE = {
    Verb.WRITE_CONCERN: "written",
    Verb.SHARE: "told",
    Verb.TALK_WITH_GUARDIANS: "talked",
    Verb.DECIDE: "decided",
}


def _concerns():
    for answers in product(YES_NO, repeat=6):
        names = ("written", "told", "asked", "talked", "must_not_tell", "decided")
        yield Facts(**dict(zip(names, answers, strict=True)))


def _logs():
    names = ("consented", "has_goals", "has_ended_goals", "every_goal_has_help")
    for level, *answers in product((1, 2, 3), *[YES_NO] * 5):
        told = dict(zip((*names, "is_to_be_reviewed"), answers, strict=True))
        yield LogFacts(level, **told)


def _life(level):
    yes = {"consented": True}
    goals = yes | {"has_goals": True}
    help_ = goals | {"every_goal_has_help": True}
    yield LogFacts(level, **yes)
    yield LogFacts(level, **goals)
    yield LogFacts(level, **help_, is_to_be_reviewed=True)
    yield LogFacts(level, **help_)
    yield LogFacts(level, **yes, has_ended_goals=True)


# Guides that no one has thought of --------------------------------------------------

LEVELS = [{"key": f"Boks {n}", "name": "Navn", "level": n % 4} for n in range(6)]
verbs = st.sampled_from(["", *Verb.values])
steps = st.lists(st.tuples(verbs, st.integers(0, 5), st.booleans()), max_size=10)


@given(steps)
def test_no_guide_is_a_dead_end_whatever_it_leaves_out_or_repeats(given_steps):
    facts = {"levels": LEVELS, "steps": [_any(n, s) for n, s in enumerate(given_steps)]}
    path, done = course(facts), {}
    while (now := concern.now(path, Facts(**done))) is not None:
        assert WHEN_DONE[now.verb] not in done
        done[WHEN_DONE[now.verb]] = True
    for state in _logs():
        now = log.now(path, state)
        assert now.title and (now.step is None or now.step in path.steps)


def _any(number, step):
    verb, level, outside = step
    empty = dict.fromkeys(("how", "who", "rule"), "")
    lists = dict.fromkeys(("tools", "forms", "services", "deadlines", "law"), [])
    ways = [{"to": str(number + 1), "when": "Videre"}, {"to": "borte", "when": "Ut"}]
    return (
        empty
        | lists
        | {
            "key": str(number),
            "number": "",
            "level": f"Boks {level}",
            "title": f"Steg {number}",
            "what": "Gjør dette.",
            "verb": verb,
            "outside": outside,
            "next": ways,
        }
    )
