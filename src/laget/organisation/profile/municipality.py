"""The municipality's own part of a profile: name, words, rules, numbers and links."""

from django.utils.translation import gettext_lazy as _

from laget.organisation.profile.checks import name_of_folder, numbers, periods
from laget.organisation.profile.declaring import Section, Shape, declare
from laget.organisation.profile.fields import (
    Choice,
    Day,
    Group,
    Link,
    Number,
    Rows,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.writing import change_municipality, write_links

LANGUAGES = (("nb", "Bokmål"), ("nn", "Nynorsk"))
ARENAS = (
    ("kindergarten", _("Kindergarten")),
    ("school", _("School")),
    ("health", _("Health")),
    ("home", _("At home")),
    ("leisure", _("Leisure")),
    ("specialist", _("Specialist services")),
)
WORDS = (
    ("concern", _("A concern")),
    ("log", _("The shared log")),
    ("holder", _("The one who holds the log")),
    ("level", _("A level")),
    ("guide", _("The action guide")),
    ("catalogue", _("The overview of help")),
    ("triage", _("The team that answers those who ask for help")),
)
LINK_KINDS = (
    ("activities", _("Activities and clubs")),
    ("plan", _("Plans")),
    ("service", _("Services")),
    ("procedures", _("Procedures")),
    ("help", _("Help for children and parents")),
)

OWN_CONSENT = Group(
    "own_consent",
    _("Own consent"),
    _("From which age a young person answers alone, and by which section."),
    required=True,
    fields=(
        Number("age", _("Age"), required=True, least=12, most=18),
        Text("law", _("Section of law"), required=True),
        Day("law_date", _("The act's date")),
        Rows(
            "more",
            _("Other ages"),
            _("Where another age applies, such as 15 for party rights."),
            key="topic",
            fields=(
                Text("topic", _("About what"), required=True),
                Number("age", _("Age"), required=True, least=7, most=18),
                Link("law", _("Section of law"), to="laws"),
                Text("note", _("Note"), long=True),
            ),
        ),
    ),
)
FAMILY = Group(
    "family",
    _("The family's own pages"),
    fields=(
        Number(
            "own_page_age",
            _("Age from which a young person has an own page"),
            default=13,
            least=7,
            most=18,
        ),
        Number(
            "guardian_sight_age",
            _("Age at which guardians no longer see the child's page"),
            default=18,
            least=12,
            most=18,
        ),
        Yes(
            "names_visitors",
            _("The family reads the names of those who have looked, not only roles"),
            default=True,
        ),
        Number(
            "privacy_days",
            _("Days until the data-protection officer has answered"),
            default=30,
            least=1,
            most=90,
        ),
    ),
)
RULES = Group(
    "rules",
    _("Rules the municipality decides"),
    required=True,
    fields=(
        Number(
            "concern_days",
            _("Days until a concern is decided"),
            required=True,
            least=1,
            most=90,
        ),
        Number(
            "consent_months", _("Months a consent lasts"), default=12, least=1, most=60
        ),
        Number(
            "reply_days",
            _("Working days until a request for help is answered"),
            default=3,
            least=1,
            most=30,
        ),
        Number(
            "small_number_threshold",
            _("Groups smaller than this are hidden in figures"),
            default=5,
            least=3,
            most=30,
        ),
        OWN_CONSENT,
        FAMILY,
        Group(
            "review_weeks",
            _("Weeks between reviews"),
            fields=(
                Number("level_1", _("Level 1"), default=6, least=1, most=52),
                Number("level_2", _("Level 2"), default=8, least=1, most=52),
                Number("level_3", _("Level 3"), default=6, least=1, most=52),
            ),
        ),
        Group(
            "holder",
            _("Who holds the log when nothing else is agreed"),
            fields=tuple(Text(key, words) for key, words in ARENAS),
        ),
    ),
)
FIELDS = (
    Text("name", _("Name"), required=True, longest=100),
    Text("number", _("Municipality number"), required=True, longest=4),
    Choice("language", _("Language"), required=True, known=LANGUAGES),
    Texts("builds_on", _("Builds on"), _("Folders with a common part.")),
    Text("about", _("About"), long=True),
    Text("source", _("Where the facts come from"), long=True),
    Rows(
        "numbers",
        _("Numbers through time"),
        _("Numbers changed in 2020 and in 2024."),
        key="number",
        fields=(
            Text("number", _("Municipality number"), required=True, longest=4),
            Day("from", _("From"), required=True),
            Day("until", _("Until")),
        ),
    ),
    Rows(
        "neighbours",
        _("Municipalities outside"),
        _("Neighbours that host or share a service without using Laget."),
        key="name",
        fields=(
            Text("name", _("Name"), required=True),
            Text("number", _("Municipality number"), required=True, longest=4),
        ),
    ),
    Group(
        "words",
        _("Own words"),
        _("What things are called here, where it is not the usual."),
        fields=tuple(Text(key, words, longest=60) for key, words in WORDS),
    ),
    RULES,
)


MUNICIPALITY = declare(
    Section(
        name="municipality",
        write=change_municipality,
        checks=(numbers, name_of_folder, periods),
        file="municipality.toml",
        title=_("The municipality"),
        about=_("Name, language, own words, and the rules it has decided."),
        key="name",
        fields=FIELDS,
        order=0,
        shape=Shape.SINGLE,
    )
)
COMMON = declare(
    Section(
        name="common",
        file="common.toml",
        title=_("A common part"),
        about=_("What several municipalities build on; each may override and add."),
        key="title",
        order=0,
        shape=Shape.SINGLE,
        fields=(
            Text("title", _("Title"), required=True),
            Choice("language", _("Language"), required=True, known=LANGUAGES),
            Text("about", _("About"), long=True),
            Text("source", _("Where the facts come from"), long=True),
        ),
    )
)
CONTACTS = declare(
    Section(
        name="contacts",
        file="contacts.toml",
        title=_("Numbers to call"),
        about=_("Also when the office is closed and it cannot wait."),
        key="name",
        order=1,
        fields=(
            Text("name", _("Name"), required=True, longest=100, spoken=True),
            Text("number", _("Telephone"), required=True, longest=30),
            Text("when", _("When to call"), required=True, longest=300, spoken=True),
            Choice(
                "kind",
                _("Kind"),
                required=True,
                known=(
                    ("emergency", _("Now, when someone is in danger")),
                    ("night", _("Child welfare's duty desk, evenings and weekends")),
                    ("daytime", _("In the daytime")),
                    ("helpline", _("Helplines one can talk with")),
                ),
            ),
            Text("note", _("Note"), longest=200),
        ),
    )
)
LINKS = declare(
    Section(
        name="links",
        write=write_links,
        file="links.toml",
        title=_("Places on the web"),
        about=_("Pages of others that inhabitants and staff are sent to."),
        key="title",
        order=1,
        fields=(
            Text("title", _("Title"), required=True, longest=150, spoken=True),
            Text("url", _("Address"), required=True, longest=500, web=True),
            Text("about", _("About"), long=True, spoken=True),
            Choice("kind", _("Kind"), required=True, known=LINK_KINDS),
        ),
    )
)
