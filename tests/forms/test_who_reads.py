"""Each answer before its own readers: asked of the database itself, in every hat."""

import pytest
from django.db import DatabaseError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laget.audit.models import Event, History
from laget.forms import actions
from laget.forms.answers import together
from laget.forms.models import Filled, Kind, Part, Template
from laget.forms.reading import Asked
from laget.kernel import RuleBroken
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.web.typed import tidy
from tests.cast import FAMILY, STAFF, job_of
from tests.forms.filled import ANSWERS, READERS, all_answered, only_what_must

SECRETS = {readers: f"hemmelig-{readers}" for readers in READERS}
SIGHT = [
    ("holder", STAFF, {"family", "team", "writer"}),
    ("nurse", STAFF, {"family", "team"}),
    ("adviser", STAFF, {"family", "team"}),
    ("guardian", FAMILY, {"family"}),
    ("youth", FAMILY, set()),  # five years old: no page of her own yet
    ("holder", FAMILY, set()),
    ("nurse", FAMILY, set()),
    ("colleague", STAFF, set()),
    ("leader", STAFF, set()),
    ("stranger", STAFF, set()),
]


def answers():
    return {
        readers: {"text": secret, "long": secret} for readers, secret in SECRETS.items()
    }


@pytest.fixture
def finished(draft, holder):
    with acting(holder.pk, STAFF):
        actions.save(draft, version=1, answers=answers())
        actions.finish(draft, version=2)
    return draft


@pytest.mark.parametrize("who, hat, readers", SIGHT)
def test_each_reads_what_is_theirs(request, finished, who, hat, readers):
    with acting(request.getfixturevalue(who).pk, hat):
        assert set(Part.objects.values_list("readers", flat=True)) == readers
        assert Filled.objects.exists() == bool(readers)


@pytest.mark.parametrize("who, hat", [(who, hat) for who, hat, _ in SIGHT])
def test_a_draft_is_its_writers_alone(request, draft, who, hat):
    with acting(request.getfixturevalue(who).pk, hat):
        assert Filled.objects.exists() == ((who, hat) == ("holder", STAFF))
        assert Part.objects.exists() == ((who, hat) == ("holder", STAFF))


@pytest.mark.parametrize("who, hat, readers", SIGHT)
def test_no_book_tells_what_one_may_not_read(request, finished, who, hat, readers):
    """Not what the answers were, and not what they were while it was a draft."""
    with acting(request.getfixturevalue(who).pk, hat):
        books = f"{list(History.objects.values())} {list(Event.objects.values())}"
    assert "hemmelig" not in books


def test_a_form_with_nothing_for_the_family_is_not_there_for_it(
    begin, holder, guardian, bygdevik
):
    with acting(holder.pk, STAFF):
        inner = begin(template=Template.objects.get(key="observation"))
        kinds = {part.readers for part in inner.parts.all()}
        assert "family" not in kinds
        Part.objects.filter(filled=inner, readers="team").update(
            answers={"x": {"y": "hemmelig"}}
        )
        Part.objects.filter(filled=inner).exclude(readers="writer").update(
            seen_with=inner.place
        )
    with acting(guardian.pk, FAMILY):
        assert not Filled.objects.exists()
        assert not Part.objects.exists()


@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(data=st.data())
def test_whatever_is_answered_comes_back_the_same(begin, holder, nurse, guardian, data):
    """And in nobody's hands but their own readers'."""
    given_answers = data.draw(everything_answered())
    with acting(holder.pk, STAFF):
        draft = begin()
        actions.save(draft, version=1, answers=given_answers)
        assert together(draft.parts.all()) == given_answers
        actions.finish(draft, version=draft.draft_version)
        assert together(draft.parts.all()) == given_answers
    for who, hat, readers in (
        (nurse, STAFF, {"family", "team"}),
        (guardian, FAMILY, {"family"}),
    ):
        with acting(who.pk, hat):
            seen = together(Part.objects.filter(filled=draft))
        assert seen == {k: v for k, v in given_answers.items() if k in readers}


def texts(most):
    words = st.text(st.characters(codec="utf-8"), min_size=1, max_size=most)
    return words.map(tidy).filter(lambda text: 0 < len(text) <= most)


