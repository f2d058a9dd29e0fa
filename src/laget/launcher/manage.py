"""`./laget manage ...`: Django's management commands, in the role each one needs."""

import os
import sys

from laget.kernel import embedded
from laget.launcher.installation import current

OWNERS = {
    "account",
    "appoint",
    "audit_verify",  # reads every line, whoever it is about
    "demonstration_people",
    "load_demonstration",
    "load_profile",
    "makemigrations",
    "migrate",
    "profile_load",
    "showmigrations",
    "sqlmigrate",
}


def main(arguments: list[str]) -> int:
    installation = current()
    installation.start_database()
    role = embedded.OWNER if set(arguments[:1]) & OWNERS else embedded.APP
    command = [sys.executable, "-m", "django", *(arguments or ["help"])]
    os.execve(command[0], command, installation.environment(role))
