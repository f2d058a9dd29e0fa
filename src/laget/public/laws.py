"""References to law as our library has them: with their standing, never as advice."""

from collections.abc import Iterable
from dataclasses import dataclass

from laget.organisation.models import Provision, Standing


@dataclass(frozen=True)
class Cited:
    """One reference: a provision in the library, or the plan's own words."""

    text: str
    provision: Provision | None = None
    now: Provision | None = None

    @property
    def is_in_force(self) -> bool:
        provision = self.provision
        return provision is None or provision.standing == Standing.IN_FORCE


class Library:
    """The newest version of each provision that some page refers to. One query."""

    def __init__(self, keys: Iterable[str]) -> None:
        wanted = set(keys)
        found = Provision.objects.filter(key__in=wanted).order_by("version")
        self.known = {each.key: each for each in found}
        missing = {p.replaced_by for p in self.known.values()} - {*self.known, ""}
        if missing:
            more = Provision.objects.filter(key__in=missing).order_by("version")
            self.known |= {each.key: each for each in more}

    def cited(self, keys: Iterable[str]) -> list[Cited]:
        """The references in their order; what is no key is a reference in words."""
        return [self.one(key) for key in keys]

    def one(self, key: str) -> Cited:
        provision = self.known.get(key)
        if provision is None:
            return Cited(key)
        now = self.known.get(provision.replaced_by)
        return Cited(str(provision), provision, now)
