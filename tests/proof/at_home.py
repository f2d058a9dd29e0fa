"""What is between a family and the team, planted and marked; and who in it sees less.

`held` stands in what one guardian is not to see, `hers` in what is the young person's.
"""

from datetime import timedelta

from laget.audit.models import Event
from laget.children import actions as children
from laget.children.models import Guardianship, ShieldedBecause
from laget.concerns.models import Conversation
from laget.inquiries import actions as inquiries
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import LevelChange, Review
from laget.meetings import actions as meetings
from laget.meetings.models import Invitation
from laget.threads import actions as threads
from laget.threads.models import Post
from laget.threads.people import OfFamily
from laget.voices import actions as voices
from laget.voices import comments
from tests.cast import job_of

STAFF, FAMILY, GUEST = Role.STAFF, Role.FAMILY, Role.GUEST


def plant_family(it, mother, father, barred, young, doctor):
    """Its ids join the planted child's; `it.family` says who plays which part."""
    holder = it.holder
    it.held, it.hers = f"held{it.mark}", f"hers{it.mark}"
    with acting(holder.pk, STAFF):
        _who_they_are(it, mother, father, barred)
        _what_is_held_back(it, holder)
        _the_thread(it, holder)
        _the_meeting(it, holder)
    with acting(young.pk, FAMILY):
        _her_own_words(it, young)
    with acting(mother.pk, FAMILY):
        _what_a_guardian_says(it, mother)
    with acting(doctor.pk, GUEST):
        assert meetings.take_seat(it.link)
    with acting(holder.pk, STAFF):
        _other_keys(it)


def _who_they_are(it, mother, father, barred):
    for user, facts in (
        (mother, {}),
        (father, {}),
        (barred, {"custody": False, "barred": True}),
    ):
        children.add_guardian(it.child, name=it.word(user.name), user=user, **facts)
    found = Guardianship.objects.filter(child=it.child).exclude(user=None)
    it.mother, it.father = found.get(user=mother), found.get(user=father)


def _what_is_held_back(it, holder):
    entry = logs.write_entry(it.log, text=it.held, by=holder)
    shield = children.shield(
        entry,
        it.child,
        from_=it.father,
        because=ShieldedBecause.SAFETY,
        by=holder,
    )
    it.ids["shield"] = shield.pk


def _the_thread(it, holder):
    thread = threads.start(
        it.log,
        subject=it.word(it.held),
        text=it.word(it.held),
        family=[OfFamily(it.mother.name, "", it.mother, None)],
        by=holder,
        as_family=False,
    )
    it.ids |= {"thread": thread.pk, "post": Post.objects.get(thread=thread).pk}


def _the_meeting(it, holder):
    start = clock.now() + timedelta(days=7)
    meeting = meetings.call(
        it.log,
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        guardians=[it.mother],
        team=[job_of(holder)],
        by=holder,
        **it.words("why", "place"),
    )
    item = meetings.put_on_agenda(meeting, text=it.word(it.held), by=holder)
    minutes = meetings.write_minutes(meeting, text=it.held, version=0, by=holder)
    meetings.share_minutes(minutes, by=holder)
    seat, it.link = meetings.give_seat(
        it.log,
        meeting=meeting,
        until=start + timedelta(days=1),
        by=holder,
        **it.words("name", "part"),
    )
    it.ids |= {"meeting": meeting.pk, "agendaitem": item.pk, "minutes": minutes.pk}
    it.ids |= {"seat": seat.pk, "link": it.link}
    invited = Invitation.objects.get(meeting=meeting, guardian=it.mother)
    it.ids["invitation"] = invited.pk


def _her_own_words(it, young):
    draft = voices.begin(it.child, by=young)
    told = {name: "" for name in voices.WORDS} | {"say": it.word(it.hers)}
    draft = voices.write(draft, version=draft.version, areas={}, **told)
    voices.share(draft, open_to_guardians=False, by=young)
    it.ids["voice"] = draft.pk


def _what_a_guardian_says(it, mother):
    said = comments.comment(
        it.child, record=it.ids["entry"], text=it.word(it.held), by=mother
    )
    asked = inquiries.ask_correction(
        it.child, record=it.ids["entry"], text=it.word(it.held), by=mother
    )
    it.ids |= {"comment": said.pk, "inquiry": asked.pk}


def _other_keys(it):
    about = Event.objects.filter(subject=it.child.pk)
    it.ids |= {
        "review": Review.objects.filter(log=it.log).first().pk,
        "levelchange": LevelChange.objects.filter(log=it.log).first().pk,
        "conversation": Conversation.objects.filter(concern=it.concern).first().pk,
        "line": about.filter(action="log.opened").first().pk,
        "provider": "nobody",
    }
