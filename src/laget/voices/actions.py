"""Everything that can happen to a child's own words, and to how it was experienced.

What is done here is noted with whoever did it and not with the child: else a guardian
would read among the visits that words were written which are not for them.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from laget.accounts.models import User
from laget.audit.models import note_own
from laget.children.models import Child, Guardianship
from laget.kernel import Overtaken, RuleBroken, clock
from laget.logs.models import Log
from laget.messaging.models import queue
from laget.voices.areas import Area, Face
from laget.voices.models import Experience, Voice
from laget.voices.questions import to_ask

WORDS = ("helped_by", "say", "take_up", "there", "not_there", "how_told")
WRITTEN = (*WORDS, "areas")


@transaction.atomic
def begin(child: Child, *, by: User) -> Voice:
    """One's own draft for the child: the one there is, or a new one.

    Two windows that begin at once get the same. Raises RuleBroken before the birth.
    """
    if child.is_unborn:
        raise RuleBroken(_("The child is not born yet."))
    fresh = Voice(child=child, written_by=by)
    Voice.objects.bulk_create([fresh], ignore_conflicts=True)
    return Voice.objects.draft(child, by).get()


@transaction.atomic
def write(draft: Voice, *, version: int, **told: Any) -> Voice:
    """Save what is written so far. Nothing must be answered, and nobody else sees it.

    What is saved already is saved. Raises Overtaken when another window has saved
    since, and RuleBroken when it has been shared.
    """
    draft.lock()
    _must_be_a_draft(draft)
    told = told | {"areas": _known(told.get("areas", {}))}
    if all(getattr(draft, name) == told[name] for name in told):
        return draft
    if draft.version != version:
        raise Overtaken(draft, told)
    for name, words in told.items():
        setattr(draft, name, words)
    draft.version += 1
    draft.save(update_fields=[*told, "version"])
    return draft


@transaction.atomic
def share(
    draft: Voice,
    *,
    open_to_guardians: bool = False,
    open_to: Iterable[Guardianship] = (),
    by: User,
) -> None:
    """Let the team read it, and of the guardians those whom the child has chosen.

    From now on not a word is changed. Whoever holds the log is told that there is
    something. Raises RuleBroken when nothing is written, and when it is not said who
    helped a child that did not write itself.
    """
    draft.lock()
    _must_be_a_draft(draft)
    if draft.is_empty:
        raise RuleBroken(_("Nothing is written yet."))
    if draft.child.account_id != by.pk and not draft.helped_by:
        raise RuleBroken(_("Write who helped."))
    draft.open_to_guardians, draft.shared_at = open_to_guardians, clock.now()
    draft.open_to = [each.pk for each in open_to]
    draft.save(update_fields=["open_to_guardians", "open_to", "shared_at"])
    note_own("voice.shared", by.pk, voice=str(draft.pk))
    for log in Log.objects.open().filter(child=draft.child_id).exclude(holder=by):
        queue("a_child_has_spoken", to=log.holder, child=draft.child_id)


@transaction.atomic
def withdraw(voice: Voice, *, by: User) -> None:
    """Take back what was shared: the team and the guardians no longer read it."""
    voice.lock()
    if voice.shared_at is None or voice.withdrawn_at:
        raise RuleBroken(_("This has been taken back already."))
    voice.withdrawn_at = clock.now()
    voice.save(update_fields=["withdrawn_at"])
    note_own("voice.withdrawn", by.pk, voice=str(voice.pk))


@transaction.atomic
def tell(
    log: Log, *, heard: str, helped: str, kept: str, words: str = "", by: User
) -> Experience:
    """Say how it was, once about each review, and once when the follow-up has ended.

    Raises RuleBroken when there is nothing to answer about.
    """
    asked = to_ask(log, by)
    if asked is None:
        raise RuleBroken(_("You have answered this already. Thank you."))
    felt = Experience(log=log, record=asked.record, by=by, words=words)
    felt.heard, felt.helped, felt.kept = heard, helped, kept
    felt.save(force_insert=True)
    note_own("experience.told", by.pk)
    return felt


def _must_be_a_draft(voice: Voice) -> None:
    if voice.shared_at:
        raise RuleBroken(_("This has been shared, and is not changed. Write it anew."))


def _known(areas: Mapping[str, str]) -> dict[str, str]:
    """A face for a part of life; anything else is left out."""
    return {area: areas[area] for area in Area.values if areas.get(area) in Face.values}
