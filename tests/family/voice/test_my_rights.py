"""What one may at one's age: from the law library, or the municipality's own."""

import re
from datetime import date

import pytest
from django.urls import reverse

from laget.family.voice.right_texts import OF_A_GUARDIAN, OF_THE_CHILD
from laget.family.voice.rights import rights_for
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.launcher.places import HOME
from tests.cast import make_child
from tests.family import STAFF

LAWS = (HOME / "profiles/shared/laws.toml").read_text()
# age -> what goes for one now, by the age its words are from
AGES = [
    (5, {"heard": 0, "consent": 0, "see": 0}),
    (7, {"heard": 7, "consent": 0, "see": 0}),
    (12, {"heard": 12, "consent": 0, "see": 0}),
    (13, {"heard": 12, "consent": 0, "see": 13}),
    (15, {"heard": 12, "school": 15, "consent": 0}),
    (16, {"heard": 12, "school": 15, "health": 16, "consent": 16}),
    (18, {"grown": 18, "consent": 16}),
]


@pytest.mark.parametrize(("years", "expected"), AGES)
def test_each_age_has_its_rights(years, expected, holder, bygdevik, youth):
    with acting(holder.pk, STAFF):
        born = date(clock.today().year - years, 1, 1)
        child = make_child(by=holder, municipality=bygdevik, born_on=born)
        rights = rights_for(child, youth)
    now = {right.about: right.age for right in rights.now}
    assert expected.items() <= now.items()
    assert all(right.age > years for right in rights.later)
    assert rights.years == years


def test_a_municipality_with_other_ages_says_its_own(holder, bygdevik, youth):
    bygdevik.own_consent_age = 15
    with acting(holder.pk, STAFF):
        born = date(clock.today().year - 15, 1, 1)
        child = make_child(by=holder, municipality=bygdevik, born_on=born)
        child.municipality = bygdevik
        now = {r.about: r for r in rights_for(child, youth).now}
    assert now["consent"].age == 15
    assert now["consent"].is_local


def test_every_section_is_one_the_library_has():
    keys = {key for told in (*OF_THE_CHILD, *OF_A_GUARDIAN) for key in told.laws}
    assert keys <= set(re.findall(r'^key = "([^"]+)"', LAWS, re.M))


def test_no_right_is_named_after_a_law_that_is_not_in_force():
    for part in LAWS.split("[[laws]]"):
        key = re.search(r'^key = "([^"]+)"', part, re.M)
        if key and 'standing = "' in part:
            for told in (*OF_THE_CHILD, *OF_A_GUARDIAN):
                assert key[1] not in told.laws


def test_a_guardian_reads_what_a_guardian_decides(nora, noras_log, guardian, as_family):
    page = as_family(guardian).get(reverse("my-rights", args=[nora.pk]))
    text = page.content.decode()
    assert "For deg som er foresatt" in text
    assert "Fra 16 år svarer barnet ditt alene" in text


def test_the_young_person_reads_only_what_is_hers(nora, noras_log, youth, as_family):
    page = as_family(youth).get(reverse("my-rights", args=[nora.pk]))
    assert "For deg som er foresatt" not in page.content.decode()
    assert "Dette kan du be om. Du er 14 år." in page.content.decode()
