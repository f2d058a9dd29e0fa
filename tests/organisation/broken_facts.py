"""Profiles with one thing wrong in a record: its keys, its words, what it names."""

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
]
