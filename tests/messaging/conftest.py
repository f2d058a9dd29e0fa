from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.messaging import reaching, round
from laget.messaging.models import By, queue
from tests.messaging.sink import running

OSLO = ZoneInfo("Europe/Oslo")
NOON = datetime(2026, 11, 23, 12, tzinfo=OSLO)
ADDRESS = "maria@example.no"


@pytest.fixture
def sink(settings):
    """This installation sends mail, to a server that the test holds in its hand."""
    with running() as sink:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.DEFAULT_FROM_EMAIL = "Laget <no-reply@laget.example.no>"
        settings.ADDRESS = "https://laget.example.no"
        yield sink


@pytest.fixture
def noon():
    """Nobody sleeps, whenever the test is run."""
    with clock.at(NOON):
        yield


@pytest.fixture
def by_mail(noon, db):
    """`by_mail(user)`: that is how they want to be told."""

    def choose(user, hat=Role.FAMILY, email=ADDRESS):
        with acting(user.pk, hat):
            reaching.choose(user, by=By.MAIL, email=email)

    return choose


def tell(user, *, hat=Role.STAFF, **ids):
    """Something is new for them at work, about nobody."""
    with acting(user.pk, hat):
        queue("something_is_overdue", to=user, **ids)


def at(moment):
    """Make the round then."""
    with clock.at(moment):
        round.go_round()
