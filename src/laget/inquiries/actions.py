"""What a family asks the municipality to look into, and what it is answered.

That something is asked is noted with whoever asks, and not with the child: else the
team would read it there, and among them the one whom it may be about.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note, note_own
from laget.children.models import Child
from laget.inquiries.models import About, Inquiry
from laget.inquiries.officers import administrators, holder_of, officers
from laget.kernel import RuleBroken, clock
from laget.messaging.models import queue


@transaction.atomic
def wonder(child: Child, *, day: date, person: UUID, text: str, by: User) -> Inquiry:
    """Ask the data-protection officer why somebody looked, by the municipality's days.

    The one it is about is not told. Without an officer it is kept, and those who can
    appoint one are told. Raises RuleBroken while the same is asked and not answered.
    """
    mine = Inquiry.objects.open().filter(child=child, by=by, kind=About.LOOKED)
    if mine.filter(day=day, person=person).exists():
        raise RuleBroken(_("You have asked about this already."))
    asked = _ask(child, About.LOOKED, text, by, day=day, person=person)
    for officer in officers(child.municipality, about=person):
        queue("a_family_wonders", to=officer, inquiry=asked.pk)
    return asked


@transaction.atomic
def ask_correction(child: Child, *, record: UUID, text: str, by: User) -> Inquiry:
    """Say that something written is not right: to the holder, else to the officer.

    `record` is what it is about, or the child itself for the whole of it. Raises
    RuleBroken while the same is asked and not answered.
    """
    mine = Inquiry.objects.open().filter(child=child, by=by, kind=About.CORRECTION)
    if mine.filter(record=record).exists():
        raise RuleBroken(_("You have asked about this already."))
    asked = _ask(child, About.CORRECTION, text, by, record=record)
    holder = holder_of(child)
    for each in [holder] if holder else officers(child.municipality):
        queue("a_correction_is_asked", to=each, inquiry=asked.pk)
    return asked


@transaction.atomic
def answer(
    inquiry: Inquiry, *, text: str, changed: bool | None = None, by: User
) -> None:
    """Answer in words the family reads; of a correction, whether it was made.

    Raises RuleBroken when somebody has answered, and for the one it is about.
    """
    inquiry.lock()
    if inquiry.answered_at:
        raise RuleBroken(_("Somebody has answered this already."))
    if inquiry.person == by.pk:
        raise RuleBroken(_("This is about yourself. Somebody else must answer it."))
    inquiry.answered_at, inquiry.answered_by = clock.now(), by
    inquiry.answer = text
    inquiry.changed = bool(changed) if inquiry.is_correction else None
    fields = ["answered_at", "answered_by", "answer", "changed"]
    inquiry.save(update_fields=fields)
    note("inquiry.answered", inquiry, changed=inquiry.changed)
    queue("your_question_is_answered", to=inquiry.by, inquiry=inquiry.pk)


def _ask(
    child: Child,
    kind: About,
    text: str,
    by: User,
    *,
    day: date | None = None,
    person: UUID | None = None,
    record: UUID | None = None,
) -> Inquiry:
    place = child.municipality
    asked = Inquiry(child=child, municipality=place, kind=kind, text=text, by=by)
    asked.day, asked.person, asked.record = day, person, record
    asked.answer_by = clock.today() + timedelta(days=place.privacy_days)
    asked.save(force_insert=True)
    note_own("inquiry.asked", by.pk, inquiry=str(asked.pk))
    if not _somebody_answers(asked):
        for each in administrators(place):
            queue("nobody_answers_families", to=each, once=str(asked.pk))
    return asked


def _somebody_answers(asked: Inquiry) -> bool:
    if asked.is_correction and holder_of(asked.child):
        return True
    return officers(asked.municipality, about=asked.person).exists()
