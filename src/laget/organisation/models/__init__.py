"""Who serves whom. No secrets here: what opens a child's records is taking part."""

from laget.organisation.models.law import Provision, Standing
from laget.organisation.models.municipality import Municipality, PlaceOnTheWeb
from laget.organisation.models.profile import (
    Profile,
    ProfileItem,
    ProfileVersion,
    Upload,
)
from laget.organisation.models.service import (
    OWN_ARENAS,
    Kind,
    Presence,
    Service,
    Unit,
)
from laget.organisation.models.team import Team, TeamKind, TeamMember, TeamType
from laget.organisation.models.work import (
    Appointment,
    Employment,
    EmploymentQuerySet,
    Trust,
)

__all__ = [
    "Appointment",
    "Employment",
    "EmploymentQuerySet",
    "Kind",
    "Municipality",
    "OWN_ARENAS",
    "PlaceOnTheWeb",
    "Presence",
    "Profile",
    "ProfileItem",
    "ProfileVersion",
    "Provision",
    "Service",
    "Standing",
    "Team",
    "TeamKind",
    "TeamMember",
    "TeamType",
    "Trust",
    "Unit",
    "Upload",
]
