"""Let somebody in the family see what was held back."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import children as child_rules
from laget.access import door
from laget.access import shields as may
from laget.audit.models import note
from laget.children import actions
from laget.children.models import Shield
from laget.staff.shields.words import from_whom
from laget.web.forms import Once
from laget.web.page import PageRequest, back_to, page


@door.one(may.LIFT)
def lift(request: PageRequest, shield: Shield) -> HttpResponse:
    """First it is said what they will see then; there is no way back from read."""
    if request.method != "POST":
        note(str(child_rules.READ), shield.child)  # as a look at the child's page
        shown = {
            "shield": shield,
            "child": shield.child,
            "whom": from_whom(shield),
            "form": Once(),
        }
        return page(request, "staff/shields/lift.html", shown)
    actions.lift(shield, by=request.user)
    said = _("They can read it from now on.")
    return back_to(request, "child", child_id=shield.child_id, said=said)
