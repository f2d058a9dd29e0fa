"""What is held back from somebody in the family: by the database, for every record."""

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laget.access import door, shields
from laget.audit.models import Event
from laget.children import actions
from laget.children.models import Shield, ShieldedBecause
from laget.concerns.actions import do_not_tell
from laget.concerns.models import NotTold
from laget.forms import actions as forms
from laget.kernel import RuleBroken
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Log
from tests.cast import make_concern, make_ready
from tests.children.conftest import open_log
from tests.children.seen import KINDS, seen_by

STAFF, FAMILY = Role.STAFF, Role.FAMILY
CONFIDENCE, SAFETY = ShieldedBecause.CONFIDENCE, ShieldedBecause.SAFETY
BELONGS_TO = {
    "conversation": ["concern"],
    "intervention": ["goal"],
    "review": ["intervention", "goal"],
}


CHOICES = st.tuples(
    st.sampled_from(KINDS), st.sampled_from(["all", "father", "mother"])
)
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("shield"), CHOICES),
        st.tuples(st.just("lift"), st.integers(0, 5)),
        st.tuples(st.just("comes"), st.none()),
    ),
    max_size=7,
)


class Family:
    """The model: who of the guardians sees which record, in ten lines."""

    def __init__(self, child, mother, father):
        self.child, self.held, self.order = child, [], 0
        self.came = {"mother": 0, "father": 0}
        self.users = {"mother": mother, "father": father}

    def sees(self, who, kind):
        return not any(
            kind_held in (kind, *BELONGS_TO.get(kind, []))
            and (whom in ("all", who) or self.came[who] > at)
            for kind_held, whom, at, _ in self.held
        )


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(DEEDS)
def test_whatever_is_held_back_from_whom_each_sees_what_is_for_them(
    written, nora, holder, guardian, father, doctor, youth, deeds
):
    before = transaction.savepoint()
    try:
        family = Family(nora, guardian, father)
        for deed, what in deeds:
            with acting(holder.pk, STAFF):
                family.order += 1
                DO[deed](family, written, what, holder, doctor)
        _each_sees_theirs(family, written, holder, youth)
    finally:
        transaction.savepoint_rollback(before)


def _each_sees_theirs(family, written, holder, youth):
    everything = {record.pk for record in written.values()}
    for who, user in family.users.items():
        expected = {written[kind].pk for kind in KINDS if family.sees(who, kind)}
        records, books = seen_by(user)
        assert records == expected, who
        assert not (books & everything) - expected, who
    assert seen_by(youth)[0] == everything
    assert seen_by(holder, STAFF)[0] == everything


def _shield(family, written, what, holder, _doctor):
    kind, whom = what
    if any((kind, whom) == held[:2] for held in family.held):
        return
    user = family.users.get(whom)
    from_ = family.child.guardianships.get(user=user) if user else None
    made = actions.shield(
        written[kind], family.child, from_=from_, because=SAFETY, by=holder
    )
    family.held.append((kind, whom, family.order, made))


def _lift(family, _written, n, holder, _doctor):
    if n < len(family.held):
        *_, made = family.held.pop(n)
        actions.lift(made, by=holder)


def _comes(family, _written, _what, _holder, doctor):
    if "late" not in family.came:
        actions.add_guardian(family.child, name=doctor.name, user=doctor)
        family.came["late"], family.users["late"] = family.order, doctor


DO = {"shield": _shield, "lift": _lift, "comes": _comes}


@pytest.mark.parametrize("lifted", [False, True])
def test_no_guardian_learns_that_anything_is_or_was_held_back(
    written, nora, holder, guardian, father, youth, lifted
):
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father)
        held = actions.shield(
            written["entry"], nora, from_=his, because=CONFIDENCE, by=holder
        )
        if lifted:
            actions.lift(held, by=holder)
    for user in (guardian, father):
        with acting(user.pk, FAMILY):
            assert not Shield.objects.exists()
            assert not Event.objects.filter(action__startswith="child.shield").exists()
    with acting(youth.pk, FAMILY):
        assert Shield.objects.exists()


def test_a_corrected_form_is_held_back_as_the_one_it_corrects(
    written, nora, holder, father, guardian
):
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father)
        actions.shield(written["form"], nora, from_=his, because=SAFETY, by=holder)
        anew = forms.correct(written["form"])
        forms.finish(anew, version=anew.draft_version)
    assert anew.pk not in seen_by(father)[0] | seen_by(father)[1]
    assert anew.pk in seen_by(guardian)[0]


def test_a_worry_that_was_not_to_be_told_at_home_is_not_read_there_later_either(
    nora, bygdevik, holder, nurse, guardian, youth
):
    with acting(holder.pk, STAFF):
        concern = make_concern(holder, bygdevik, child=nora)
        why = NotTold(NotTold.reasons()[0][0])
        waits = do_not_tell(concern, why=why, reason="Slag", by=holder)
        told = make_ready(concern, holder)
        log = open_log(nora, concern, holder, nurse)
    of_the_worry = {concern.pk, waits.pk, told.pk}
    for at_home in (guardian, youth):
        records, books = seen_by(at_home)
        assert not of_the_worry & (records | books)
        with acting(at_home.pk, FAMILY):
            assert Log.objects.filter(pk=log.pk).exists()
    assert of_the_worry <= seen_by(holder, STAFF)[0]


def test_it_is_not_held_back_twice_nor_from_a_guardian_of_another(
    written, nora, noras_sister, holder, father
):
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father)
        actions.shield(written["goal"], nora, from_=his, because=SAFETY, by=holder)
        for child, guardian in ((nora, his), (noras_sister, his)):
            with pytest.raises(RuleBroken):
                actions.shield(
                    written["goal"], child, from_=guardian, because=SAFETY, by=holder
                )
        with pytest.raises(IntegrityError), transaction.atomic():
            Shield(
                child=nora,
                record=written["goal"].pk,
                guardian=his,
                because=SAFETY,
                by=holder,
            ).save(force_insert=True)


@pytest.mark.parametrize("who", ["holder", "nurse", "colleague", "guardian"])
def test_the_writer_and_the_holder_may_hold_it_back_and_nobody_else(
    written, nora, holder, nurse, request, who
):
    user = request.getfixturevalue(who)
    with acting(nurse.pk, STAFF):
        log = Log.objects.get()
        hers = logs.write_entry(log, text="Hennes", by=nurse)
    with acting(user.pk, STAFF):
        allowed = set(door.allowed(user, shields.ENTRY).values_list("pk", flat=True))
        goals = door.allowed(user, shields.GOAL).count()
    everything = {written["entry"].pk, hers.pk}
    assert allowed == {"holder": everything, "nurse": {hers.pk}}.get(who, set())
    assert goals == (1 if who == "holder" else 0)


def test_what_the_young_person_held_back_is_not_the_staffs_to_lift(
    written, nora, holder, youth
):
    with acting(youth.pk, FAMILY):
        Shield(
            child=nora, record=written["entry"].pk, because=CONFIDENCE, by=youth
        ).save(force_insert=True)
    with acting(holder.pk, STAFF):
        assert not door.allowed(holder, shields.LIFT).exists()
