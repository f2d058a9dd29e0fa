"""Print the head of the chain, to be kept where nobody can change it with the rest."""

from typing import Any

from django.core.management.base import BaseCommand

from laget.audit import chain
from laget.kernel import clock


class Command(BaseCommand):
    help = "The last line's number and hash, to be kept apart."

    def handle(self, *args: Any, **options: Any) -> str:
        return f"{chain.latest()} {clock.now().isoformat(timespec='seconds')}"
