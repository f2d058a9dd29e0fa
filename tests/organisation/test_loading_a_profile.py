"""A folder becomes a municipality: again and again, and nothing is ever deleted."""

from pathlib import Path
from shutil import copytree

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from laget.catalogue.models import Need, Programme
from laget.forms.models import Template, TemplateVersion
from laget.guide.models import Contact, Factor, Guide, Level, Step
from laget.organisation.models import (
    Kind,
    Municipality,
    PlaceOnTheWeb,
    Presence,
    Profile,
    ProfileItem,
    ProfileVersion,
    Provision,
    Service,
    Team,
    TeamType,
    Unit,
)
from laget.organisation.profile.loading import load_folders
from laget.organisation.profile.merging import How
from laget.organisation.profile.reading import ProfileError
from laget.organisation.profile.telling import tell
from tests.own_database import own_database

PROFILES = Path(__file__).resolve().parents[2] / "profiles"
NAMES = ["shared", "kvinesdal", "farsund", "haegebostad"]
TABLES = [
    *(Municipality, PlaceOnTheWeb, Service, Unit, Presence, TeamType, Team, Provision),
    *(Guide, Level, Step, Contact, Factor, Programme, Need, Template, TemplateVersion),
    *(ProfileItem, ProfileVersion, Service.municipalities.through),
]


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), own_database("profiles"):
        load_folders([PROFILES / name for name in NAMES])
        yield


@pytest.fixture
def loaded(database):
    """Three municipalities, and whatever a test does to them is undone."""
    with transaction.atomic(), translation.override("en"):
        yield
        transaction.set_rollback(True)


@pytest.fixture
def folder(tmp_path):
    """A copy of Kvinesdal's folder, among its neighbours, that a test may change."""
    return Path(copytree(PROFILES, tmp_path / "profiles")) / "kvinesdal"


def everything():
    return {
        model: list(model._default_manager.order_by("pk").values()) for model in TABLES
    }


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def edit(section, key, **facts):
    """What an administrator does in the browser."""
    item = ProfileItem.objects.get(profile__name="kvinesdal", section=section, key=key)
    item.facts = {**item.facts, **facts}
    item.save()


def how(loaded, key):
    return next(each.how for each in loaded.changes if each.key == key)


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


def test_what_the_folder_no_longer_says_is_kept_and_said(loaded, folder):
    programmes = folder / "programmes.toml"
    first = Programme.objects.filter(municipality__name="Kvinesdal").earliest(
        "position"
    )
    text = programmes.read_text("utf-8")
    _start, _mark, rest = text.partition("[[programmes]]")
    programmes.write_text("[[programmes]]" + rest.partition("[[programmes]]")[2])

    done = load_folders([folder])

    assert Programme.objects.filter(pk=first.pk).exists()
    assert how(done, first.name) is How.GONE
    assert f'"{first.name}" is no longer in the folder' in "\n".join(tell(done.changes))


def test_a_wrong_folder_changes_nothing_at_all(loaded, folder):
    before = everything()
    change(folder / "municipality.toml", "concern_days = 14", "concern_days = 21")
    change(folder / "programmes.toml", '"pilot"', '"sometimes"')

    with pytest.raises(ProfileError, match="sometimes"):
        load_folders([folder])

    assert everything() == before


def test_only_looking_changes_nothing_and_says_what_would(loaded, folder):
    before = everything()
    change(folder / "municipality.toml", "concern_days = 14", "concern_days = 21")

    done = load_folders([folder], dry_run=True)

    assert everything() == before
    said = list(tell(done.changes, dry_run=True))
    assert '  ~ The municipality, "Kvinesdal": rules follow the folder.' in said


def test_what_was_edited_here_stays_when_the_folder_is_loaded_again(loaded, folder):
    key = "Kulturkontoret"
    edit("units", key, phone="00 00 99 99")

    done = load_folders([folder])

    assert Unit.objects.get(name=key).phone == "00 00 99 99"
    assert how(done, key) is How.EDITED


def test_edited_here_and_changed_in_the_folder_is_said_and_kept(loaded, folder):
    edit("programmes", "Kroppen er min", place="Biblioteket")
    programme = Programme.objects.get(name="Kroppen er min")
    name = 'name = "Kroppen er min"\n'
    change(folder / "programmes.toml", name, f'{name}cost = "Gratis"\n')

    done = load_folders([folder])

    programme.refresh_from_db()
    assert (programme.place, programme.cost) == ("Biblioteket", "")
    assert how(done, "Kroppen er min") is How.BOTH
    assert "here 'Biblioteket'" in "\n".join(tell(done.changes))

    load_folders([folder], take_folder=True)

    programme.refresh_from_db()
    assert programme.place != "Biblioteket"
    assert programme.cost == "Gratis"


def test_a_renamed_unit_is_the_same_unit(loaded, folder):
    unit = Unit.objects.get(name="Kulturkontoret")
    change(
        folder / "units.toml",
        'name = "Kulturkontoret"',
        'name = "Kulturhuset"\nwas = "Kulturkontoret"',
    )

    load_folders([folder])

    unit.refresh_from_db()
    assert unit.name == "Kulturhuset"


def test_a_unit_that_has_ended_is_marked_so(loaded, folder):
    change(
        folder / "units.toml",
        'name = "Kulturkontoret"',
        'name = "Kulturkontoret"\nended = true',
    )

    load_folders([folder])

    assert Unit.objects.get(name="Kulturkontoret").is_ended


def test_a_municipality_is_found_again_when_its_number_has_changed(loaded, folder):
    kvinesdal = Municipality.objects.get(number="4227")
    change(folder / "municipality.toml", 'number = "4227"', 'number = "4299"')

    load_folders([folder])

    kvinesdal.refresh_from_db()
    assert kvinesdal.number == "4299"
    assert Municipality.objects.filter(name="Kvinesdal").count() == 1


def test_the_statements_do_not_grow_with_the_profile(loaded, folder):
    few = len(statements(folder, units=20))
    many = len(statements(folder, units=400))

    assert many <= few + 3  # a batch more


def statements(folder, *, units):
    more = "".join(
        f'\n[[units]]\nname = "Hus {number}"\nservice = "Kvinesdalskolen"\n'
        for number in range(units)
    )
    text = folder / "units.toml"
    before = text.read_text("utf-8")
    text.write_text(before + more)
    with transaction.atomic(), CaptureQueriesContext(connection) as found:
        load_folders([folder])
        transaction.set_rollback(True)
    text.write_text(before)
    return found.captured_queries


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


def test_a_folder_that_is_renamed_is_the_same_profile(loaded, folder):
    profile = Profile.objects.get(name="farsund")
    folder.parent.joinpath("farsund").rename(folder.parent / "farsundkommune")

    load_folders([folder.parent / "farsundkommune"])

    profile.refresh_from_db()
    assert profile.name == "farsundkommune"
