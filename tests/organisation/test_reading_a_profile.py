"""A folder is read with the line of every key, and as its owner meant it."""

import tomllib
from pathlib import Path

import pytest
from django.utils import translation

from laget.organisation.profile.checking import check_folders
from laget.organisation.profile.layers import read_layer
from laget.organisation.profile.lines import key_lines
from laget.organisation.profile.reading import ProfileError, read_profile
from laget.organisation.profile.surroundings import places_in

HOME = Path(__file__).resolve().parents[2]
PROFILES = HOME / "profiles"
OURS = sorted(place.folder.name for place in places_in(PROFILES))
FILES = sorted(PROFILES.rglob("*.toml"))


def paths(found, under=""):
    """Every key and row of what was read."""
    pairs = found.items() if isinstance(found, dict) else enumerate(found)
    for name, value in pairs:
        yield f"{under}{name}"
        if isinstance(value, (dict, list)):
            yield from paths(value, f"{under}{name}.")


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(HOME)))
def test_every_key_is_found_on_a_line_that_has_it(file):
    text = file.read_text("utf-8")
    lines, written = key_lines(text), text.splitlines()

    for path in paths(tomllib.loads(text)):
        name = path.rpartition(".")[2]
        assert name.isdecimal() or name in written[lines[path] - 1], path


def test_a_key_after_a_text_of_several_lines_is_on_its_own_line():
    text = 'a = """\nthree\n# no comment\n"""\n[b."c d"]\ne = [1, # one\n  { f = 2 }]\n'

    assert key_lines(text) == {
        "a": 1,
        "b.c d": 5,
        "b.c d.e": 6,
        "b.c d.e.0": 6,
        "b.c d.e.1": 7,
        "b.c d.e.1.f": 7,
    }


def test_all_that_we_bring_along_is_right():
    with translation.override("en"):
        found = check_folders([PROFILES])

    assert [str(fault) for fault in found if not fault.is_warning] == []


@pytest.mark.parametrize("name", OURS)
def test_every_municipality_has_services_a_guide_and_numbers_at_night(name):
    whole = read_profile(PROFILES / name)

    assert list(whole.all("services"))
    assert whole.get("guides", "staff")
    assert "night" in {item.facts["kind"] for item in whole.all("contacts")}


def test_a_date_is_kept_as_text_and_what_is_left_out_as_usual():
    (item,) = [i for i in read_layer(PROFILES / "farsund").of("municipality")]

    assert item.facts["rules"]["reply_days"] == 3
    assert item.facts["rules"]["own_consent"]["law_date"] == "2021-06-18"


def test_a_record_of_ones_own_stands_in_place_of_the_common_one(tmp_path):
    place(tmp_path, "common", 'title = "Felles"\nlanguage = "nb"\n')
    contact = (
        '[[contacts]]\nname = "Vakta"\nnumber = "{}"\nwhen = "Nå"\nkind = "night"\n'
    )
    (tmp_path / "common" / "contacts.toml").write_text(contact.format("1"))
    own = 'name = "By"\nnumber = "9999"\nlanguage = "nb"\nbuilds_on = ["common"]\n'
    folder = place(tmp_path, "by", own + RULES, "municipality")
    (folder / "contacts.toml").write_text(contact.format("2"))

    whole = read_profile(folder)

    (found,) = whole.all("contacts")
    assert (found.facts["number"], found.layer) == ("2", "by")


def test_a_common_text_is_read_in_the_language_of_who_builds_on_it(tmp_path):
    place(tmp_path, "common", 'title = "Felles"\nlanguage = "nb"\n')
    (tmp_path / "common" / "contacts.toml").write_text(
        '[[contacts]]\nname = { nb = "Nødnummer", nn = "Naudnummer" }\n'
        'number = "112"\nwhen = { nb = "Nå", nn = "No" }\nkind = "emergency"\n'
    )
    own = 'name = "By"\nnumber = "9999"\nlanguage = "nn"\nbuilds_on = ["common"]\n'

    whole = read_profile(place(tmp_path, "by", own + RULES, "municipality"))

    assert whole.get("contacts", "Naudnummer")


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(ProfileError, match=r"municipality\.toml"):
        read_profile(tmp_path)


RULES = '[rules]\nconcern_days = 14\n[rules.own_consent]\nage = 16\nlaw = "§ 1"\n'


def place(into, name, text, kind="common"):
    folder = into / name
    folder.mkdir()
    (folder / f"{kind}.toml").write_text(text)
    return folder