def everything_answered():
    one = {
        Kind.TEXT: texts(300),
        Kind.LONG: texts(2000),
        Kind.YES_NO: st.just("no"),
        Kind.CHOICE: st.sampled_from("ab"),
        Kind.MANY: st.lists(st.sampled_from("ab"), min_size=1, unique=True),
        Kind.SCALE: st.integers(1, 5),
        Kind.DATE: st.dates().map(str),
        Kind.PLAN: st.lists(
            st.fixed_dictionaries({"goal": texts(300), "who": texts(100)}),
            min_size=1,
            max_size=5,
        ),
    }
    must = {Kind.TEXT: one.pop(Kind.TEXT)}
    section = st.fixed_dictionaries(must, optional=one)
    return st.fixed_dictionaries({readers: section for readers in READERS})


@pytest.mark.parametrize("readers", READERS)
def test_the_questions_themselves_say_who_reads(draft, holder, readers):
    with acting(holder.pk, STAFF):
        asked = Asked.by(draft.version)
    mine = [q for q in asked if q.section == readers]

    assert {question.readers for question in mine} == {readers}
    assert len(mine) == len(ANSWERS) + 1


class TestTheDatabaseRefuses:
    """Whatever the application is made to say."""

    @pytest.fixture(autouse=True)
    def acts(self, draft, holder):
        with acting(holder.pk, STAFF):
            actions.save(draft, version=1, answers=all_answered())
            self.draft, self.holder = draft, holder
            yield

    def test_to_lay_what_is_the_writers_own_before_others(self):
        with refused("form_part_goes_with_its_form"), transaction.atomic():
            Part.objects.filter(readers="writer").update(seen_with=self.draft.place)

    def test_to_lay_answers_anywhere_but_in_their_place(self, child):
        with refused("row-level|goes_with"), transaction.atomic():
            Part.objects.filter(readers="team").update(seen_with=child.pk)

    def test_to_call_the_teams_answers_the_familys(self):
        with refused("permission denied"), transaction.atomic():
            Part.objects.filter(readers="team").update(readers="family")

    def test_to_change_or_move_what_is_finished(self):
        actions.finish(self.draft, version=2)
        for change in ({"draft_version": 9}, {"seen_with": self.holder.pk}):
            assert Filled.objects.update(**change) == 0
        assert Part.objects.exclude(readers="writer").update(answers={}) == 0
        with refused("form_is_locked"), transaction.atomic():
            Part.objects.filter(readers="writer").update(answers={})

    def test_to_delete_anything(self):
        for model in (Part, Filled):
            with refused("permission denied"), transaction.atomic():
                model.objects.all()._raw_delete("default")

    def test_a_draft_in_a_place_that_is_not_ones_own(self, nurse, stranger):
        with refused("row-level"), transaction.atomic():
            self._add(place=stranger.pk)
        with refused("row-level"), transaction.atomic():
            self._add(written_by=nurse, seen_with=nurse.pk)
        with refused("row-level|seen_by"), transaction.atomic():
            self._add(seen_with=self.draft.place)

    def _add(self, **other):
        facts = {
            "version": self.draft.version,
            "place": self.draft.place,
            "written_by": self.holder,
            "seen_with": self.holder.pk,
        }
        Filled(**facts | other).save(force_insert=True)


def test_nobody_corrects_anothers_form(finished, nurse):
    mine = {"written_by": nurse, "seen_with": nurse.pk}
    with acting(nurse.pk, STAFF):
        theirs = Filled.objects.get()
        anew = Filled(
            version=theirs.version, place=theirs.place, replaces=theirs, **mine
        )
        with refused("form_corrects_its_own"), transaction.atomic():
            anew.save(force_insert=True)


def test_nobody_writes_answers_into_anothers_draft(draft, nurse):
    part = Part(filled_id=draft.pk, readers="family", seen_with=nurse.pk)
    with acting(nurse.pk, STAFF), refused("row-level"), transaction.atomic():
        part.save(force_insert=True)


def refused(words):
    return pytest.raises(DatabaseError, match=words)


def test_only_what_must_be_answered_is_enough(draft, holder):
    with acting(holder.pk, STAFF):
        actions.save(draft, version=1, answers=only_what_must())
        actions.finish(draft, version=2)
        assert not Filled.objects.get().is_draft


def test_who_no_longer_takes_part_finishes_nothing_there(begin, log, nurse):
    with acting(nurse.pk, STAFF):
        draft = begin(by=job_of(nurse))
        actions.save(draft, version=1, answers=all_answered())
        logs.leave(log.participations.get(employment__user=nurse))
    with acting(nurse.pk, STAFF):
        theirs = Filled.objects.get()
        assert together(theirs.parts.all()) == all_answered()
        with pytest.raises(RuleBroken, match="ikke med lenger"):
            actions.finish(theirs, version=2)
