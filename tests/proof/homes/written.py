"""Each kind of record, written with marks, held back and lifted as was drawn."""

from datetime import timedelta

from laget.children import actions as children
from laget.children.models import ShieldedBecause
from laget.forms import actions as forms
from laget.forms.models import Template
from laget.inquiries import actions as inquiries
from laget.kernel import clock
from laget.kernel.acting import Role
from laget.logs import actions as logs
from laget.logs.models import Effect, Next
from laget.meetings import actions as meetings
from laget.meetings.models import Invitation
from laget.threads import actions as threads
from laget.threads import people
from laget.threads.models import Post
from laget.voices import actions as voices
from laget.voices import comments
from tests.cast import in_days, job_of
from tests.proof.homes.facts import Record
from tests.proof.homes.table import is_family

FAMILY = Role.FAMILY


class Writing:
    """`built` has the log, the people and the clock; each method writes one kind."""

    def __init__(self, built):
        self.built, self.home = built, built.home

    @property
    def holder(self):
        return self.built.holder

    def word(self, record, readers="family"):
        """A mark in a tag, which no page may take for its own."""
        mark = self.home.mark()
        record.words[mark] = readers
        return f"<i>{mark}</i>"

    def shield(self, thing, record, whom):
        """From all guardians, or from one; and who comes later is kept out too."""
        tie = None if whom == "all" else self.built.ties.get(whom)
        if whom == "all" or tie:
            because = ShieldedBecause.SAFETY
            held = children.shield(
                thing, self.built.child, from_=tie, because=because, by=self.holder
            )
            record.shields.append((whom, clock.now()))
            self.home.add("shield", held.pk)
            return held
        return None

    def _keep(self, thing, record, one, noun=None):
        record.key, record.thing, record.at = thing.pk, thing, clock.now()
        self.home.records.append(record)
        self.home.add(noun or thing._meta.model_name, thing.pk)
        if one["from_"]:
            held = self.shield(thing, record, one["from_"])
            if held and one["lifted"]:
                children.lift(held, by=self.holder)
                record.shields.clear()

    def entry(self, one):
        record = Record("entry", self.built.at)
        with self.built.step():
            text = self.word(record)
            entry = logs.write_entry(self.built.log, text=text, by=self.holder)
            self._keep(entry, record, one)

    def recalled(self, one):
        """Its words are gone for everybody; why, the team reads."""
        record = Record("recalled", self.built.at)
        with self.built.step():
            text = self.word(record, "nobody")
            entry = logs.write_entry(self.built.log, text=text, by=self.holder)
            self._keep(entry, record, one)
            reason = self.word(record, "team")
            logs.recall(entry, reason=reason, by=self.holder)

    def goal(self, one):
        goal, tried, seen = (
            Record(k, self.built.at) for k in ("goal", "intervention", "review")
        )
        tried.on, seen.on = [goal], [tried, goal]
        with self.built.step():
            made = logs.set_goal(
                self.built.log,
                text=self.word(goal),
                owner=self.holder,
                next_on=in_days(20),
                start=2,
            )
            done = logs.add_intervention(
                made,
                text=self.word(tried),
                how_we_see=self.word(tried),
                owner=self.holder,
                review_on=in_days(5),
            )
            looked = self._looked(done, seen)
            never = one | {"from_": None}
            which = ["goal", "intervention", "review"][len(one["whom"]) - 1]
            for record, thing in ((goal, made), (tried, done), (seen, looked)):
                self._keep(thing, record, one if record.kind == which else never)

    def _looked(self, done, seen):
        return logs.review(
            done,
            effect=Effect.PARTLY,
            seen=self.word(seen),
            child_view=self.word(seen),
            heard="1.1",
            guardians_view=self.word(seen),
            decision=Next.CONTINUE,
            next_on=in_days(9),
            by=self.holder,
        )

    def level(self, one):
        """Only once: from the unit's own to the shared log, when somebody may join."""
        was = any(each.kind == "level" for each in self.home.records)
        if was or not self.home.keys.get("participation"):
            return self.entry(one)
        record = Record("level", self.built.at)
        with self.built.step():
            changed = logs.raise_level(
                self.built.log,
                to=2,
                tried=self.word(record),
                how_it_went=self.word(record),
                child_view=self.word(record),
                heard="1.1",
                best_interests=self.word(record),
                by=self.holder,
            )
            self._keep(changed, record, one)
        return None

    def form(self, one):
        record = Record("form", self.built.at)
        answers = {
            readers: {"text": self.word(record, readers)}
            for readers in ("family", "team", "writer")
        }
        with self.built.step():
            filled = forms.begin(
                Template.objects.get(key="everything"),
                place=self.built.log.pk,
                municipality=self.built.child.municipality,
                child=self.built.child,
                by=job_of(self.holder),
            )
            forms.save(filled, version=1, answers=answers)
            forms.finish(filled, version=2)
            self._keep(filled, record, one)

    def thread(self, one):
        """With those of the family who were drawn, of those who can be in it."""
        with self.built.step():
            chosen = [
                each
                for each in people.of_the_family(self.built.child)
                if self._name_of(each.guardian) in one["whom"]
            ]
            if not chosen:
                return
            record = Record("thread", self.built.at)
            record.asked = {self._name_of(each.guardian) for each in chosen}
            talk = threads.start(
                self.built.log,
                subject=self.word(record),
                text=self.word(record),
                family=chosen,
                by=self.holder,
                as_family=False,
            )
            self._keep(talk, record, one)
            self.home.add("post", Post.objects.get(thread=talk).pk)

    def _name_of(self, guardian):
        if guardian is None:
            return "youth"
        return next(n for n, tie in self.built.ties.items() if tie.pk == guardian.pk)

    def meeting(self, one):
        asked = {each for each in one["whom"] if is_family(self.home, each)}
        record, agenda, minutes = (
            Record(kind, self.built.at, asked=asked)
            for kind in ("meeting", "agenda", "minutes")
        )
        agenda.on, minutes.on, minutes.shared = [record], [record], one["open"]
        never = one | {"from_": None}
        with self.built.step():
            called = self._called(record, asked)
            self._keep(called, record, never)
            item = meetings.put_on_agenda(
                called, text=self.word(agenda), by=self.holder
            )
            self._keep(item, agenda, never)
            text = self.word(minutes)
            wrote = meetings.write_minutes(called, text=text, version=0, by=self.holder)
            if one["open"]:
                meetings.share_minutes(wrote, by=self.holder)
            self._keep(wrote, minutes, never)
            for each in Invitation.objects.filter(meeting=called):
                self.home.add("invitation", each.pk)

    def _called(self, record, asked):
        start = clock.now() + timedelta(days=7)
        return meetings.call(
            self.built.log,
            starts_at=start,
            ends_at=start + timedelta(hours=1),
            place=self.word(record),
            why=self.word(record),
            guardians=[self.built.ties[each] for each in sorted(asked - {"youth"})],
            child="youth" in asked,
            team=[job_of(self.holder)],
            by=self.holder,
        )

    def voice(self, one):
        """The young person's own: open to all guardians or to some, or taken back."""
        if not is_family(self.home, "youth"):
            return
        youth = self.built.users["youth"]
        record = Record("voice", self.built.at, by="youth")
        with self.built.step(youth, FAMILY):
            draft = voices.begin(self.built.child, by=youth)
            told = dict.fromkeys(voices.WORDS, "") | {"say": self.word(record)}
            draft = voices.write(draft, version=draft.version, areas={}, **told)
            record.open = one["open"]
            theirs = self.home.guardians.items()
            record.asked = {who for who, g in theirs if g.sees} & one["whom"]
            some = [self.built.ties[each] for each in sorted(record.asked)]
            voices.share(draft, open_to_guardians=one["open"], open_to=some, by=youth)
            if one["back"]:
                voices.withdraw(draft, by=youth)
                record.open, record.shared, record.asked = False, False, set()
            self._keep(draft, record, one | {"from_": None})

    def comment(self, one):
        self._says(one, "comment", comments.comment)

    def correction(self, one):
        self._says(one, "correction", inquiries.ask_correction)

    def _says(self, one, kind, say):
        """To the first entry that the one who was drawn reads."""
        from tests.proof.homes.table import at_home

        who = min(one["whom"])
        about = next(
            (
                record
                for record in self.home.records
                if record.kind == "entry"
                and set(record.words) & at_home(self.home, who)
                if not any(e.kind == kind and record in e.on for e in self.home.records)
            ),
            None,
        )
        if about is None:
            return
        user = self.built.users[who]
        record = Record(kind, self.built.at, by=who, on=[about])
        with self.built.step(user, FAMILY):
            said = say(
                self.built.child, record=about.key, text=self.word(record), by=user
            )
            self._keep(said, record, one | {"from_": None})

    def offer(self):
        record = Record("handover", self.built.at)
        with self.built.step():
            offered = logs.offer(
                self.built.log,
                to=job_of(self.built.users["colleague"]),
                reason=self.word(record),
                must_know=self.word(record),
                by=self.holder,
            )
            self._keep(offered, record, {"from_": None})
