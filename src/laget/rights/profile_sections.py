"""What the municipality has bound itself to offer, and when."""

from django.utils.translation import gettext_lazy as _

from laget.organisation.profile.declaring import Section, declare
from laget.organisation.profile.fields import Choice, Number, Text, Texts
from laget.rights.profile import write_offers

OCCASIONS = (
    ("help_service_joins", _("The first service outside the own unit joins")),
    ("second_help_service_joins", _("A second service outside the own unit joins")),
    ("third_help_service_joins", _("A third service outside the own unit joins")),
    ("health_services_two", _("Two or more health services help over time")),
    ("level_2", _("The log is raised to level 2")),
    ("level_3", _("The log is raised to level 3")),
    ("transition", _("The child changes kindergarten, school or service")),
)
OFFERED = (
    ("log", _("A shared log with a holder")),
    ("individual_plan", _("An individual plan with a coordinator")),
    ("child_coordinator", _("A child coordinator")),
    ("family_council", _("A family council")),
    ("meeting", _("A meeting with everyone around the child")),
    ("other", _("Something else")),
)
OFFERS = declare(
    Section(
        name="offers",
        write=write_offers,
        file="offers.toml",
        title=_("What shall be offered"),
        about=_("When something happens, a family shall be offered something."),
        key="key",
        order=6,
        fields=(
            Text("key", _("Key"), required=True, longest=60),
            Choice("when", _("When"), required=True, known=OCCASIONS),
            Choice("offer", _("What is offered"), required=True, known=OFFERED),
            Text(
                "title",
                _("Title"),
                _("What the task says."),
                required=True,
                longest=150,
            ),
            Text("how", _("How"), long=True),
            Text("who", _("Who"), longest=200),
            Number("within_days", _("Within days"), default=14, least=1, most=90),
            Texts(
                "law", _("Law"), _("Keys of the law library, or a reference in words.")
            ),
            Text(
                "local_note",
                _("Local note"),
                _("Where the plan is narrower than the act."),
                long=True,
            ),
        ),
    )
)
