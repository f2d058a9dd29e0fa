"""The columns of the kinds of question that hold more than one thing."""

from django.utils.translation import gettext_lazy as _

from laget.forms.models import Kind

PERSON = {
    "name": _("Name"),
    "role": _("Role or service"),
    "phone": _("Telephone"),
}
PLAN = {
    "number": _("No."),
    "goal": _("Goal"),
    "measure": _("Measure"),
    "who": _("Who is responsible"),
    "by_when": _("By when"),
}
COLUMNS = {Kind.PERSON: PERSON, Kind.PEOPLE: PERSON, Kind.PLAN: PLAN}
YES, NO = "yes", "no"
SAID = {YES: _("Yes"), NO: _("No")}
SAID_OF_A_SERVICE = {YES: _("Yes"), NO: _("No (a dash)")}
MOST_ROWS = 60
LONGEST_LINE, LONGEST_TEXT = 300, 10_000
LONGEST = {Kind.TEXT: LONGEST_LINE, Kind.LONG: LONGEST_TEXT}
