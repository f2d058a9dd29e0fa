"""A wrong profile is told so in plain words, and changes nothing."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from laget.organisation.profile.sections import read_profile

from laget.guide.profile import read_guide
from laget.organisation.profile.reading import ProfileError

PROFILES = Path(__file__).resolve().parents[2] / "profiles"
Change = Callable[[str, str, str], Path]


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """A copy of Kvinesdal's folder in which one thing has been replaced."""

    def replace(file: str, old: str, new: str) -> Path:
        copytree(PROFILES / "kvinesdal", tmp_path / "kvinesdal")
        path = tmp_path / "kvinesdal" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return tmp_path / "kvinesdal"

    return replace


@pytest.mark.parametrize("name", ["kvinesdal", "farsund", "haegebostad"])
def test_every_profile_we_bring_along_can_be_read(name: str) -> None:
    profile = read_profile(PROFILES / name)

    assert profile.services
    assert profile.night_phone


def test_kvinesdal_has_the_places_its_plan_speaks_of() -> None:
    profile = read_profile(PROFILES / "kvinesdal")

    units = {service.kind: len(service.units) for service in profile.services}
    assert units["kindergarten"] >= 4
    assert units["school"] >= 4
    assert {team.kind for team in profile.teams} == {
        "pedagogical",
        "core_group",
        "responsible_group",
        "intensive",
    }


def test_child_welfare_and_ppt_serve_three_municipalities() -> None:
    profile = read_profile(PROFILES / "kvinesdal")

    shared = {s.kind: len(s.municipalities) for s in profile.services}
    assert shared["child_welfare"] == shared["ppt"] == 3


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (
            "municipality.toml",
            "concern_days = 14",
            "",
            "kvinesdal/municipality.toml, rules, concern_days: "
            "This key is missing. Write a whole number.",
        ),
        (
            "municipality.toml",
            "concern_days = 14",
            'concern_days = "two weeks"',
            "kvinesdal/municipality.toml, rules, concern_days: "
            "This must be a whole number.",
        ),
        (
            "municipality.toml",
            "consent_months",
            "concent_months",
            "kvinesdal/municipality.toml, rules, consent_months: "
            "This key is missing. Write a whole number.",
        ),
        (
            "services.toml",
            'kind = "kindergarten"',
            'kind = "playground"',
            'kvinesdal/services.toml, services 1, kind: "playground" is not one of',
        ),
        (
            "services.toml",
            'phone = "00 00 01 00"',
            'telephone = "00 00 01 00"',
            "kvinesdal/services.toml, services 1, telephone: "
            "This key is not known. Is it misspelt?",
        ),
        (
            "units.toml",
            'service = "Kvinesdalskolen"',
            'service = "Skolen"',
            'kvinesdal/units.toml: There is no service called "Skolen".',
        ),
        (
            "teams.toml",
            'units = ["Fjellblomen barnehage"',
            'units = ["Fjellblom"',
            'kvinesdal/teams.toml, teams 1, units: "Fjellblom" is not one of',
        ),
        (
            "units.toml",
            "[[units]]",
            "[units",
            "kvinesdal/units.toml: This is not readable TOML:",
        ),
    ],
)
def test_what_is_wrong_is_said_with_file_and_key(
    change: Change, file: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(ProfileError) as error:
        read_profile(change(file, old, new))

    assert str(error.value).startswith(message)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProfileError, match=r"municipality\.toml: The file is missing"):
        read_profile(tmp_path)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("guide.toml", 'to = "0.4"', 'to = "0.9"', 'leads to "0.9", which is no step'),
        ("guide.toml", "level = 3", "level = 7", "A level is 0, 1, 2 or 3."),
        ("guide.toml", 'verb = "share"', 'verb = "worry"', '"worry" is not one of'),
        ("guide/niva-1.md", "# 1.4 Se", "# 1.9 Se", 'There is no heading "# 1.4 ..."'),
        ("guide/niva-1.md", "## Hvem", "## Hvor", '"## Hvor" is not one of'),
    ],
)
def test_a_guide_with_a_hole_in_it_is_refused(
    change: Change, file: str, old: str, new: str, message: str
) -> None:
    with pytest.raises(ProfileError) as error:
        read_guide(change(file, old, new))

    assert message in str(error.value)
