"""The guide's part of a profile: guides with levels and steps; and the factors."""

from dataclasses import replace

from django.utils.translation import gettext_lazy as _

from laget.guide.models import Audience, Factor, Subject, Verb
from laget.guide.profile import share_factors, write_contacts, write_guides
from laget.guide.profile_checks import (
    deadlines,
    levels,
    shared_guide,
    verbs,
    ways,
)
from laget.organisation.profile.declaring import Section, Shape, declare
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Day,
    Field,
    Links,
    Number,
    Rows,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.municipality import CONTACTS
from laget.organisation.profile.ordering import ordered
from laget.organisation.profile.services import KINDS

EVENTS = (
    ("concern_written", _("the concern was written down")),
    ("concern_shared", _("the concern was shared")),
    ("talked", _("the conversation with the guardians")),
    ("decided", _("it was decided what to do")),
    ("consent_asked", _("the family was asked for consent")),
    ("consent_given", _("the family consented")),
    ("log_opened", _("the log was opened")),
    ("goals_agreed", _("goals were agreed on")),
    ("reviewed", _("the last review")),
    ("level_raised", _("the level was raised")),
    ("request_received", _("a request for help was received")),
    ("report_sent", _("a report was sent to child welfare")),
    ("meeting_held", _("a meeting was held")),
    ("birth", _("the birth")),
    ("school_start", _("school begins")),
    ("other", _("something else")),
)
UNITS_OF_TIME = (
    ("hours", _("hours")),
    ("days", _("days")),
    ("workdays", _("working days")),
    ("weeks", _("weeks")),
    ("months", _("months")),
)
CONCERNS = (
    ("any", _("Any concern")),
    ("wellbeing", _("How the child is doing")),
    ("learning", _("Language and learning")),
    ("behaviour", _("What the child does")),
    ("health", _("Health")),
    ("home", _("Conditions at home")),
    ("absence", _("Absence from school")),
    ("bullying", _("Bullying and school environment")),
    ("substances", _("Alcohol and drugs")),
    ("crime", _("Crime")),
    ("violence", _("Violence and abuse")),
    ("crisis", _("Crisis, loss or illness in the family")),
)
DEADLINES = Rows(
    "deadlines",
    _("Deadlines"),
    _("A range counted from an event; perhaps only for some kinds of case."),
    fields=(
        Number("at_least", _("At the earliest after"), least=0, most=1000),
        Number("at_most", _("At the latest after"), required=True, least=0, most=1000),
        Choice("unit", _("Unit of time"), required=True, known=UNITS_OF_TIME),
        Choice("from", _("Counted from"), required=True, known=EVENTS),
        Text("from_words", _("Counted from, in own words"), longest=150),
        Choice("concern", _("Only for"), known=CONCERNS),
    ),
)
WAYS = Rows(
    "next",
    _("Where it may lead"),
    fields=(
        Text("to", _("To step"), required=True, longest=30),
        Text("when", _("When"), required=True, longest=200),
        Choices("concerns", _("Only for"), known=CONCERNS),
    ),
)
STEP: tuple[Field, ...] = (
    Text(
        "key",
        _("Key"),
        _("Tells the step apart in this guide."),
        required=True,
        longest=30,
    ),
    Text("number", _("Number"), _("Shown; the key when left out."), longest=20),
    Text("level", _("On level"), required=True, longest=30),
    Text("title", _("Title"), required=True, longest=200),
    Text("what", _("What"), long=True, required=True),
    Text("how", _("How"), long=True),
    Text("who", _("Who"), long=True),
    Choice(
        "verb",
        _("What Laget does here"),
        known=tuple((verb.value, verb.value) for verb in Verb),
    ),
    Texts("tools", _("Tools")),
    Links("forms", _("Forms"), to="forms"),
    Choices("services", _("Only for"), known=KINDS),
    Text("rule", _("Rule"), long=True),
    DEADLINES,
    Texts("law", _("Law"), _("Keys of the law library, or a reference in words.")),
    Yes("outside", _("Done by a body outside, which may return the case")),
    WAYS,
)
PROSE = (
    ("Hva", "what"),
    ("Hvordan", "how"),
    ("Hvem", "who"),
    ("Kva", "what"),
    ("Korleis", "how"),
    ("Kven", "who"),
)
declare(replace(CONTACTS, write=write_contacts))  # numbers stand beside the steps
GUIDES = declare(
    Section(
        name="guides",
        write=write_guides,
        checks=(
            levels,
            ways,
            deadlines,
            verbs,
            shared_guide,
            ordered("guides", "valid_from", "valid_until"),
        ),
        file="guides/*.toml",
        title=_("Action guides"),
        about=_("What to do now, step by step: a graph, not a corridor."),
        key="key",
        order=7,
        shape=Shape.FILES,
        fields=(
            Text("title", _("Title"), required=True, longest=150),
            Text("about", _("About"), long=True),
            Choice(
                "audience",
                _("For whom"),
                known=tuple(Audience.choices),
                default=Audience.STAFF.value,
            ),
            Choices("services", _("Only for services of kind"), known=KINDS),
            Choice(
                "subject",
                _("About whom"),
                known=tuple(Subject.choices),
                default=Subject.CHILD.value,
            ),
            Day("valid_from", _("In force from")),
            Day("valid_until", _("In force until")),
            Text("source", _("Source"), required=True),
            Text("start", _("First step"), _("Every step is reached from here.")),
            Rows(
                "levels",
                _("Levels"),
                key="key",
                required=True,
                fields=(
                    Text(
                        "key",
                        _("Key"),
                        _("Such as 0, A or Box 1."),
                        required=True,
                        longest=30,
                    ),
                    Text("name", _("Name"), required=True, longest=100),
                    Number(
                        "level",
                        _("Co-operation"),
                        _("0 clarification, 1 own unit, 2 with one more, 3 several."),
                        required=True,
                        least=0,
                        most=3,
                    ),
                    Text("about", _("About"), long=True),
                    Text(
                        "time",
                        _("Time"),
                        _("How long one stays here, in words."),
                        longest=100,
                    ),
                ),
            ),
            Rows(
                "steps",
                _("Steps"),
                key="key",
                required=True,
                fields=STEP,
                prose=PROSE,
                heading="title",
            ),
        ),
    )
)
FACTORS = declare(
    Section(
        name="factors",
        share=share_factors,
        file="factors.toml",
        title=_("Risk and protection"),
        about=_("A memory aid, the same for all; never a score."),
        key="code",
        order=0,
        fields=(
            Text("code", _("Code"), required=True, longest=10),
            Choice("side", _("Side"), required=True, known=tuple(Factor.Side.choices)),
            Choice(
                "group", _("Group"), required=True, known=tuple(Factor.Group.choices)
            ),
            Text("nb", "Bokmål", required=True),
            Text("nn", "Nynorsk", required=True),
            Text("en", "English", required=True),
            Text("source", _("Source"), required=True),
        ),
    )
)
