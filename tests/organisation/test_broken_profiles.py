"""One thing is wrong: it is said in one sentence, at its own file and line."""

import pytest
from django.utils import translation

from laget.organisation.profile.checking import check_folders
from tests.organisation import broken_facts, broken_wholes, small

WARNED = [
    (
        "a programme past its date",
        "programmes.toml",
        "checked_on = 2026-01-01",
        "checked_on = 2020-01-01\nreview_on = 2021-01-01",
        "programmes.toml, line 12: This should have been looked over by 2021-01-01: "
        "look, then move it.",
    ),
    (
        "a law that has been replaced",
        "services.toml",
        'law = ["bvl-13-1"]',
        'law = ["bvl-1992-6-4"]',
        "services.toml, line 6: Barnevernloven (1992) § 1 has been replaced.",
    ),
]


BROKEN = broken_facts.BROKEN + broken_wholes.BROKEN


def named(cases):
    return [pytest.param(*case[1:], id=case[0].replace(" ", "-")) for case in cases]


@pytest.fixture
def broken(tmp_path):
    """Break one thing in the municipality; every fault that is found, and warnings."""

    def check(file, old, new):
        assert old in small.OWN[file]
        folder = small.nyby(tmp_path, **{file: small.OWN[file].replace(old, new, 1)})
        with translation.override("en"):
            return check_folders([folder])

    return check


@pytest.mark.parametrize(("file", "old", "new", "said"), named(BROKEN))
def test_one_fault_gives_the_one_right_sentence(broken, file, old, new, said):
    found = broken(file, old, new)

    assert [str(fault) for fault in found] == [f"nyby/{said}"]
    assert not found[0].is_warning


@pytest.mark.parametrize(("file", "old", "new", "said"), named(WARNED))
def test_what_is_only_to_be_thought_of_is_a_warning(broken, file, old, new, said):
    found = broken(file, old, new)

    assert [str(fault) for fault in found] == [f"nyby/{said}"]
    assert found[0].is_warning


def faults(*paths):
    with translation.override("en"):
        return [str(fault) for fault in check_folders(paths)]


def test_the_small_municipality_is_all_right(tmp_path):
    assert faults(small.nyby(tmp_path)) == []


def test_a_common_text_without_nynorsk_is_missed_by_who_needs_it(tmp_path):
    folder = small.nyby(tmp_path)
    contacts = folder.parent / "felles" / "contacts.toml"
    contacts.write_text(contacts.read_text().replace(', nn = "Nokon er i fare"', ""))

    said = (
        "felles/contacts.toml, line 4: "
        "This has no text in nynorsk, and nyby builds on it."
    )
    assert faults(folder) == faults(folder.parent / "felles") == [said]


def test_a_file_that_nobody_reads_is_a_warning(tmp_path):
    folder = small.nyby(tmp_path, **{"service.toml": 'name = "Skulane"\n'})

    assert faults(folder) == [
        "nyby/service.toml, line 1: This file belongs to no section, and is not read."
    ]


def test_a_folder_cannot_be_called_as_a_page_of_laget(tmp_path):
    folder = small.nyby(tmp_path)
    folder.rename(tmp_path / "logs")

    assert faults(tmp_path / "logs") == [
        'logs/municipality.toml, line 1: "logs" begins an address of Laget itself: '
        "call the folder another."
    ]


def test_two_municipalities_cannot_have_one_number(tmp_path):
    small.nyby(tmp_path)
    other = small.OWN["municipality.toml"].replace("Nyby", "Gamleby")
    small.write(tmp_path, "gamleby", small.OWN | {"municipality.toml": other})

    assert faults(tmp_path / "nyby") == [
        "nyby/municipality.toml, line 2: Gamleby has the same municipality number."
    ]


def test_every_fault_is_said_not_only_the_first(tmp_path):
    folder = small.nyby(
        tmp_path,
        **{
            "units.toml": small.UNITS.replace("Skulane", "Skulene"),
            "teams.toml": small.TEAMS.replace('chair = "Rektor"\n', ""),
        },
    )

    assert len(faults(folder)) == 2


def test_a_folder_that_is_not_there_is_said(tmp_path):
    (said,) = faults(tmp_path / "nowhere")

    assert said.endswith("There is no such folder.")


def test_the_sentences_are_norwegian_for_norwegians(tmp_path):
    folder = small.nyby(tmp_path, **{"units.toml": small.UNITS.replace("lane", "lene")})

    for language, begins in (("nb", "Det finnes ingen"), ("nn", "Det finst ingen")):
        with translation.override(language):
            (fault,) = check_folders([folder])
        assert fault.sentence.startswith(begins)
