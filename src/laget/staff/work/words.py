"""Words that several of these pages say."""

from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from laget.concerns.models import Heard
from laget.guide.models import Level
from laget.organisation.models import Municipality

HEARD = [
    (Heard.TALK, _("In a talk with the child")),
    (Heard.REPRESENTATIVE, _("Through somebody the child trusts")),
    (Heard.OBSERVATION, _("By watching how the child is and what it does")),
    (Heard.OTHER, _("In other ways: drawing, play, signs, pictures")),
    (Heard.NOT_GIVEN, _("The child has not been given the opportunity")),
    (Heard.DID_NOT_WISH, _("The child did not wish to say anything")),
]
HEARD_WORDS = dict(HEARD)


def level_names(municipality: Municipality) -> dict[int, str]:
    """What the municipality calls each level; our plain words where it says nothing."""
    plain = {
        1: _g("1 Follow-up in the own unit"),
        2: _g("2 Shared log with others"),
        3: _g("3 Shared log, several services"),
    }
    named = {level.level: str(level) for level in Level.objects.of(municipality)}
    return plain | {k: v for k, v in named.items() if k in plain}
