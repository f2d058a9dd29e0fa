"""Teams: a profile's part about who meets, with what mandate and how often."""

from django.utils.translation import gettext_lazy as _

from laget.organisation.models import TeamKind
from laget.organisation.profile.checks import chairs, named_by_unit
from laget.organisation.profile.declaring import Section, declare
from laget.organisation.profile.fields import (
    Choice,
    Link,
    Links,
    Number,
    Rows,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.ordering import ordered
from laget.organisation.profile.services import KINDS
from laget.organisation.profile.writing import write_team_kinds, write_teams

TERMS = (
    ("autumn", _("Autumn")),
    ("spring", _("Spring")),
    ("year", _("A year")),
    ("month", _("A month")),
)

TEAM_KINDS = declare(
    Section(
        name="team_kinds",
        write=write_team_kinds,
        checks=(chairs, ordered("team_kinds", "age_from", "age_to")),
        file="teams.toml",
        title=_("Kinds of team"),
        about=_(
            "What each kind of team is for, who sits in it and how often it meets."
        ),
        key="key",
        order=4,
        fields=(
            Text("key", _("Key"), required=True, longest=60),
            Text("name", _("Name"), required=True, longest=100),
            Texts("aliases", _("Also called")),
            Choice("kind", _("Kind"), required=True, known=tuple(TeamKind.choices)),
            Text("about", _("About"), long=True),
            Text("mandate_system", _("Mandate for the system"), long=True),
            Text("mandate_case", _("Mandate for single children"), long=True),
            Text("chair", _("Who chairs"), longest=150),
            Rows(
                "members",
                _("Standing members"),
                key="role",
                fields=(
                    Text("role", _("Role"), required=True),
                    Choice("service_kind", _("From"), known=KINDS),
                    Yes("must_attend", _("Has a duty to attend")),
                    Yes("as_needed", _("Called in when needed")),
                ),
            ),
            Number("age_from", _("From age"), least=-1, most=99),
            Number("age_to", _("To age"), least=-1, most=120),
            Rows(
                "cadence",
                _("How often it meets"),
                key="term",
                fields=(
                    Choice("term", _("Term"), required=True, known=TERMS),
                    Number("at_least", _("At least"), required=True, least=1, most=60),
                    Text("note", _("Note")),
                ),
            ),
            Texts("agenda", _("Agenda"), _("The parts of a meeting, in order.")),
            Link("minutes_form", _("Form for the minutes"), to="forms"),
        ),
    )
)
TEAMS = declare(
    Section(
        name="teams",
        write=write_teams,
        checks=(named_by_unit,),
        file="teams.toml",
        title=_("Teams"),
        about=_("Which units have a team of which kind. {unit} is the unit's name."),
        key="name",
        order=5,
        fields=(
            Text("name", _("Name"), required=True, longest=100),
            Link("kind", _("Kind of team"), required=True, to="team_kinds"),
            Links("units", _("Units"), to="units"),
        ),
    )
)
