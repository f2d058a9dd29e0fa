"""Services, units and who is where: a profile's part about those who help."""

from django.utils.translation import gettext_lazy as _

from laget.organisation.models import Kind
from laget.organisation.profile.checks import places, somewhere
from laget.organisation.profile.declaring import Section, declare
from laget.organisation.profile.fields import (
    Choice,
    Choices,
    Link,
    Links,
    Number,
    Text,
    Texts,
    Yes,
)
from laget.organisation.profile.municipality import ARENAS
from laget.organisation.profile.ordering import ordered
from laget.organisation.profile.write_services import (
    write_presence,
    write_services,
    write_units,
)

KINDS = (
    (Kind.KINDERGARTEN, _("Kindergarten")),
    (Kind.SCHOOL, _("School")),
    (Kind.HEALTH, _("Health centre and school health")),
    (Kind.MENTAL_HEALTH, _("Mental health and family work")),
    (Kind.PPT, _("Educational-psychological service")),
    (Kind.CHILD_WELFARE, _("Child welfare")),
    (Kind.NAV, _("NAV")),
    (Kind.COORDINATION, _("Coordination")),
    (Kind.CULTURE, _("Culture and leisure")),
    (Kind.THERAPY, _("Physiotherapy and occupational therapy")),
    (Kind.DOCTOR, _("Doctor")),
    (Kind.SPECIALIST, _("Specialist services")),
    (Kind.OTHER, _("Other")),
)
DAYS = (
    ("monday", _("Monday")),
    ("tuesday", _("Tuesday")),
    ("wednesday", _("Wednesday")),
    ("thursday", _("Thursday")),
    ("friday", _("Friday")),
)

SERVICES = declare(
    Section(
        name="services",
        write=write_services,
        checks=(places, ordered("services", "age_from", "age_to")),
        file="services.toml",
        title=_("Services"),
        about=_("Who helps children and families, and how to reach them."),
        key="name",
        order=2,
        fields=(
            Text("name", _("Name"), required=True, longest=100),
            Text(
                "was",
                _("Called before"),
                _("When it has changed its name."),
                longest=100,
            ),
            Choice("kind", _("Kind"), required=True, known=KINDS),
            Choice("arena", _("Where it meets the child"), required=True, known=ARENAS),
            Text(
                "about",
                _("About"),
                _("In plain words to families."),
                long=True,
                required=True,
            ),
            Text("for_whom", _("For whom"), long=True),
            Text("role", _("Role"), _("What it does in the co-operation."), long=True),
            Text("mandate", _("Mandate"), long=True),
            Links("law", _("Legal basis"), to="laws"),
            Text("how_to_reach", _("How to reach it"), long=True),
            Text("phone", _("Telephone"), longest=30),
            Text("opening", _("Opening hours"), long=True),
            Text("web", _("Address on the web"), longest=500, web=True),
            Yes("needs_referral", _("Needs a referral")),
            Yes("takes_requests", _("Can receive requests for help")),
            Number("age_from", _("From age"), least=-1, most=99),
            Number("age_to", _("To age"), least=-1, most=120),
            Text(
                "host", _("Host municipality"), _("Who runs it, when several share it.")
            ),
            Texts("municipalities", _("Municipalities served")),
            Yes("external", _("Outside the municipality")),
            Yes("ended", _("Has ended")),
        ),
    )
)
UNITS = declare(
    Section(
        name="units",
        write=write_units,
        file="units.toml",
        title=_("Units"),
        about=_("Where people work: schools, kindergartens, offices."),
        key="name",
        order=3,
        fields=(
            Text("name", _("Name"), required=True, longest=100),
            Text("was", _("Called before"), longest=100),
            Link("service", _("Service"), required=True, to="services"),
            Text("address", _("Address"), longest=200),
            Text("phone", _("Telephone"), longest=30),
            Text("about", _("About"), long=True),
            Yes("ended", _("Has ended")),
        ),
    )
)
PRESENCE = declare(
    Section(
        name="presence",
        write=write_presence,
        checks=(somewhere,),
        file="presence.toml",
        title=_("Who is where"),
        about=_("Who is at a place on fixed days, such as the nurse at each school."),
        key="key",
        order=4,
        fields=(
            Text(
                "key", _("Key"), _("A short word that tells it apart."), required=True
            ),
            Text(
                "role", _("Who"), _("The role, never a person's name."), required=True
            ),
            Link("service", _("Service"), required=True, to="services"),
            Link("unit", _("Unit"), to="units"),
            Text("place", _("Place"), _("When it is no unit of ours."), longest=150),
            Choices("days", _("Days"), known=DAYS),
            Text("when", _("When"), longest=200),
        ),
    )
)
