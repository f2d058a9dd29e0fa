"""Whom to log in as, and what each is good for."""

from typing import Any

from django.core.management.base import BaseCommand

from laget.demonstration.story import people, to_try


class Command(BaseCommand):
    help = "Print whom to log in as in the demonstration"

    def handle(self, **options: Any) -> str:
        names = {person.key: person for person in people()}
        lines = []
        for each in to_try():
            person = names[each["who"]]
            lines.append(f"{person.name}, {person.post}\n    {each['why']}")
        return "\n".join(lines)
