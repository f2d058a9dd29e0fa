"""The standing cast: two municipalities, their services and people, in every test.

The application may read the registers and not change them, so the owner writes these
once a run, and no test does. Named for their part; `tests/cast.py` has the fixtures.
"""

from laget.accounts.models import User
from laget.organisation.models import (
    Appointment,
    Employment,
    Kind,
    Municipality,
    Profile,
    Service,
    Team,
    TeamKind,
    TeamMember,
    Trust,
    Unit,
)
from tests import (
    standing_catalogue,
    standing_forms,
    standing_guide,
    standing_offers,
)

# username: (name, unit, post, leads)
PEOPLE = {
    "holder": ("Kari Lund", "Lia barnehage", "pedagogisk leder", False),
    "colleague": ("Per Moe", "Lia barnehage", "barnehagelærer", False),
    "leader": ("Liv Berg", "Lia barnehage", "styrer", True),
    "nurse": ("Ola Dahl", "Helsestasjonen", "helsesykepleier", False),
    "adviser": ("Berit Vik", "PPT Dalane", "pedagogisk-psykologisk rådgiver", False),
    "caseworker": ("Nils Aas", "Barnevernet", "kontaktperson", False),
    "teacher": ("Anne Ås", "Fjell skole", "kontaktlærer", False),
    "rector": ("Rolf Øye", "Fjell skole", "rektor", True),
    "administrator": ("Guro Nes", "Helsestasjonen", "rådgiver", False),
    "helper": ("Eli Nes", "Familiesenteret", "familieveileder", False),
    "second_helper": ("Arne Rud", "Familiesenteret", "familieveileder", False),
    "help_leader": ("Grete Sol", "Familiesenteret", "leder", True),
    "triage": ("Tone Mo", "Servicetorget", "koordinator", False),
    "triage_leader": ("Unn Li", "Servicetorget", "leder", True),
    "privacy": ("Dag Lien", "Servicetorget", "personvernombud", False),
    "stranger": ("Siri Holm", "Strand barnehage", "pedagogisk leder", False),
    "stranger_leader": ("Tor Lie", "Strand barnehage", "styrer", True),
}
TRIAGE = {"triage": "Bygdevik", "stranger_leader": "Fjordby"}
TAKE_REQUESTS = ("Familiesenter", "Helsestasjon", "PPT")
PRIVACY = {"privacy": "Bygdevik"}
WITHOUT_WORK = {
    "guardian": "Maria Sand",
    "father": "Ivar Sand",
    "barred": "Jon Sand",
    "youth": "Nora Sand",
    "doctor": "Hanne Bru",
}


def build(using: str) -> None:
    """Write it down, through the owner's connection."""
    bygdevik = _municipality("Bygdevik", "4299", using)
    fjordby = _municipality("Fjordby", "4298", using)
    _services(bygdevik, fjordby, using)
    _people(using)
    _team(bygdevik, using)
    _profile(bygdevik, using)
    standing_guide.build(bygdevik, using)
    standing_catalogue.build(bygdevik, fjordby, using)
    standing_forms.build(bygdevik, fjordby, using)
    standing_offers.build(bygdevik, fjordby, using)


def _people(using: str) -> None:
    for username, (name, unit, post, leads) in PEOPLE.items():
        Employment.objects.using(using).create(
            user=_user(username, name, using),
            unit=Unit.objects.using(using).get(name=unit),
            post=post,
            is_leader=leads,
        )
    for username, name in WITHOUT_WORK.items():
        _user(username, name, using)
    for trust, trusted in ((Trust.TRIAGE, TRIAGE), (Trust.PRIVACY, PRIVACY)):
        for username, place in trusted.items():
            Appointment.objects.using(using).create(
                user=User.objects.using(using).get(username=username),
                municipality=Municipality.objects.using(using).get(name=place),
                trust=trust,
            )


def _services(bygdevik: Municipality, fjordby: Municipality, using: str) -> None:
    both = [bygdevik, fjordby]
    _service("Barnehagene", Kind.KINDERGARTEN, [bygdevik], "Lia barnehage", using)
    _service("Skolene", Kind.SCHOOL, [bygdevik], "Fjell skole", using)
    _service("Helsestasjon", Kind.HEALTH, [bygdevik], "Helsestasjonen", using)
    _service("PPT", Kind.PPT, both, "PPT Dalane", using)
    _service("Barnevern", Kind.CHILD_WELFARE, both, "Barnevernet", using)
    _service("Familiesenter", Kind.MENTAL_HEALTH, [bygdevik], "Familiesenteret", using)
    _service("Innbyggertjenester", Kind.OTHER, [bygdevik], "Servicetorget", using)
    taking = Service.objects.using(using).filter(name__in=TAKE_REQUESTS)
    taking.update(takes_requests=True)
    _service("Barnehagene", Kind.KINDERGARTEN, [fjordby], "Strand barnehage", using)


def _municipality(name: str, number: str, using: str) -> Municipality:
    law = "pasient- og brukerrettighetsloven § 4-3"
    return Municipality.objects.using(using).create(
        name=name,
        slug=name.lower(),
        number=number,
        own_consent_age=16,
        own_consent_law=law,
    )


def _service(
    name: str, kind: Kind, places: list[Municipality], unit: str, using: str
) -> None:
    service = Service.objects.using(using).create(name=name, kind=kind, host=places[0])
    service.municipalities.set(places)
    Unit.objects.using(using).create(name=unit, service=service, municipality=places[0])


def _user(username: str, name: str, using: str) -> User:
    return User.objects.using(using).create(username=username, name=name)


def _profile(place: Municipality, using: str) -> None:
    """The municipality's own words may be edited, by the one it has appointed."""
    Profile.objects.using(using).create(name=place.slug, municipality=place)
    Appointment.objects.using(using).create(
        user=User.objects.using(using).get(username="administrator"),
        municipality=place,
        trust=Trust.ADMINISTRATOR,
    )


def _team(place: Municipality, using: str) -> None:
    team = Team.objects.using(using).create(
        name="Ressursteamet", kind=TeamKind.CORE_GROUP, municipality=place
    )
    for username in ("adviser", "nurse"):
        job = Employment.objects.using(using).get(user__username=username)
        TeamMember.objects.using(using).create(team=team, employment=job)
