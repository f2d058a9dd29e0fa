"""A folder becomes a municipality: again and again, and nothing is ever deleted."""

import pytest

from laget.catalogue.models import Programme
from laget.guide.models import Factor, Step
from laget.organisation.models import (
    Kind,
    Municipality,
    ProfileItem,
    Service,
)
from laget.organisation.profile.loading import load_folders
from laget.organisation.profile.merging import How
from laget.organisation.profile.reading import ProfileError
from tests.organisation.loaded import NAMES, PROFILES, change, everything


def test_loading_again_changes_nothing(loaded):
    before = everything()

    again = load_folders([PROFILES / name for name in NAMES])

    assert everything() == before
    assert {each.how for each in again.changes} == {How.SAME}


def test_every_record_is_kept_as_it_was_loaded(loaded):
    items = ProfileItem.objects.filter(profile__name="kvinesdal")

    assert {item.section for item in items} >= {"municipality", "services", "units"}
    assert all(item.facts == item.as_loaded for item in items)
    assert all(item.versions.count() == 1 for item in items)


def test_what_the_folder_says_anew_is_carried_over(loaded, folder):
    step = Step.objects.get(guide__municipality__name="Kvinesdal", key="0.1")
    text = folder.parent / "lister" / "guides" / "staff" / "niva-0.md"
    change(text, "# 0.1 Undring oppstår", "# 0.1 Noe skurrer")

    load_folders([folder])

    step.refresh_from_db()
    assert step.title == "Noe skurrer"


def test_who_builds_on_a_common_part_follows_it_without_being_named(loaded, folder):
    step = Step.objects.get(guide__municipality__name="Farsund", key="0.1")
    text = folder.parent / "lister" / "guides" / "staff" / "niva-0.md"
    change(text, "# 0.1 Undring oppstår", "# 0.1 Noe skurrer")

    load_folders([folder.parent / "lister"])

    step.refresh_from_db()
    assert step.title == "Noe skurrer"


def test_a_wrong_folder_changes_nothing_at_all(loaded, folder):
    before = everything()
    change(folder / "municipality.toml", "concern_days = 14", "concern_days = 21")
    change(folder / "programmes.toml", '"pilot"', '"sometimes"')

    with pytest.raises(ProfileError, match="sometimes"):
        load_folders([folder])

    assert everything() == before


def test_the_rules_of_the_municipality_are_its_own(loaded):
    kvinesdal = Municipality.objects.get(number="4227")
    farsund = Municipality.objects.get(number="4206")

    assert kvinesdal.concern_days == 14
    assert (kvinesdal.own_consent_age, farsund.own_consent_age) == (16, 15)
    assert "§" in kvinesdal.own_consent_law


def test_the_numbers_to_call_are_there_also_at_night(loaded):
    kvinesdal = Municipality.objects.get(number="4227")

    assert kvinesdal.contacts.filter(is_emergency=True).exists()
    assert kvinesdal.emergency_phone


@pytest.mark.parametrize("kind", [Kind.CHILD_WELFARE, Kind.PPT])
def test_three_municipalities_share_one_office(loaded, kind):
    service = Service.objects.get(kind=kind)

    assert service.municipalities.count() == 3
    assert service.units.get().municipality is None


def test_the_neighbours_follow_the_same_guide_as_their_own(loaded):
    places = Municipality.objects.in_use()

    assert {Step.objects.of(place).count() for place in places} == {23}


def test_a_step_says_where_it_may_lead(loaded):
    decide = Step.objects.get(guide__municipality__name="Kvinesdal", key="0.4")

    ways = {way.step.key: way.when for way in decide.ways()}

    assert ways["1.1"] == "Vi kan hjelpe på egen enhet"
    assert ways["M"] == "Barnevernet eller politiet må få vite det"


def test_what_is_only_considered_is_not_offered(loaded):
    offered = Programme.objects.available().values_list("name", flat=True)

    assert "Trygghetssirkelen (COS-P)" not in offered
    assert "Tuning in to Kids (TIK)" in offered


def test_programmes_are_found_by_age_tier_and_arena(loaded):
    found = Programme.objects.for_age(14).in_tier("yellow").building("relations")

    assert "Ruskonsulent for barn og unge" in {each.name for each in found}
    assert "Kroppen er min" not in {each.name for each in found}


def test_evidence_is_never_ours(loaded):
    with_evidence = Programme.objects.exclude(evidence="")

    assert with_evidence
    assert all(p.evidence_source and p.evidence_year for p in with_evidence)


def test_a_factor_is_said_in_the_readers_language(loaded):
    factor = Factor.objects.get(code="R-C12")

    assert factor.words("nb") == "Strever med å få venner"
    assert factor.words("nn") == "Strevar med å få vener"
    assert factor.words("en") == "Finds it hard to make friends"
