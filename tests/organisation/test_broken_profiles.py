"""One thing is wrong: it is said in one sentence, at its own file and line."""

import pytest
from django.utils import translation

from laget.organisation.profile.checking import check_folders
from tests.organisation import small

# What is wrong, the file, what stood there, what stands there now, what is said.
BROKEN = [
    (
        "a key that is misspelt",
        "services.toml",
        "age_from = 6",
        "age_form = 6",
        'services.toml, line 7: The key "age_form" is not known here. '
        'Did you mean "age_from"?',
    ),
    (
        "a key that is missing",
        "services.toml",
        'about = "Grunnskule og SFO."\n',
        "",
        'services.toml, line 1: The key "about" is missing: About.',
    ),
    (
        "text for a number",
        "municipality.toml",
        "concern_days = 14",
        'concern_days = "fjorten"',
        "municipality.toml, line 7: "
        "This must be a whole number, without quotation marks.",
    ),
    (
        "a number out of range",
        "municipality.toml",
        "concern_days = 14",
        "concern_days = 400",
        "municipality.toml, line 7: 400 is not between 1 and 90.",
    ),
    (
        "a word that is not known",
        "services.toml",
        'kind = "school"',
        'kind = "skool"',
        'services.toml, line 3: "skool" is not one of kindergarten, school, health, '
        "mental_health, ppt, child_welfare, nav, coordination, culture, therapy, "
        'doctor, specialist, other. Did you mean "school"?',
    ),
    (
        "a name that is too long",
        "units.toml",
        'service = "Skulane"',
        f'service = "Skulane"\nphone = "{"1" * 31}"',
        "units.toml, line 4: This is too long: 31 characters, and 30 is the most.",
    ),
    (
        "a date that is none",
        "programmes.toml",
        "checked_on = 2026-01-01",
        'checked_on = "i fjor"',
        "programmes.toml, line 11: This must be a date, such as 2026-11-01.",
    ),
    (
        "a service that is not there",
        "units.toml",
        'service = "Skulane"',
        'service = "Skulene"',
        'units.toml, line 3: There is no "Skulene" in Services. '
        'Did you mean "Skulane"?',
    ),
    (
        "a unit that is not there",
        "teams.toml",
        'units = ["Bakken skule"]',
        'units = ["Bakken skole"]',
        'teams.toml, line 10: There is no "Bakken skole" in Units. '
        'Did you mean "Bakken skule"?',
    ),
    (
        "a kind of team that is not there",
        "teams.toml",
        'kind = "ressurs"',
        'kind = "styring"',
        'teams.toml, line 9: There is no "styring" in Kinds of team.',
    ),
    (
        "a form that is not there",
        "guides/staff.toml",
        'forms = ["samtale"]',
        'forms = ["samtalen"]',
        'guides/staff.toml, line 34: There is no "samtalen" in Forms. '
        'Did you mean "samtale"?',
    ),
    (
        "a law that is not there",
        "services.toml",
        'law = ["bvl-13-1"]',
        'law = ["bvl-99-1"]',
        'services.toml, line 6: There is no "bvl-99-1" in Law library. '
        'Did you mean "bvl-13-1"?',
    ),
    (
        "a need that is not there",
        "programmes.toml",
        'needs = ["1.1"]',
        'needs = ["9.9"]',
        'programmes.toml, line 8: There is no "9.9" in Needs.',
    ),
    (
        "twice the same key",
        "units.toml",
        small.UNITS,
        small.UNITS + small.UNITS,
        'units.toml, line 5: "Bakken skule" stands here twice.',
    ),
    (
        "twice the same key in one record",
        "units.toml",
        'service = "Skulane"\n',
        'service = "Skulane"\nservice = "Skulane"\n',
        "units.toml, line 4: This stands here twice.",
    ),
    (
        "a quotation mark that is missing",
        "units.toml",
        'name = "Bakken skule"',
        'name = "Bakken skule',
        "units.toml, line 2: "
        "The text that begins here, or above, has no closing quotation.",
    ),
    (
        "a step that nobody can reach",
        "guides/staff.toml",
        '    { to = "M", when = "Straks" },\n',
        "",
        'guides/staff.toml, line 38: Nobody can reach step "M": no step leads to it.',
    ),
    (
        "a way to a step that is not there",
        "guides/staff.toml",
        '{ to = "3", when = "Alltid" }',
        '{ to = "4", when = "Alltid" }',
        'guides/staff.toml, line 26: There is no step "4" in this guide.',
    ),
    (
        "a step that leads nowhere",
        "guides/staff.toml",
        '    { to = "1", when = "Att" },\n',
        "",
        'guides/staff.toml, line 30: Step "3" leads nowhere: '
        'say under "next" what may follow.',
    ),
    (
        "a level that is not there",
        "guides/staff.toml",
        'key = "3"\nlevel = "A"',
        'key = "3"\nlevel = "B"',
        'guides/staff.toml, line 32: There is no level "B" in this guide.',
    ),
    (
        "a step without text",
        "guides/staff/steg.md",
        "# 3 Avgjer\n\n## Kva\nVer samde.\n\n",
        "",
        'guides/staff.toml, line 30: "3" has no text: '
        'write it in Markdown under "# 3 heading".',
    ),
    (
        "a text for a step that is not there",
        "guides/staff/steg.md",
        "# M Meld",
        "# 7 Meir\n\n## Kva\nMeir.\n\n# M Meld",
        'guides/staff/steg.md, line 16: This text belongs to nothing: there is no "7".',
    ),
    (
        "a heading that is not known",
        "guides/staff/steg.md",
        "## Kva\nMeld frå.",
        "## Kva\nMeld frå.\n\n## Kvar\nHer.",
        'guides/staff/steg.md, line 21: "Kvar" is not one of '
        'Hva, Hvordan, Hvem, Kva, Korleis, Kven. Did you mean "Kva"?',
    ),
    (
        "a guide at which one cannot report",
        "guides/staff.toml",
        'verb = "report"',
        'verb = "close"',
        'guides/staff.toml, line 1: No step has verb = "report" on a level with '
        "level = 0: the work cannot follow this guide without it.",
    ),
    (
        "a deadline that is upside down",
        "guides/staff.toml",
        "at_least = 1,",
        "at_least = 20,",
        'guides/staff.toml, line 15: "at_least" is 20 and "at_most" is 14: '
        "that is upside down.",
    ),
    (
        "a kind of team without a chair",
        "teams.toml",
        'chair = "Rektor"\n',
        "",
        'teams.toml, line 1: The team "Ressursteam" has no chair: write who chairs it.',
    ),
    (
        "ages that are upside down",
        "programmes.toml",
        "age_from = 6",
        "age_from = 16",
        'programmes.toml, line 5: "age_from" is 16 and "age_to" is 12: '
        "that is upside down.",
    ),
    (
        "evidence without a year",
        "programmes.toml",
        "year = 2020\n",
        "",
        'programmes.toml, line 13: The key "year" is missing: Year.',
    ),
    (
        "a question that waits for one that is not there",
        "forms/samtale.toml",
        'question = "kven", is = ["andre"]',
        'question = "hvem", is = ["andre"]',
        'forms/samtale.toml, line 21: There is no question "hvem" in this form.',
    ),
    (
        "a scale that is upside down",
        "forms/samtale.toml",
        "from = 1, to = 5",
        "from = 6, to = 5",
        'forms/samtale.toml, line 27: "from" is 6 and "to" is 5: that is upside down.',
    ),
    (
        "a choice with nothing to choose",
        "forms/samtale.toml",
        'kind = "text"',
        'kind = "many"',
        'forms/samtale.toml, line 17: "andre" is to be chosen, '
        "and has no options to choose from.",
    ),
    (
        "a number that is no municipality's",
        "municipality.toml",
        'number = "9901"',
        'number = "990"',
        'municipality.toml, line 2: "990" is no municipality number: '
        "it has four digits.",
    ),
    (
        "a common part that is not there",
        "municipality.toml",
        'builds_on = ["felles"]',
        'builds_on = ["feles"]',
        'municipality.toml, line 4: It builds on "feles", '
        "and there is no such folder beside it.",
    ),
    (
        "a host nobody knows",
        "services.toml",
        "age_to = 16",
        'age_to = 16\nhost = "Gamleby"',
        'services.toml, line 9: There is no municipality "Gamleby" beside this one. '
        "If it does not use Laget, name it under [[neighbours]] in municipality.toml.",
    ),
]
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
