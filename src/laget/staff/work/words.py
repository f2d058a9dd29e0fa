"""Words that several of these pages say."""

from django.utils.translation import gettext as _

from laget.guide.models import Level
from laget.organisation.models import Municipality


def level_names(municipality: Municipality) -> dict[int, str]:
    """What the municipality calls each level; our plain words where it says nothing."""
    plain = {
        1: _("1 Follow-up in the own unit"),
        2: _("2 Shared log with others"),
        3: _("3 Shared log, several services"),
    }
    levels = reversed(Level.objects.of(municipality))
    return plain | {one.level: str(one) for one in levels if one.level in plain}
