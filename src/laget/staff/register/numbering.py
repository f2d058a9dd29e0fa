"""The number by which a guardian finds the child's page: written, or put right."""

from django.http import HttpResponse
from django.utils.translation import gettext as _

from laget.access import children as may
from laget.access import door
from laget.children import actions
from laget.children.models import Guardianship
from laget.kernel import RuleBroken
from laget.staff.register.guardian_forms import NumberForm
from laget.web.page import PageRequest, back_to, page


@door.one(may.NUMBER)
def number_guardian(request: PageRequest, guardianship: Guardianship) -> HttpResponse:
    """Whoever had the wrong number sees no more, from this moment."""
    form = NumberForm(request.POST or None)
    if not form.is_valid() or not _is_numbered(form, guardianship):
        told = {"child": guardianship.child, "guardian": guardianship, "form": form}
        status = 422 if form.is_bound else 200
        return page(request, "staff/register/number.html", told, status)
    said = _("The number of %(guardian)s is saved.") % {"guardian": guardianship}
    return back_to(request, "edit-child", child_id=guardianship.child_id, said=said)


def _is_numbered(form: NumberForm, guardianship: Guardianship) -> bool:
    try:
        actions.number_guardian(guardianship, number=form.cleaned_data["number"])
    except RuleBroken as broken:
        form.add_error("number", str(broken))
        return False
    return True
