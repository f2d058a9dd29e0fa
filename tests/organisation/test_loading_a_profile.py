"""A folder becomes a municipality: again and again, and nothing is ever deleted."""

from pathlib import Path
from shutil import copytree

import pytest
from django.db import transaction

from laget.catalogue.models import Programme
from laget.guide.models import Contact, Factor, Level, Step
from laget.organisation.models import Kind, Municipality, Service, Team, Unit
from laget.organisation.profile.loading import load_folders
from laget.organisation.profile.reading import ProfileError
from tests.own_database import own_database

PROFILES = Path(__file__).resolve().parents[2] / "profiles"
NAMES = ["shared", "kvinesdal", "farsund", "haegebostad"]
TABLES = [Municipality, Service, Unit, Team, Level, Step, Contact, Factor, Programme]


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), own_database("profiles"):
        load_folders([PROFILES / name for name in NAMES])
        yield


@pytest.fixture
def loaded(database):
    """Three municipalities, and whatever a test does to them is undone."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def folder(tmp_path):
    """A copy of Kvinesdal's folder that a test may change."""
    return Path(copytree(PROFILES / "kvinesdal", tmp_path / "kvinesdal"))


def everything():
    return {
        model: list(model._default_manager.order_by("pk").values()) for model in TABLES
    }


def test_loading_again_changes_nothing(loaded):
    before = everything()

    load_folders([PROFILES / name for name in NAMES])

    assert everything() == before


def test_what_the_folder_says_anew_is_carried_over(loaded, folder):
    step = Step.objects.get(municipality__name="Kvinesdal", number="0.1")
    text = folder / "guide" / "niva-0.md"
    text.write_text(text.read_text().replace("0.1 Undring oppstår", "0.1 Noe skurrer"))

    load_folders([folder])

    step.refresh_from_db()
    assert step.title == "Noe skurrer"


def test_what_the_folder_no_longer_says_is_kept(loaded, folder):
    units = folder / "units.toml"
    units.write_text(units.read_text().replace('"Kulturkontoret", ', ""))

    load_folders([folder])

    assert Unit.objects.filter(name="Kulturkontoret").exists()


def test_a_wrong_folder_changes_nothing_at_all(loaded, folder):
    before = everything()
    programmes = folder / "programmes.toml"
    programmes.write_text(programmes.read_text().replace('"pilot"', '"sometimes"', 1))

    with pytest.raises(ProfileError, match="programmes 8, status"):
        load_folders([folder])

    assert everything() == before


def test_the_rules_of_the_municipality_are_its_own(loaded):
    kvinesdal = Municipality.objects.get(number="4227")
    farsund = Municipality.objects.get(number="4206")

    assert kvinesdal.concern_days == 14
    assert (kvinesdal.own_consent_age, farsund.own_consent_age) == (16, 15)
    assert "§" in kvinesdal.own_consent_law


@pytest.mark.parametrize("kind", [Kind.CHILD_WELFARE, Kind.PPT])
def test_three_municipalities_share_one_office(loaded, kind):
    service = Service.objects.get(kind=kind)

    assert service.municipalities.count() == 3
    assert service.units.get().municipality is None


def test_the_neighbours_follow_the_same_guide_as_their_own(loaded):
    guides = {place: Step.objects.of(place) for place in Municipality.objects.all()}

    assert {guide.count() for guide in guides.values()} == {23}


def test_a_step_says_where_it_may_lead(loaded):
    decide = Step.objects.get(municipality__name="Kvinesdal", number="0.4")

    ways = {way.step.number: way.when for way in decide.ways()}

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
