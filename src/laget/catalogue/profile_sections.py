"""The catalogue's part of a profile: programmes, and the needs they answer."""

from django.utils.translation import gettext_lazy as _

from laget.catalogue.models import Arena, Referral, Sort, Status, Tier
from laget.catalogue.profile import share_needs, write_programmes
from laget.catalogue.profile_checks import reviews
from laget.organisation.profile.declaring import Section, declare
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Day,
    Group,
    Link,
    Links,
    Number,
    Text,
    Yes,
)
from laget.organisation.profile.ordering import ordered

PROGRAMMES = declare(
    Section(
        name="programmes",
        write=write_programmes,
        checks=(reviews, ordered("programmes", "age_from", "age_to")),
        file="programmes.toml",
        title=_("Programmes and offers"),
        about=_(
            "What exists for children and families, for all, for some and for a few."
        ),
        key="name",
        order=4,
        fields=(
            Text("name", _("Name"), required=True, longest=150),
            Text("was", _("Called before"), longest=150),
            Choice("sort", _("Sort"), known=tuple(Sort.choices), default="programme"),
            Text(
                "about",
                _("About"),
                _("In plain words to families."),
                long=True,
                required=True,
            ),
            Choices(
                "tiers",
                _("For whom"),
                _("Green for all, yellow for some, red for a few."),
                required=True,
                known=tuple(Tier.choices),
            ),
            Number(
                "age_from",
                _("From age"),
                _("Whole years; -1 is from pregnancy."),
                required=True,
                least=-1,
                most=99,
            ),
            Number("age_to", _("To age"), required=True, least=-1, most=120),
            Text("for_whom", _("For whom, in words"), longest=200),
            Choices("arenas", _("Protective arenas"), known=tuple(Arena.choices)),
            Links(
                "needs",
                _("Needs it answers"),
                _("Codes of the Knowledge Model."),
                to="needs",
            ),
            Text("place", _("Where"), longest=200),
            Link("service", _("Service"), to="services"),
            Text(
                "responsible",
                _("Responsible"),
                _("The role, never a person's name."),
                longest=200,
            ),
            Text("how_to_start", _("How to start"), long=True),
            Choice(
                "referral",
                _("How one gets in"),
                known=tuple(Referral.choices),
                default="none",
            ),
            Text("cost", _("Cost"), longest=100),
            Text("capacity", _("Capacity"), longest=100),
            Day("next_start", _("Begins next on")),
            Choice("status", _("Status"), required=True, known=tuple(Status.choices)),
            Group(
                "evidence",
                _("What a named source has found"),
                _("The source's own words, with year: never our claim."),
                fields=(
                    Text("level", _("Level"), required=True, longest=100),
                    Text("source", _("Source"), required=True),
                    Number("year", _("Year"), required=True, least=1990, most=2100),
                ),
            ),
            Text("web", _("Address on the web"), longest=500, web=True),
            Yes("own", _("The municipality's own"), default=True),
            Yes("public", _("Shown to everyone"), default=True),
            Text("source", _("Where we have it from"), required=True),
            Day("checked_on", _("Last looked over"), required=True),
            Day("review_on", _("Look over again")),
        ),
    )
)
NEEDS = declare(
    Section(
        name="needs",
        share=share_needs,
        file="needs.toml",
        title=_("Needs"),
        about=_("The Knowledge Model's codes: a filter and a word, never a score."),
        key="code",
        order=0,
        fields=(
            Text("code", _("Code"), required=True, longest=10),
            Text("nb", "Bokmål", required=True),
            Text("nn", "Nynorsk", required=True),
            Text("en", "English", required=True),
        ),
    )
)
