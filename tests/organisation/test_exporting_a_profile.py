"""What is in the database can be taken out again, and is the same when put back."""

from pathlib import Path

import pytest
from django.db import transaction

from laget.organisation.models import Profile, ProfileItem
from laget.organisation.profile.checking import check_folders
from laget.organisation.profile.declaring import SECTIONS, Item, Where
from laget.organisation.profile.exporting import export, files_of, write_files
from laget.organisation.profile.facts import filled
from laget.organisation.profile.layers import Layer, read_layer
from laget.organisation.profile.loading import load_folders
from laget.organisation.profile.merging import How
from laget.organisation.profile.surroundings import places_in
from tests.own_database import own_database

PROFILES = Path(__file__).resolve().parents[2] / "profiles"
OURS = sorted(place.folder.name for place in places_in(PROFILES))


@pytest.fixture(scope="module")
def database(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), own_database("exported"):
        load_folders([PROFILES])
        yield


@pytest.fixture
def loaded(database):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def contents(folder):
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in paths}


def test_all_of_ours_go_out_and_in_again_and_are_the_same(loaded, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    for name in OURS:
        export(name, first, replace=True)

    assert [str(f) for f in check_folders([first]) if not f.is_warning] == []
    done = load_folders([first])
    assert {change.how for change in done.changes} == {How.SAME}
    for name in OURS:
        export(name, second, replace=True)
    assert contents(second) == contents(first)


def test_everything_comes_out(loaded, tmp_path):
    folders = export("vinje", tmp_path)

    for folder in folders:
        rows = ProfileItem.objects.filter(profile__name=folder.name)
        written = read_layer(folder).items
        assert len(written) == len(rows) > 0
        assert all(written[row.section, row.key].facts == row.facts for row in rows)


def test_an_edit_comes_out_with_it(loaded, tmp_path):
    item = ProfileItem.objects.get(section="units", key="Kulturkontoret")
    item.facts = {**item.facts, "phone": "00 00 99 99", "about": 'Med "sitat"\n\n- og'}
    item.save()

    export("kvinesdal", tmp_path)

    assert 'phone = "00 00 99 99"' in (tmp_path / "kvinesdal/units.toml").read_text()
    load_folders([tmp_path / "kvinesdal"])
    item.refresh_from_db()
    assert item.as_loaded == item.facts


@pytest.mark.parametrize(
    "text",
    [
        'Med "sitat" og \\ strek',
        'Flere\n"linjer"\nmed \\ og """ i',
        'Slutter\nmed "sitat"',
        "# Ikke en overskrift\n\n## Heller ikke\n- punkt",
        "Tabulator\tog 🙂 og § 1 «sitat»",
        "    innrykk på\n    hver linje",
        "''' enkle\n'''",
    ],
)
def test_any_text_comes_out_as_it_was_written(tmp_path, text):
    units = {"name": "Huset", "service": "Skulane", "about": text, "ended": True}
    facts = filled(SECTIONS["units"].fields, units)
    step = {"key": "1", "level": "A", "title": "Tittel", "what": text}
    guide = filled(SECTIONS["guides"].fields, {"title": "Veileder", "steps": [step]})
    layer = Layer("by")
    for item in (
        Item("units", "Huset", facts, Where("by/units.toml"), "by"),
        Item("guides", "staff", guide, Where("by/guides/staff.toml"), "by"),
    ):
        layer.items[item.section, item.key] = item

    write_files(tmp_path / "by", files_of(layer))

    read = read_layer(tmp_path / "by").items
    assert read["units", "Huset"].facts == facts
    assert read["guides", "staff"].facts["steps"] == guide["steps"]


def test_nothing_is_written_over_unasked(loaded, tmp_path):
    export("kvinesdal", tmp_path)

    with pytest.raises(ValueError, match="is there already"):
        export("kvinesdal", tmp_path)

    export("kvinesdal", tmp_path, replace=True)


def test_who_is_not_there_cannot_come_out(loaded, tmp_path):
    assert not Profile.objects.filter(name="oslo").exists()

    with pytest.raises(ValueError, match="There is no profile oslo"):
        export("oslo", tmp_path)
