"""What every action in a log begins with: hold the log, and see that it is open."""

from datetime import date

from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.children.models import Child
from laget.consents.models import Consent
from laget.kernel import Overtaken, RuleBroken, clock
from laget.logs.joining import team
from laget.logs.models import Entry, Goal, Intervention, Log
from laget.organisation.models import Employment, Unit


def lock_open(log: Log) -> None:
    """Nothing is done in a log that is closed, or being closed.

    Raises RuleBroken also where the sight of it has ended in the meantime.
    """
    try:
        log.lock()
    except Log.DoesNotExist as gone:
        raise RuleBroken(_("You can no longer see this log.")) from gone
    if not log.is_open:
        raise RuleBroken(_("The log is closed."))


def must_be_on_team(log: Log, user: User) -> None:
    """Who owns something in a log is on its team, and can see it today."""
    if user.pk not in {job.user_id for job in team(log)}:
        raise RuleBroken(_("The one who is responsible must be on the team."))


def must_have_basis(child: Child, unit: Unit, employment: Employment) -> None:
    """Help in one's own unit needs no consent; any other service needs it, now."""
    if employment.unit_id == unit.pk:
        return
    service = employment.unit.service_id
    if not Consent.objects.standing().filter(child=child, service=service).exists():
        raise RuleBroken(
            _("The family has not said yes to this service. Ask for consent first.")
        )


def must_not_be_family(child: Child, user: User) -> None:
    """Nobody works with their own child: as family one sees the family's pages only."""
    family = child.account_id == user.pk or child.guardianships.filter(user=user)
    if family:
        raise RuleBroken(_("This person is the child's own family."))


def must_be_to_come(on: date) -> None:
    """A next date is today or later."""
    if on < clock.today():
        raise RuleBroken(_("The next date has passed already. Choose one to come."))


def must_be_latest(
    record: Goal | Intervention | Entry, version: int, **mine: object
) -> None:
    """Raises Overtaken when somebody saved this after it was opened for writing."""
    if record.version != version:
        raise Overtaken(record, dict(mine))
