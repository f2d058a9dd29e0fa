"""The preventive plan's part of a profile: what the council adopted, as data."""

from django.utils.translation import gettext_lazy as _

from laget.organisation.profile.declaring import Section, Shape, declare
from laget.organisation.profile.fields import (
    Choice,
    Day,
    Number,
    Rows,
    Text,
    Texts,
)
from laget.organisation.profile.ordering import ordered
from laget.plans.profile import write_plan
from laget.plans.profile_checks import goals

CONTENTS = (
    ("goals", _("Goals and strategies")),
    ("responsibility", _("How responsibility is divided")),
    ("organisation", _("How the work is organised")),
    ("cooperation", _("How services co-operate")),
    ("background", _("Background")),
    ("knowledge", _("What we know")),
    ("words", _("Words")),
    ("follow_up", _("Follow-up and reporting")),
    ("local", _("Local part")),
    ("other", _("Other")),
)
STATES = (
    ("planned", _("Planned")),
    ("started", _("Started")),
    ("running", _("Running")),
    ("done", _("Done")),
    ("stopped", _("Stopped")),
)
PLAN = declare(
    Section(
        name="plan",
        write=write_plan,
        checks=(goals, ordered("plan", "from_year", "until_year")),
        file="plan.toml",
        title=_("The preventive plan"),
        about=_(
            "The plan the council itself adopts, with goals, measures and figures."
        ),
        key="title",
        order=8,
        shape=Shape.SINGLE,
        fields=(
            Text("title", _("Title"), required=True, longest=200),
            Text("about", _("About"), long=True),
            Number("from_year", _("From year"), least=2015, most=2100),
            Number("until_year", _("Until year"), least=2015, most=2100),
            Day("adopted_on", _("Adopted on")),
            Text("adopted_by", _("Adopted by")),
            Text("case", _("Case number"), longest=60),
            Text("replaces", _("Replaces")),
            Day("revise_by", _("To be revised by")),
            Text("source", _("Source"), required=True, longest=300),
            Texts("law", _("Law"), _("Keys of the law library.")),
            Rows(
                "chapters",
                _("Chapters"),
                _("Their texts lie in plan/*.md."),
                key="key",
                fields=(
                    Text("key", _("Key"), required=True, longest=60),
                    Choice(
                        "content",
                        _("What the law asks for"),
                        required=True,
                        known=CONTENTS,
                    ),
                    Text("title", _("Title"), required=True, longest=200),
                    Text("text", _("Text"), long=True, required=True),
                ),
                prose=(("", "text"),),
                heading="title",
            ),
            Rows(
                "goals",
                _("Goals"),
                key="key",
                fields=(
                    Text("key", _("Key"), required=True, longest=60),
                    Text("area", _("Focus area")),
                    Text("goal", _("Goal"), required=True, long=True),
                ),
            ),
            Rows(
                "measures",
                _("Measures"),
                key="key",
                fields=(
                    Text("key", _("Key"), required=True, longest=60),
                    Text("goal", _("Goal"), longest=60),
                    Text("area", _("Focus area")),
                    Text("measure", _("Measure"), required=True, long=True),
                    Text("responsible", _("Responsible"), longest=300),
                    Text("when", _("When"), longest=200),
                    Choice("state", _("State"), known=STATES, default="planned"),
                ),
            ),
            Rows(
                "figures",
                _("Figures the plan rests on"),
                fields=(
                    Text("name", _("Name"), required=True, longest=300),
                    Text("value", _("Value"), required=True, longest=60),
                    Text("year", _("Year"), longest=20),
                    Text("compared", _("Compared with")),
                    Text("source", _("Source"), required=True, longest=300),
                ),
            ),
            Rows(
                "words",
                _("Words the plan defines"),
                key="word",
                fields=(
                    Text("word", _("Word"), required=True),
                    Text("means", _("Means"), required=True, long=True),
                ),
            ),
            Rows(
                "superseded",
                _("References that have been replaced since"),
                _("What the plan cites, and the provision that applies now."),
                fields=(
                    Text("cites", _("Cites"), required=True),
                    Text(
                        "now",
                        _("Now"),
                        _("Key of the law library."),
                        required=True,
                        longest=60,
                    ),
                ),
            ),
        ),
    )
)
