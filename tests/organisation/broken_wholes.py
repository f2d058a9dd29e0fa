"""Profiles with one thing wrong in how the parts hold together."""

# What is wrong, the file, what stood there, what stands there now, what is said.
BROKEN = [
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
