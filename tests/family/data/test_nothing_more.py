"""For random families: no download has a word that its reader is not to see."""

import json
from dataclasses import dataclass, field
from datetime import date

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from laget.audit.models import note
from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.family.data.collecting import everything
from laget.family.data.readable import chapters
from laget.kernel import clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.meetings.models import Meeting, Minutes
from laget.threads.models import Party, Post, Thread
from laget.voices.models import Comment, Voice
from tests.cast import STAFF, in_days, job_of, make_child, review
from tests.family import FAMILY

ALL, NOBODY = "all", "nobody"
READERS = ("guardian", "father", "youth")
KINDS = ("entry", "goal", "intervention", "review")
shields = st.lists(
    st.tuples(st.sampled_from(KINDS), st.sampled_from(["guardian", "father", ALL])),
    max_size=4,
    unique=True,
)


@dataclass
class Told:
    """Each word that was written, and who in the family may have it."""

    readers: dict[str, set[str]] = field(default_factory=dict)

    def word(self, readers):
        word = f"ORD{len(self.readers):03d}Q"
        self.readers[word] = set(readers)
        return word


@settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    held_back=shields,
    turned=st.integers(3, 17),
    ended=st.booleans(),
    wrote=st.sampled_from(READERS),
)
def test_no_more_and_no_less(
    *,
    holder,
    guardian,
    father,
    youth,
    barred,
    bygdevik,
    held_back,
    turned,
    ended,
    wrote,
):
    people = {"guardian": guardian, "father": father, "youth": youth}
    before = transaction.savepoint()
    try:
        family = Family(holder, people, barred, bygdevik, turned)
        family.write(held_back, ended=ended, wrote=wrote)
        for name, person in {**people, "barred": barred}.items():
            family.must_have_its_own(name, person)
    finally:
        transaction.savepoint_rollback(before)


class Family:
    """A child of some age with its log; beside it another, whose words are not its."""

    def __init__(self, holder, people, barred, place, age):
        self.holder, self.people, self.barred = holder, people, barred
        self.told, self.age = Told(), age
        born = date(clock.today().year - age, 1, 2)
        with acting(holder.pk, STAFF):
            self.child = make_child(
                by=holder, municipality=place, born_on=born, account=people["youth"]
            )
            self.ties = {
                name: children.add_guardian(
                    self.child, name=people[name].name, user=people[name], phone=phone
                )
                for name, phone in (
                    ("guardian", self.told.word({"guardian"})),
                    ("father", self.told.word({"father"})),
                )
            }
            children.add_guardian(
                self.child,
                name=self.told.word(()),
                user=barred,
                custody=False,
                barred=True,
            )
            self.log = self.opened(self.child)
            other = make_child(by=holder, municipality=place, name="Emil Berg")
            others = self.opened(other)
            self.entry(others, NOBODY)

    def opened(self, child):
        return logs.open_log(
            child, by=job_of(self.holder), level=1, next_on=in_days(60)
        )

    def see(self):
        """Who sees the child's page at all: the young person from thirteen."""
        own = {"youth"} if self.age >= self.child.municipality.own_page_age else set()
        return {"guardian", "father"} | own

    def write(self, held_back, *, ended, wrote):
        with acting(self.holder.pk, STAFF):
            self.things = {
                "entry": self.entry(self.log, ALL),
                **self.work(),
            }
            changed = self.entry(self.log, ALL)
            old = changed.text
            logs.change_entry(changed, version=1, text=self.told.word(self.see()))
            self.told.readers[old] = set()
            gone = self.entry(self.log, ALL)
            self.told.readers[gone.text] = set()
            why = self.told.word(())
            logs.recall(gone, reason=why, by=self.holder)
            self.between_staff()
            for kind, whom in held_back:
                self.hold_back(kind, whom)
        self.between_family(wrote)
        if ended:
            with acting(self.holder.pk, STAFF):
                children.end_guardianship(self.ties["father"])
            for readers in self.told.readers.values():
                readers.discard("father")

    def entry(self, log, readers):
        seen = self.see() if readers == ALL else ()
        word = self.told.word(seen)
        return logs.write_entry(log, text=word, by=self.holder)

    def work(self):
        word = {kind: self.told.word(self.see()) for kind in ("goal", "intervention")}
        self.words = word
        goal = logs.set_goal(
            self.log, text=word["goal"], owner=self.holder, next_on=in_days(9), start=3
        )
        one = logs.add_intervention(
            goal,
            text=word["intervention"],
            how_we_see="-",
            owner=self.holder,
            review_on=in_days(3),
        )
        made = review(one, self.holder)
        return {"goal": goal, "intervention": one, "review": made}

    def between_staff(self):
        """Minutes that are not shared, and a conversation with one guardian alone."""
        moment = clock.now()
        meeting = Meeting.objects.create(
            log=self.log,
            called_by=self.holder,
            starts_at=moment,
            ends_at=moment.replace(year=moment.year + 1),
            why=self.told.word(()),
        )
        Minutes.objects.create(
            meeting=meeting, text=self.told.word(()), written_by=self.holder
        )
        thread = Thread.objects.create(
            log=self.log, subject=self.told.word({"guardian"}), started_by=self.holder
        )
        Party.objects.create(thread=thread, guardian=self.ties["guardian"])
        Post.objects.create(
            thread=thread,
            text=self.told.word({"guardian"}),
            by=self.holder,
            as_family=False,
        )
        note("thread.read", self.log, object=thread)

    def between_family(self, wrote):
        """A draft of the child's own words, and a comment: each its writer's alone."""
        if wrote not in self.see():
            return
        person = self.people[wrote]
        with acting(person.pk, FAMILY):
            Voice.objects.bulk_create(
                [
                    Voice(
                        child=self.child, written_by=person, say=self.told.word({wrote})
                    )
                ]
            )
            Comment.objects.bulk_create(
                [
                    Comment(
                        child=self.child,
                        record=self.log.pk,
                        text=self.told.word({wrote}),
                        by=person,
                    )
                ]
            )

    def hold_back(self, kind, whom):
        """The young person sees what is held back from guardians."""
        record = self.things[kind]
        tie = None if whom == ALL else self.ties[whom]
        children.shield(
            record,
            self.child,
            from_=tie,
            because=ShieldedBecause.SAFETY,
            by=self.holder,
        )
        hidden = {"guardian", "father"} if whom == ALL else {whom}
        hangs = {"goal": ("goal", "intervention"), "intervention": ("intervention",)}
        words = [self.words[each] for each in hangs.get(kind, ())]
        for word in [*words, *([record.text] if kind == "entry" else [])]:
            self.told.readers[word] -= hidden

    def must_have_its_own(self, name, person):
        with acting(person.pk, FAMILY):
            whole = everything(self.child, person)
            text = json.dumps(whole.records, cls=DjangoJSONEncoder)
            text += json.dumps(whole.visits, cls=DjangoJSONEncoder)
            text += repr(chapters(whole))
        for word, readers in self.told.readers.items():
            assert (word in text) == (name in readers), (name, word, readers)
