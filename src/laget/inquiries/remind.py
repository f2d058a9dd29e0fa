"""What a family waits for too long finds who answers it, then who administers."""

from datetime import timedelta

from django.db import connection

from laget.accounts.models import User
from laget.inquiries.models import Inquiry
from laget.inquiries.officers import administrators
from laget.kernel import clock
from laget.messaging.models import queue

SOON = timedelta(days=5)  # before the day, so that there is time to find out
PATIENCE = timedelta(days=3)
UNWATCHED = "SELECT municipality_id, many FROM unwatched_inquiries()"


def remind(person: User) -> None:
    """Run it as one who may answer, or who administers. May run twice."""
    mine = (
        Inquiry.objects.open().exclude(person=person.pk).select_related("municipality")
    )
    for inquiry in mine.filter(answer_by__lt=clock.today() + SOON):
        _remind_of(inquiry, person)
    _nobody_answers(person)


def _remind_of(inquiry: Inquiry, person: User) -> None:
    """Once before the day, once after; then those who administer, without content."""
    once = f"{inquiry.pk}:{inquiry.answer_by}"
    if not inquiry.is_late:
        queue("a_family_waits", to=person, once=once, inquiry=inquiry.pk)
        return
    queue("a_family_has_waited_too_long", to=person, once=once, inquiry=inquiry.pk)
    if inquiry.answer_by <= clock.today() - PATIENCE:
        for each in administrators(inquiry.municipality):
            queue("families_wait_too_long_for_answers", to=each, once=once)


def _nobody_answers(person: User) -> None:
    """Those who can appoint an officer are told each week, until there is one."""
    week = f"{clock.today():%G-%V}"
    with connection.cursor() as cursor:
        cursor.execute(UNWATCHED)
        places = cursor.fetchall()
    for place, _many in places:
        queue("nobody_answers_families", to=person, once=f"{place}:{week}")
