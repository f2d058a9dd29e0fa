"""Trust somebody with a municipality's own task. Run as the database's owner."""

from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.db.models import Model, QuerySet

from laget.accounts.models import User
from laget.kernel import clock
from laget.organisation.models import Appointment, Employment, Municipality, Trust

Found = TypeVar("Found", bound=Model)
LYING = {
    Trust.TRIAGE: (
        "SELECT count(*) FROM intake_helprequest WHERE municipality_id = %s"
        " AND closed_at IS NULL AND employment_id IS NULL",
        "requests for help lie in triage",
    ),
    Trust.PRIVACY: (
        "SELECT count(*) FROM inquiries_inquiry WHERE municipality_id = %s"
        " AND answered_at IS NULL",
        "families wait for an answer",
    ),
}


class Command(BaseCommand):
    help = (
        "Let somebody who works here edit the municipality's profile (administrator)"
        ", answer those who ask for help (triage), or be data-protection officer"
        " for families who wonder who has looked (privacy)"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="USERNAME")
        parser.add_argument("municipality", metavar="MUNICIPALITY")
        parser.add_argument("trust", choices=Trust.values, metavar="TRUST")
        parser.add_argument("--end", action="store_true", help="take it back")

    def handle(self, **options: Any) -> str:
        user = _found(User.objects.filter(username=options["username"]), "person")
        place = _place(options["municipality"])
        trust = Trust(options["trust"])
        do = _end if options["end"] else _begin
        return do(user, place, trust)


def _begin(user: User, place: Municipality, trust: Trust) -> str:
    if not Employment.objects.current().filter(user=user).exists():
        raise CommandError(f"{user} works nowhere here. It counts only while one does.")
    now = Appointment.objects.of(user, trust)
    _, is_new = now.get_or_create(
        municipality=place, defaults={"user": user, "trust": trust}
    )
    return f"{user}: {trust} for {place}" + ("" if is_new else " already")


def _end(user: User, place: Municipality, trust: Trust) -> str:
    mine = Appointment.objects.of(user, trust).filter(municipality=place)
    others = Appointment.objects.current().filter(municipality=place, trust=trust)
    working = Employment.objects.current().values("user")
    is_last = not others.exclude(user=user).filter(user__in=working).exists()
    if is_last and trust in LYING and (lying := _lying(place, trust)):
        raise CommandError(
            f"{lying} {LYING[trust][1]}, and nobody else would see them."
            " Appoint somebody else first."
        )
    if not mine.update(ended_at=clock.now()):
        raise CommandError(f"{user} is not {trust} for {place}.")
    return f"{user}: no longer {trust} for {place}"


def _lying(place: Municipality, trust: Trust) -> int:
    with connection.cursor() as cursor:
        cursor.execute(LYING[trust][0], [place.pk])
        return int(cursor.fetchone()[0])


def _place(word: str) -> Municipality:
    every = Municipality.objects.in_use()
    by_name = every.filter(name__iexact=word)
    return _found(by_name if by_name.exists() else every.filter(slug=word), "place")


def _found(among: QuerySet[Found], what: str) -> Found:
    one = among.first()
    if one is None:
        raise CommandError(f"There is no such {what} here.")
    return one
