"""What only whoever runs the installation does to an account. Run as the owner."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from laget.accounts.models import End, Session, User
from laget.accounts.sessions import end
from laget.kernel import encryption, identity

DEEDS = ("close", "open", "forget", "number")


class Command(BaseCommand):
    help = (
        "close or open an account; forget which log-in it belongs to; or give it the"
        " national identity number that is read from standard input. USERNAME - means"
        " the account with the number on the first line of standard input"
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", metavar="USERNAME")
        parser.add_argument("deed", choices=DEEDS)

    @transaction.atomic
    def handle(self, **options: Any) -> str:
        user, deed = _whose(options["username"]), options["deed"]
        if deed in {"close", "open"}:
            user.is_active = deed == "open"
        elif deed == "forget":
            user.identities.all().delete()
        else:
            user.put_number(_number())
        user.save()
        ended = end(Session.objects.filter(user=user), End.ELSEWHERE)
        return f"Done. Sessions ended: {ended}."


def _whose(username: str) -> User:
    by_number = username == "-"
    wanted = {"nin_index": encryption.index(_number())} if by_number else {}
    found = User.objects.filter(**wanted or {"username": username}).first()
    if found is None:
        raise CommandError("There is no such account.")
    return found


def _number() -> str:
    """Never an argument: those stand in the machine's list of what runs."""
    number = identity.only_digits(sys.stdin.readline().strip())
    if not identity.is_valid(number):
        raise CommandError("That cannot be a national identity number.")
    return number
