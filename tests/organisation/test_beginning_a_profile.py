"""A new municipality begins with a folder that is right, and with help from editors."""

import json
import tomllib
from pathlib import Path
from shutil import copytree

import pytest
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import translation

from laget.organisation.profile.checking import check_folders
from laget.organisation.profile.checks import RESERVED
from laget.organisation.profile.declaring import SECTIONS
from laget.organisation.profile.schema import schemas
from laget.organisation.profile.skeleton import write_skeleton

PROFILES = Path(__file__).resolve().parents[2] / "profiles"


@pytest.mark.parametrize("beside", [(), ("shared",), ("shared", "bokmaal")])
def test_a_new_folder_is_right_from_the_start(tmp_path, beside):
    for name in beside:
        copytree(PROFILES / name, tmp_path / name)

    write_skeleton(tmp_path, "nyby")

    assert check_folders([tmp_path / "nyby"]) == []


@pytest.mark.parametrize("name", ["Nyby", "ny by", "../by", "logs", "static"])
def test_it_cannot_be_called_what_is_no_address_or_another_page(tmp_path, name):
    with pytest.raises(ValueError, match=r"."):
        write_skeleton(tmp_path, name)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_not_written_over(tmp_path):
    write_skeleton(tmp_path, "nyby")

    with (
        translation.override("en"),
        pytest.raises(ValueError, match="is there already"),
    ):
        write_skeleton(tmp_path, "nyby")


def test_no_municipality_can_be_called_as_a_page_of_ours():
    assert first_words(get_resolver().url_patterns) - RESERVED == set()


def first_words(patterns, before=""):
    """What our own addresses begin with, where that is a word."""
    found = set()
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            found |= first_words(each.url_patterns, route)
        elif isinstance(each, URLPattern) and route and not route.startswith("<"):
            found.add(route.partition("/")[0])
    return found


def test_what_is_made_from_the_declarations_is_fresh():
    call_command("write_profile_keys", "--check")


def test_every_file_is_described_to_editors():
    described = set(schemas())

    for section in SECTIONS.values():
        assert section.file.partition("/")[0].removesuffix(".toml") in described


@pytest.mark.parametrize("file", ["units", "services", "programmes", "guides", "forms"])
def test_the_description_knows_the_keys_of_our_own_files(file):
    schema = json.loads((PROFILES / "schema" / f"{file}.json").read_text())
    for path in PROFILES.glob(f"*/{file}.toml"):
        for name in tomllib.loads(path.read_text()):
            assert name in schema["properties"]
