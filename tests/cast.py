"""Fixtures for the standing cast, and for a child with its log.

`holder` works in the kindergarten and holds the log; `colleague` and `leader` work
there and are not on the team; `nurse` and `adviser` take part by consent (the adviser's
office serves two municipalities); `stranger` does the holder's job in the other one.
"""

from datetime import date, timedelta

import pytest
from django.test import Client

from laget.accounts.models import User
from laget.children import actions as children
from laget.concerns import actions as concerns
from laget.concerns.models import Decision, Heard
from laget.consents import actions as consents
from laget.consents.models import How, Said
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Effect, Next
from laget.organisation.models import Employment, Municipality, Service, Team, Unit
from tests.standing import PEOPLE, WITHOUT_WORK

STAFF, FAMILY = Role.STAFF, Role.FAMILY


def _person(username):
    @pytest.fixture(name=username)
    def person(db):
        return User.objects.get(username=username)

    return person


for _username in [*PEOPLE, *WITHOUT_WORK]:
    globals()[f"person_{_username}"] = _person(_username)


@pytest.fixture
def bygdevik(db):
    return Municipality.objects.get(name="Bygdevik")


@pytest.fixture
def fjordby(db):
    return Municipality.objects.get(name="Fjordby")


@pytest.fixture
def kindergarten(db):
    return Unit.objects.get(name="Lia barnehage")


@pytest.fixture
def school(db):
    return Unit.objects.get(name="Fjell skole")


@pytest.fixture
def team(db):
    return Team.objects.get(name="Ressursteamet")


@pytest.fixture
def child(holder, guardian, barred, youth, bygdevik, kindergarten):
    """Nora, five years old: two guardians decide, a third is barred from contact."""
    with acting(holder.pk, STAFF):
        return make_child(
            by=holder,
            municipality=bygdevik,
            unit=kindergarten,
            guardians=[guardian],
            barred=barred,
            account=youth,
        )


@pytest.fixture
def log(child, holder, nurse, adviser):
    """A shared log at level 2: the nurse and the adviser take part by consent."""
    with acting(holder.pk, STAFF):
        return make_log(child, holder, nurse, adviser)


@pytest.fixture
def goal(log, holder):
    with acting(holder.pk, STAFF):
        return logs.set_goal(
            log, text="Nora leker med andre", owner=holder, next_on=in_days(60), start=3
        )


@pytest.fixture
def intervention(goal, holder):
    with acting(holder.pk, STAFF):
        return logs.add_intervention(
            goal,
            text="En voksen er med i leken",
            how_we_see="Nora blir bedt med",
            owner=holder,
            review_on=in_days(30),
        )


@pytest.fixture
def concern(holder, bygdevik):
    with acting(holder.pk, STAFF):
        return make_concern(holder, bygdevik)


@pytest.fixture
def at_work(log, holder):
    """Run the test as the holder: for actions and rules, which have no request."""
    with acting(holder.pk, STAFF):
        yield


@pytest.fixture
def as_user():
    """A logged-in client; with `region`, one that asks the way htmx does."""

    def client(user, region=None):
        htmx = {"HX-Request": "true", "HX-Target": region} if region else {}
        client = Client(headers=htmx)
        client.force_login(user)
        return client

    return client


def in_days(days: int) -> date:
    return clock.today() + timedelta(days=days)


def job_of(user: User) -> Employment:
    return user.employments.select_related("unit__service", "user").get()


def make_child(
    *, by, municipality, unit=None, name="Nora Sand", guardians=(), barred=None, **facts
):
    facts.setdefault("born_on", date(clock.today().year - 5, 1, 15))
    child = children.register(
        name, municipality=municipality, unit=unit, by=by, **facts
    )
    for user in guardians:
        children.add_guardian(child, name=user.name, user=user)
    if barred:
        children.add_guardian(
            child, name=barred.name, user=barred, custody=False, barred=True
        )
    return child


def make_consent(child, service: Service, *, by, said=Said.YES, days=365):
    consent = consents.ask(
        child,
        service=service,
        topics="Lek og språk",
        expires_at=clock.now() + timedelta(days=days),
        by=by,
    )
    for guardian in consents.who_must_answer(child).everyone:
        consents.answer(
            consent,
            guardian=guardian,
            said=said,
            how=How.PAPER,
            on=clock.today(),
            by=by,
        )
    return consent


def make_log(child, *team, level=2):
    """A log with everyone's consent. Run it as the first of the team, who holds it."""
    jobs = [job_of(user) for user in team]
    for job in jobs[1:]:
        make_consent(child, job.unit.service, by=team[0])
    log = logs.open_log(child, by=jobs[0], level=level, next_on=in_days(60))
    for job in jobs[1:]:
        logs.invite(log, employment=job)
    return log


def make_concern(by, municipality, *, child=None, **texts):
    concern = concerns.open_concern(
        employment=job_of(by), municipality=municipality, label="Lek ute"
    )
    texts = {"seen": "Står ofte alene.", "strengths": "Glad i dyr."} | texts
    concerns.write(concern, version=1, factors=[], **texts)
    if child:
        concerns.about_child(concern, child)
    return concern


def make_ready(concern, by):
    """Talked with the guardians, so that help can be decided."""
    return concerns.record_conversation(
        concern,
        held_on=clock.today(),
        present="Mor og far",
        said="De har sett det samme hjemme.",
        agreed="Vi prøver lekegruppe.",
        child_view="Vil leke med Ida.",
        heard=Heard.TALK,
        by=by,
    )


def decide(concern, by, decision=Decision.LEVEL_1):
    concerns.decide(concern, decision=decision, reason="Vi hjelper i lek.", by=by)


def review(intervention, by, decision=Next.CONTINUE, **words):
    return logs.review(
        intervention,
        effect=Effect.PARTLY,
        seen="Hun blir bedt med oftere.",
        child_view="Det er gøy med Ida.",
        heard=Heard.TALK,
        guardians_view="Gladere hjemme.",
        decision=decision,
        next_on=in_days(30),
        by=by,
        **words,
    )
