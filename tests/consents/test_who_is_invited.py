"""Whom a meeting's form offers, the table has as invited; and the database the same."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from laget.children import actions as children
from laget.children.models import Child, Guardianship
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.logs.models import Log
from laget.meetings import actions, who
from laget.meetings.models import Invitation, Meeting
from tests.cast import STAFF, job_of
from tests.consents.built import SITUATIONS, build
from tests.consents.test_situations import expected

pytestmark = pytest.mark.django_db
MEETABLE = [row for row in SITUATIONS if row.get("log", "open") == "open"]


@pytest.fixture(params=MEETABLE, ids=lambda row: row["name"])
def built(request):
    return build(request.param)


def invited(built):
    """By the table's own file: of the family, whom it says are invited."""
    family = {**dict.fromkeys(built.guardians), "Nora": None}
    told = built.row["who"]
    return {n: expected(told[n]).invited for n in family if n in told}


def offered(built):
    """By name, whom of the family the page lets one choose."""
    with acting(built.holder.pk, STAFF):
        child = Child.objects.select_related("municipality").get(pk=built.child.pk)
        family = who.in_the_family(child)
        keys = {each.pk: name for name, each in built.guardians.items()}
        guardians = who.guardians_to_ask(family)
        found = {name: False for name in [*built.guardians, "Nora"]}
        found |= {keys[each.pk]: True for each in guardians}
        found["Nora"] = who.child_can_be_asked(family)
        return found


def test_the_form_offers_those_whom_the_table_invites(built):
    assert invited(built).items() <= offered(built).items()


def test_a_meeting_is_called_with_them_alone_whoever_asks(built):
    for name, is_invited in offered(built).items():
        asked = _asked(built, name)
        with acting(built.holder.pk, STAFF):
            if is_invited:
                assert _call(built, **asked).invitations.count() == 2
            else:
                with pytest.raises(RuleBroken), transaction.atomic():
                    _call(built, **asked)


def test_the_database_says_the_same_whatever_the_code_forgets(built):
    found = offered(built)
    with acting(built.holder.pk, STAFF):
        meeting = _call(built)
        for name, is_invited in found.items():
            guardian = built.guardians.get(name)
            new = Invitation(meeting=meeting, guardian=guardian)
            if is_invited:
                new.save(force_insert=True)
                continue
            with pytest.raises(IntegrityError), transaction.atomic():
                new.save(force_insert=True)


def _asked(built, name):
    if name == "Nora":
        return {"child": True}
    with acting(built.holder.pk, STAFF):
        return {"guardians": [Guardianship.objects.get(pk=built.guardians[name].pk)]}


def _call(built, **asked):
    begins = clock.now() + timedelta(days=7)
    return actions.call(
        Log.objects.get(child=built.child.pk),
        starts_at=begins,
        ends_at=begins + timedelta(hours=1),
        why="Hvordan det går",
        team=[job_of(built.holder)],
        by=built.holder,
        **asked,
    )


def test_who_may_not_be_asked_is_not_there_to_choose_and_because_of_what_is_said(
    as_user, noras_log, nora, holder, barred
):
    with acting(holder.pk, STAFF):
        child = Child.objects.get(pk=nora.pk)
        unseen = children.add_guardian(child, name="Siv Sand", may_see=False)
        shut = Guardianship.objects.get(user=barred)
    page = as_user(holder).get(reverse("call-meeting", args=[noras_log.pk])).text
    assert "Siv Sand bestemmer, kan ikke se, og blir spurt ansikt til ansikt." in page
    assert str(unseen.pk) not in page
    assert str(shut.pk) not in page
    assert shut.name not in page  # nor is a name given that is not to be called


def test_sent_all_the_same_it_is_refused_at_the_field_and_nothing_typed_is_lost(
    as_user, noras_log, nora, holder, barred
):
    with acting(holder.pk, STAFF):
        key = Guardianship.objects.get(user=barred).pk
    day = f"{clock.today() + timedelta(days=7):%Y-%m-%d}"
    typed = {"day": day, "at": "14:00", "long": "60", "why": "Om friminuttene"}
    url = reverse("call-meeting", args=[noras_log.pk])
    answer = as_user(holder).post(url, typed | {"guardians": [key]})
    assert answer.status_code == 422
    assert "Jon Sand må ikke kontaktes og ser ingenting." in answer.text
    assert "Om friminuttene" in answer.text
    with acting(holder.pk, STAFF):
        assert not Meeting.objects.exists()


def test_a_small_child_is_not_asked_and_it_is_said_why(as_user, log, holder):
    url = reverse("call-meeting", args=[log.pk])
    page = as_user(holder).get(url).text
    assert 'name="child"' not in page
    assert "Nora er liten" in page
    answer = as_user(holder).post(url, {"child": "on"})
    assert answer.status_code == 422


def test_who_was_asked_once_and_may_see_no_more_is_not_asked_again(
    noras_log, nora, holder, guardian
):
    with acting(holder.pk, STAFF):
        hers = Guardianship.objects.get(user=guardian)
        begins = clock.now() + timedelta(days=7)
        meeting = actions.call(
            noras_log,
            starts_at=begins,
            ends_at=begins + timedelta(hours=1),
            why="Hvordan det går",
            guardians=[hers],
            team=[job_of(holder)],
            by=holder,
        )
        mine = meeting.invitations.get(guardian=hers)
        actions.take_back(mine, by=holder)
        children.end_guardianship(hers)
        with pytest.raises(RuleBroken), transaction.atomic():
            actions.invite(meeting, guardians=[hers], by=holder)
        with (
            pytest.raises(IntegrityError, match="as_the_table_has_it"),
            transaction.atomic(),
        ):
            Invitation.objects.filter(pk=mine.pk).update(withdrawn_at=None)
