"""What people did since the folder was loaded is kept; what has changed is said."""

from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from laget.catalogue.models import Programme
from laget.organisation.models import (
    Municipality,
    Profile,
    Unit,
)
from laget.organisation.profile.loading import load_folders
from laget.organisation.profile.merging import How
from laget.organisation.profile.telling import tell
from tests.organisation.loaded import change, edit, everything, how


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


def test_a_folder_that_is_renamed_is_the_same_profile(loaded, folder):
    profile = Profile.objects.get(name="farsund")
    folder.parent.joinpath("farsund").rename(folder.parent / "farsundkommune")

    load_folders([folder.parent / "farsundkommune"])

    profile.refresh_from_db()
    assert profile.name == "farsundkommune"
