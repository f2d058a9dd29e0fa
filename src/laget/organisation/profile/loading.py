"""Making the database say what a profile says: adds and updates, never deletes."""

from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from laget.organisation.models import Municipality, Service, Team, Unit
from laget.organisation.profile import parts
from laget.organisation.profile.reading import ProfileError
from laget.organisation.profile.rows import same
from laget.organisation.profile.sections import Profile, ServiceFacts, read_profile

SHARED = "shared"


@transaction.atomic
def load_folders(folders: Sequence[Path]) -> list[Municipality]:
    """Load all the folders or none. What all share is loaded first.

    Municipalities come before services, so that a service may name any of them.
    Raises ProfileError when a file is wrong; then nothing has been changed.
    """
    places = [folder for folder in folders if folder.name != SHARED]
    profiles = [read_profile(folder) for folder in places]
    for folder in folders:
        if folder.name == SHARED:
            parts.load_shared_parts(folder)
    loaded = [load_municipality(profile) for profile in profiles]
    for profile, municipality in zip(profiles, loaded, strict=True):
        load_organisation(profile, municipality)
        parts.load_parts(profile, municipality)
    return loaded


@transaction.atomic
def load(profile: Profile) -> Municipality:
    """Load one municipality whose neighbours are already loaded."""
    municipality = load_municipality(profile)
    load_organisation(profile, municipality)
    parts.load_parts(profile, municipality)
    return municipality


def load_municipality(profile: Profile) -> Municipality:
    """The municipality itself, found again by its number."""
    rules = profile.rules
    return same(
        Municipality,
        {"number": profile.number},
        name=profile.name,
        language=profile.language,
        concern_days=rules.concern_days,
        consent_months=rules.consent_months,
        own_consent_age=rules.own_consent_age,
        own_consent_law=f"{rules.own_consent_law} ({rules.own_consent_law_date})",
        small_number_threshold=rules.small_number_threshold,
        emergency_phone=profile.night_phone,
    )


def load_organisation(profile: Profile, municipality: Municipality) -> None:
    for service in profile.services:
        _load_service(profile, municipality, service)
    for team in profile.teams:
        unit = _unit_of(municipality, team.unit) if team.unit else None
        same(
            Team,
            {"municipality": municipality, "name": team.name},
            kind=team.kind,
            mandate=team.mandate,
            unit=unit,
        )


def _load_service(profile: Profile, host: Municipality, facts: ServiceFacts) -> None:
    service = same(
        Service,
        {"host": host, "name": facts.name},
        kind=facts.kind,
        arena=facts.arena,
        phone=facts.phone,
        about=facts.about,
    )
    served = Municipality.objects.filter(name__in=facts.municipalities)
    if served.count() != len(facts.municipalities):
        place = f"{profile.folder.name}/services.toml, {facts.name}, municipalities"
        raise ProfileError(place, "Load the municipalities it serves along with it.")
    service.municipalities.add(*served)
    here = host if len(facts.municipalities) == 1 else None
    for name in facts.units:
        same(Unit, {"service": service, "name": name}, municipality=here)


def _unit_of(municipality: Municipality, name: str) -> Unit:
    return Unit.objects.get(name=name, service__host=municipality)
