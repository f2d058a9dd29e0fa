"""What is held back from a guardian leaves no trace with them, on any page."""

from datetime import timedelta

import pytest
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.forms import actions as forms
from laget.forms.models import Template
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions
from laget.logs.models import Effect, EntryKind, Intervention, Next
from tests.cast import in_days, job_of
from tests.family.shielded import differ, looks
from tests.forms.filled import only_what_must

STAFF = Role.STAFF
SECRET = "Hun er redd for å si det hjemme"
CONFIDENCE = ShieldedBecause.CONFIDENCE


def entry(log, by):
    return actions.write_entry(log, text=SECRET, by=by)


def voice(log, by):
    kind = EntryKind.VOICE
    return actions.write_entry(log, text=SECRET, kind=kind, heard="1.1", by=by)


def goal(log, by):
    made = actions.set_goal(log, text=SECRET, owner=by, next_on=in_days(7), start=2)
    intervention(log, by, made)
    return made


def intervention(log, by, to=None):
    made = actions.add_intervention(
        to or log.goals.filter(ended_at=None).first(),
        text=SECRET,
        how_we_see=SECRET,
        owner=by,
        review_on=in_days(8),
    )
    review(log, by, made)
    return made


def review(log, by, of=None):
    """It is looked at again on the day that was set before: the day tells nothing."""
    of = of or Intervention.objects.filter(log=log, ended_at=None).first()
    return actions.review(
        of,
        effect=Effect.NOT,
        seen=SECRET,
        child_view=SECRET,
        heard="1.1",
        guardians_view=SECRET,
        decision=Next.CONTINUE,
        next_on=of.review_on,
        by=by,
    )


def form(log, by):
    filled = forms.begin(
        Template.objects.get(key="everything"),
        place=log.pk,
        municipality=log.child.municipality,
        child=log.child,
        by=job_of(by),
    )
    forms.save(filled, version=1, answers=only_what_must())
    forms.finish(filled, version=2)
    return filled


KINDS = [entry, voice, goal, intervention, review, form]


@pytest.fixture
def later():
    return clock.now() + timedelta(days=2)


@pytest.mark.parametrize("write", KINDS, ids=lambda write: write.__name__)
def test_written_and_held_back_every_page_is_as_if_it_were_not_written(
    full, nora, as_family, holder, father, later, write
):
    before = looks(as_family, father, nora, later)
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father)
        children.shield(
            write(full, holder), nora, from_=his, because=CONFIDENCE, by=holder
        )

    assert differ(looks(as_family, father, nora, later), before) == set()
    assert before["our-plan"][0] == before["who-looked-at-us"][0] == 200


@pytest.mark.parametrize("whom", ["the father", "all guardians"])
def test_nor_in_what_he_downloads_and_the_others_see_it_all_the_same(
    full, nora, as_family, holder, father, guardian, youth, later, whom
):
    before = looks(as_family, father, nora, later, whole=True)
    others = {user: looks(as_family, user, nora, later) for user in (guardian, youth)}
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father) if whom == "the father" else None
        for write in KINDS:
            record = write(full, holder)
            children.shield(record, nora, from_=his, because=CONFIDENCE, by=holder)

    assert differ(looks(as_family, father, nora, later, whole=True), before) == set()
    shown = {
        user: "our-plan" in differ(looks(as_family, user, nora, later), pages)
        for user, pages in others.items()
    }
    assert shown == {guardian: whom == "the father", youth: True}


def test_nor_does_it_show_that_somebody_wrote(
    full, nora, as_family, as_user, holder, father, later
):
    """Through the staff's own form: the page to write on is noted as a look."""
    client, url = as_user(holder), reverse("write-entry", args=[full.pk])
    client.get(url)
    before = looks(as_family, father, nora, later)
    with acting(holder.pk, STAFF):
        his = str(nora.guardianships.get(user=father).pk)
    typed = {"kind": "note", "text": SECRET, "readers": his, "because": "confidence"}
    assert client.post(url, typed).status_code == 302

    assert differ(looks(as_family, father, nora, later), before) == set()


def test_an_evaluation_is_held_back_as_it_is_written(
    full, nora, as_family, as_user, holder, father, later
):
    with acting(holder.pk, STAFF):
        one = Intervention.objects.filter(log=full, ended_at=None).first()
    client, url = as_user(holder), reverse("review", args=[one.pk])
    client.get(url)
    before = looks(as_family, father, nora, later)
    typed = {
        **{"effect": "not", "seen": SECRET, "heard": "1.1", "child_view": SECRET},
        **{"decision": "continue", "next_on": one.review_on.strftime("%d.%m.%Y")},
        **{"version": one.version, "readers": "no_guardian", "because": "safety"},
    }
    assert client.post(url, typed).status_code == 302

    assert differ(looks(as_family, father, nora, later), before) == set()


def test_whoever_becomes_a_guardian_later_does_not_see_it_either(
    full, nora, as_family, holder, father, guardian, doctor, later
):
    with acting(holder.pk, STAFF):
        his = nora.guardianships.get(user=father)
        record = entry(full, holder)
        children.shield(record, nora, from_=his, because=CONFIDENCE, by=holder)
        children.add_guardian(nora, name=doctor.name, user=doctor)
    seen = {user: looks(as_family, user, nora, later) for user in (guardian, doctor)}

    assert SECRET in seen[guardian]["our-plan"][1]
    assert seen[doctor]["our-plan"][0] == 200
    assert SECRET not in str(seen[doctor])


def test_lifted_it_is_there_and_that_it_was_held_back_is_not(
    full, nora, as_family, holder, father, later
):
    with acting(holder.pk, STAFF):
        record = entry(full, holder)
    openly = looks(as_family, father, nora, later)
    with acting(holder.pk, STAFF):
        held = children.shield(record, nora, because=CONFIDENCE, by=holder)
    assert SECRET not in str(looks(as_family, father, nora, later))
    with acting(holder.pk, STAFF):
        children.lift(held, by=holder)

    assert differ(looks(as_family, father, nora, later), openly) == set()
    assert SECRET in openly["our-plan"][1]
