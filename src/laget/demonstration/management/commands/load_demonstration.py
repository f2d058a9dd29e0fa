"""Load the invented municipality. Run as the database's owner, in a demonstration."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from laget.demonstration.loading import load
from laget.kernel import embedded

# Invented words need not survive a power cut: they would be played anew.
QUICK = "-c synchronous_commit=off -c jit=off"


class Command(BaseCommand):
    help = "Load the demonstration: invented children, people and a year of work"

    def handle(self, **options: Any) -> str:
        application = embedded.database(settings.DATA, embedded.APP)
        application["OPTIONS"]["options"] = QUICK
        deeds = load(application, timezone.localdate())
        if deeds is None:
            return "The demonstration is loaded already."
        return f"The demonstration is loaded: {deeds} deeds in a year."
