"""What must hold of the programmes that a municipality says it has."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from laget.catalogue.models import Status
from laget.kernel import clock
from laget.organisation.profile.declaring import Fault, Whole


def reviews(whole: Whole) -> Iterator[Fault]:
    """A programme is looked over by its date: then one can trust what it says."""
    today = clock.today()
    for item in whole.all("programmes"):
        due = item.facts["review_on"]
        ended = item.facts["status"] == Status.ENDED
        if due and not ended and date.fromisoformat(due) < today:
            said = _("This should have been looked over by {day}: look, then move it.")
            place = item.at("review_on")
            yield Fault(place, said.format(day=due), is_warning=True)
