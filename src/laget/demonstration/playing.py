"""Playing the invented year through the real actions, each person in their own name."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from laget.accounts.models import User
from laget.demonstration import before_the_log as before
from laget.demonstration import in_forms, in_the_family, requests
from laget.demonstration import in_the_log as log
from laget.demonstration import with_the_family as family
from laget.demonstration.calendar import in_order
from laget.demonstration.scene import Cast, Scene
from laget.demonstration.story import Deed, read_children, read_requests
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs.remind import remind
from laget.messaging.models import Message
from laget.organisation.models import Employment

VERBS: dict[str, Callable[[Scene, dict[str, Any]], None]] = {
    "concern": before.concern,
    "about": before.about,
    "again": before.again,
    "next_date": before.next_date,
    "share": before.share,
    "ask": before.ask,
    "advise": before.advise,
    "thank": before.thank,
    "talk": before.talk,
    "wait": before.wait,
    "report": before.report,
    "decide": before.decide,
    "consent": before.consent,
    "answer": before.answer,
    "withdraw": before.withdraw,
    "open": log.open_log,
    "look_again": log.look_again,
    "invite": log.invite,
    "leave": log.leave,
    "goal": log.goal,
    "see_goal": log.see_goal,
    "do": log.do,
    "review": log.review,
    "note": log.write,
    "voice": log.voice,
    "recall": log.recall,
    "level": log.change_level,
    "offer": log.offer,
    "accept": log.accept,
    "decline": log.decline,
    "move": log.move,
    "close": log.close,
    "away": log.away,
    "look": log.look,
    "emergency": log.emergency,
    "form": in_forms.form,
    "call": family.call,
    "give_chair": family.give_chair,
    "write_back": family.write_back,
    "shield": family.shield,
}


# Whoever does these has opened the child's page first, and that leaves a line.
AT_THE_PAGE = {"note", "voice", "goal", "see_goal", "do", "review", "level", "invite"}
AT_THE_PAGE.add("form")
LATELY = 12  # days; what came before that has been read


class StoryBroken(Exception):
    """A deed in the story was refused; the message says whose and which."""


def play(today: date) -> int:
    """Play every story, the oldest deed of all first. How many deeds there were."""
    cast, told = Cast.of(today), read_children()
    scenes = {
        facts.key: Scene(cast, facts, place) for place, (facts, _) in enumerate(told)
    }
    asked: dict[str, requests.Asked] = {}
    deeds = in_order(
        [*(deed for _, story in told for deed in story), *read_requests()], today
    )
    for moment, deed in deeds:
        with _told_where_it_broke(deed), clock.at(moment):
            if deed.verb in requests.VERBS:
                requests.play_one(cast, asked, deed)
            else:
                _play_one(scenes[deed.child], deed)
    jobs = list(cast.jobs.values())
    everyone = [(job.user, Role.STAFF) for job in jobs]
    at_home = User.objects.exclude(nin_index="")
    everyone += [(user, Role.FAMILY) for user in at_home]
    _read_the_inbox(everyone, timezone.now() - timedelta(days=LATELY))
    _remind(jobs)
    return len(deeds)


def _play_one(scene: Scene, deed: Deed) -> None:
    if deed.verb in in_the_family.VERBS:
        by = User.objects.get(username=deed.who)
        hat = Role.GUEST if deed.verb in in_the_family.AS_GUEST else Role.FAMILY
        with acting(by.pk, hat):
            in_the_family.VERBS[deed.verb](scene, by, deed.words)
        return
    scene.job = scene.cast.jobs[deed.who]
    with acting(scene.by.pk, Role.STAFF):
        if deed.verb in AT_THE_PAGE:
            log.look(scene, {})
        VERBS[deed.verb](scene, deed.words)


def _read_the_inbox(everyone: list[tuple[User, Role]], moment: datetime) -> None:
    """Everyone has read what came until then; the rest still waits for them."""
    for user, role in everyone:
        with clock.at(moment), acting(user.pk, role):
            old = Message.objects.unread().filter(created_at__lt=moment)
            old.update(read_at=moment)


def _remind(jobs: list[Employment]) -> None:
    """This morning's reminders, as the nightly job gives them."""
    for job in jobs:
        with acting(job.user_id, Role.STAFF, via="remind"):
            remind(job.user)


@contextmanager
def _told_where_it_broke(deed: Deed) -> Iterator[None]:
    try:
        yield
    except Exception as error:
        where = f"{deed.child}, day {deed.day}, {deed.who}: {deed.verb}"
        raise StoryBroken(f"{where}: {error!r}") from error
