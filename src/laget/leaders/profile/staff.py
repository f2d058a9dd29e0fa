"""People who work here, from a spreadsheet: who, where, as what, and who leads.

What it opens is little: working in a unit shows no child. A person is known by the
address they log in with. Nobody is taken away by being left out of the table; their
leader ends the work.
"""

from collections.abc import Iterator, Sequence

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.leaders.profile.tables import SAYING_YES, Line
from laget.organisation.models import Employment, Municipality, Unit
from laget.organisation.profile import spreadsheets
from laget.organisation.profile.declaring import Facts
from laget.organisation.profile.spreadsheets import Row
from laget.organisation.profile.write_services import services_of


def heads() -> dict[str, str]:
    """The columns, by what they mean."""
    return {
        "name": _("Name"),
        "email": _("E-mail they log in with"),
        "unit": _("Unit"),
        "post": _("Post"),
        "leads": _("Leads the unit"),
    }


def template(municipality: Municipality) -> bytes:
    helps = (
        _("First name and surname."),
        _("The address is what the person is known by."),
        _("The unit's name, as it stands among the units."),
        _("Such as teacher or health nurse."),
        _("yes or no"),
    )
    rows = [_cells(job) for job in _jobs(municipality).values()]
    return spreadsheets.write([*heads().values()], helps, rows)


def lines(municipality: Municipality, rows: Sequence[Row]) -> list[Line]:
    """What each row would do. The same person in the same unit twice is a fault."""
    jobs, seen = _jobs(municipality), set[tuple[str, str]]()
    units = {unit.name: unit for unit in _units(municipality)}
    found = []
    for row in rows:
        line = _line(row, jobs, units)
        who = (str(line.facts["email"]), str(line.facts["unit"]))
        if who in seen:
            line.errors.append(_("This person stands in the table already."))
        seen.add(who)
        found.append(line)
    return found


def _line(
    row: Row, jobs: dict[tuple[str, str], Employment], units: dict[str, Unit]
) -> Line:
    facts = _facts(row)
    line = Line(row.number, str(facts["name"]), facts)
    line.errors += _wrong(facts, units)
    job = jobs.get((str(facts["email"]), str(facts["unit"])))
    line.is_new = job is None
    if job:
        now = {"post": job.post, "leads": job.is_leader, "name": job.user.name}
        line.is_same = all(facts[mean] == fact for mean, fact in now.items())
    if job and not line.is_same:
        line.errors.append(
            _("Works there already, as something else. Their leader changes that.")
        )
    return line


def _facts(row: Row) -> Facts:
    said = {mean: row.cells.get(head, "").strip() for mean, head in heads().items()}
    yes = said["leads"].casefold() in SAYING_YES | {_("yes").casefold()}
    return {**said, "email": said["email"].casefold(), "leads": yes}


def _wrong(facts: Facts, units: dict[str, Unit]) -> Iterator[str]:
    if not facts["name"]:
        yield _("The name is missing.")
    if not facts["post"]:
        yield _("The post is missing.")
    if facts["unit"] not in units:
        said = _("There is no unit called “%(name)s” here.")
        yield said % {"name": facts["unit"][:60]}
    try:
        validate_email(facts["email"])
    except ValidationError:
        yield _("The e-mail address is not complete.")


@transaction.atomic
def take_in(municipality: Municipality, todo: Sequence[Line]) -> None:
    """Register those who are new, and where they work."""
    units = {unit.name: unit for unit in _units(municipality)}
    for line in todo:
        facts = line.facts
        user = User.objects.filter(username=facts["email"]).first()
        Employment.objects.create(
            user=user or _new(facts, municipality),
            unit=units[facts["unit"]],
            post=facts["post"],
            is_leader=facts["leads"],
        )


def _new(facts: Facts, municipality: Municipality) -> User:
    """Someone new here; the pages speak to them in the municipality's language."""
    language = municipality.language
    return User.objects.add(facts["email"], facts["name"], language=language)


def _units(municipality: Municipality) -> list[Unit]:
    """Those of the services it runs itself: a shared office's people are its host's."""
    own = [s for s in services_of(municipality).values() if s.host == municipality]
    return list(Unit.objects.filter(service__in=own, is_ended=False))


def _jobs(municipality: Municipality) -> dict[tuple[str, str], Employment]:
    found = Employment.objects.current().filter(unit__in=_units(municipality))
    known = found.select_related("user", "unit").order_by("unit__name", "user__name")
    return {(job.user.username, job.unit.name): job for job in known}


def _cells(job: Employment) -> list[str]:
    leads = _("yes") if job.is_leader else _("no")
    return [job.user.name, job.user.username, job.unit.name, job.post, leads]
