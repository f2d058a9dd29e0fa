"""What is wanted, done, evaluated and written in a log; and doors that are forced."""

from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from laget.access import logs as may_log
from laget.concerns.models import Heard
from laget.logs import actions as logs
from laget.logs.models import Effect, Next, Result
from tests.proof.beginnings import ANYONE, some
from tests.proof.deeds import NR, REFUSED, WHO, pick
from tests.proof.facts import Entry, Thing
from tests.proof.together import Together

DAYS = st.sampled_from([30, 30, 0, -1])


class Helping(Together):
    @initialize(far=st.sampled_from([0, 1, 2, 3, 4, 4]))
    def so_it_began(self, far):
        """From nothing, from a concern, from the unit's own help, or well under way."""
        if far > 0:
            self.register_a_child("holder", True)
            self.name_a_guardian("holder", 0, "guardian")
            self.begin_a_concern("holder")
            self.say_which_child("holder", 0, 0)
        if far > 2:
            for to in ("nurse", "adviser", "teacher"):
                self.ask_for_consent("holder", 0, to, 365)
                self.answer_a_consent("holder", 0, "yes")
        if far > 1:
            self.open_a_log("holder", 0, 1 if far == 2 else 2, True)
        if far > 2:
            self.invite_somebody("holder", 0, "nurse", "")
            self.invite_somebody("holder", 0, "adviser", "")
            self.set_a_goal("holder", 0, "holder", 30)
            self.try_something("nurse", 0, "nurse", 30)
            self.write_an_entry("nurse", 0)
        if far > 3:
            self.share_a_concern("holder", 0, "colleague")
            self.evaluate("nurse", 0, "continue", 30)

    def work(self, name, who, action, thing, call, noted, *, also=True):
        """What the whole team may do, while the log and the thing are open."""
        log = getattr(thing, "log", thing)
        who = who or log.holder
        may = also and not log.closed and log in self.world.team(who)
        return self.do(name, who, action, thing.id, call, may=may, noted=noted)

    def on_team(self, log, user):
        """Whether they take part, and can see it today."""
        return log in self.world.team(user)

    @some("logs")
    @rule(who=WHO, nr=NR, owner=WHO, days=DAYS)
    def set_a_goal(self, who, nr, owner, days):
        log, text = pick(self.world.logs, nr), self.word("Mål")
        owner = owner or log.holder
        made = self.work(
            "goal",
            who,
            may_log.WRITE,
            log,
            lambda record, _: logs.set_goal(
                record, text=text, owner=self.users[owner], next_on=self.day(days)
            ),
            "goal.set",
        )
        if made is not REFUSED:
            assert self.on_team(log, owner) and days >= 0
            self.world.goals.append(Thing(made.pk, log, owner, [text]))

    @some("goals")
    @rule(who=WHO, nr=NR, owner=WHO, days=DAYS, stale=st.booleans())
    def change_a_goal(self, who, nr, owner, days, stale):
        goal, text = pick(self.world.goals, nr), self.word("Mål")
        owner, version = owner or goal.log.holder, goal.version - stale
        done = self.work(
            "change goal",
            who,
            may_log.CHANGE_GOAL,
            goal,
            lambda record, _: logs.change_goal(
                record,
                version=version,
                text=text,
                now=None,
                wanted=None,
                owner=self.users[owner],
                next_on=self.day(days),
            ),
            "goal.changed",
            also=not goal.ended,
        )
        self.it_was_changed(goal, done, text, owner, days, stale)

    def it_was_changed(self, thing, done, text, owner, days, stale):
        if done is not REFUSED:
            assert not stale, "an old version was saved over a newer one"
            assert self.on_team(thing.log, owner), "owned by who is not on the team"
            assert days >= 0, "a next date that has passed"
            thing.version += 1
            thing.texts.append(text)
            thing.owner = owner

    @some("goals")
    @rule(who=WHO, nr=NR)
    def end_a_goal(self, who, nr):
        goal = pick(self.world.goals, nr)
        done = self.work(
            "end goal",
            who,
            may_log.END_GOAL,
            goal,
            lambda record, by: logs.end_goal(
                record, result=Result.REACHED, text="Ja", by=by
            ),
            "goal.ended",
            also=not goal.ended,
        )
        if done is not REFUSED:
            for thing in [goal, *self.world.interventions]:
                thing.ended = thing.ended or goal in (thing, thing.goal)

    @some("goals")
    @rule(who=WHO, nr=NR, owner=WHO, days=DAYS)
    def try_something(self, who, nr, owner, days):
        goal, text = pick(self.world.goals, nr), self.word("Tiltak")
        owner = owner or goal.log.holder
        made = self.work(
            "intervention",
            who,
            may_log.ADD_INTERVENTION,
            goal,
            lambda record, _: logs.add_intervention(
                record,
                text=text,
                how_we_see="Ser",
                owner=self.users[owner],
                review_on=self.day(days),
            ),
            "intervention.added",
            also=not goal.ended,
        )
        if made is not REFUSED:
            assert self.on_team(goal.log, owner) and days >= 0
            self.world.interventions.append(
                Thing(made.pk, goal.log, owner, [text], goal)
            )

    @some("interventions")
    @rule(who=WHO, nr=NR, owner=WHO, days=DAYS, stale=st.booleans())
    def change_what_is_tried(self, who, nr, owner, days, stale):
        tried, text = pick(self.world.interventions, nr), self.word("Tiltak")
        owner, version = owner or tried.log.holder, tried.version - stale
        done = self.work(
            "change intervention",
            who,
            may_log.CHANGE_INTERVENTION,
            tried,
            lambda record, _: logs.change_intervention(
                record,
                version=version,
                text=text,
                how_we_see="Ser",
                owner=self.users[owner],
                done_by="",
                review_on=self.day(days),
            ),
            "intervention.changed",
            also=not tried.ended,
        )
        self.it_was_changed(tried, done, text, owner, days, stale)

    @some("interventions")
    @rule(who=WHO, nr=NR, decision=st.sampled_from(["continue", "end"]), days=DAYS)
    def evaluate(self, who, nr, decision, days):
        tried = pick(self.world.interventions, nr)
        done = self.work(
            "review",
            who,
            may_log.REVIEW,
            tried,
            lambda record, by: logs.review(
                record,
                effect=Effect.PARTLY,
                seen="Litt",
                child_view="Gøy",
                heard=Heard.TALK,
                guardians_view="Fint",
                decision=Next(decision),
                next_on=self.day(days),
                by=by,
            ),
            "intervention.reviewed",
            also=not tried.ended,
        )
        if done is not REFUSED:
            tried.reviewed, tried.ended = True, decision == "end"
            tried.version += 1

    @some("logs")
    @rule(who=WHO, nr=NR)
    def write_an_entry(self, who, nr):
        log, text = pick(self.world.logs, nr), self.word("Notat")
        who = who or log.holder
        made = self.work("entry", who, may_log.WRITE, log, writing(text), WRITTEN)
        if made is not REFUSED:
            entry = Entry(made.pk, log, who, self.world.now, [text])
            self.world.entries.append(entry)

    @some("entries")
    @rule(who=WHO, nr=NR, stale=st.booleans())
    def correct_an_entry(self, who, nr, stale):
        entry, text = pick(self.world.entries, nr), self.word("Notat")
        version, who = entry.version - stale, who or entry.by
        done = self.work(
            "correct",
            who,
            may_log.CHANGE_ENTRY,
            entry,
            lambda record, _: logs.change_entry(record, version=version, text=text),
            "entry.changed",
            also=entry.by == who and not entry.recalled,
        )
        if done is not REFUSED:
            assert not stale, "an old version was saved over a newer one"
            entry.version += 1
            entry.texts.append(text)

    @some("entries")
    @rule(who=WHO, nr=NR, within=st.booleans())
    def take_an_entry_away(self, who, nr, within):
        entry = pick(self.world.entries, nr)
        who = who or entry.by
        call = (
            (lambda record, by: logs.undo(record, by=by))
            if within
            else (lambda record, by: logs.recall(record, reason="Feil barn", by=by))
        )
        done = self.work(
            "undo" if within else "recall",
            who,
            may_log.UNDO if within else may_log.RECALL,
            entry,
            call,
            "entry.undone" if within else "entry.recalled",
            also=entry.by == who and not entry.recalled,
        )
        if done is not REFUSED:
            young = self.world.now < entry.at + timedelta(minutes=10)
            assert young or not within, "undone after ten minutes"
            entry.recalled = True

    @some("logs")
    @rule(who=ANYONE, nr=NR, deed=st.sampled_from(["entry", "goal", "invite", "take"]))
    def force_the_door(self, who, nr, deed):
        """Somebody without a basis, with the record in hand and no rule asked."""
        log = pick(self.world.logs, nr)
        insider = log.holder
        outside = log not in self.world.team(who) and log in self.world.team(insider)
        mine = {p.log for p in self.world.parts if p.job.user == who and not p.left}
        if outside and log not in mine and log not in self.world.left_lying(who):
            self.force(
                f"force {deed}",
                who,
                insider,
                may_log.READ,
                log.id,
                self.forced(deed, who),
            )

    def forced(self, deed, who):
        job = self.employments[who]
        return {
            "entry": writing("Notat"),
            "goal": lambda record, by: logs.set_goal(
                record, text="Mål", owner=by, next_on=self.day(9)
            ),
            "invite": lambda record, _: logs.invite(
                record, employment=job, statute="x"
            ),
            "take": lambda record, by: logs.offer(record, to=job, reason="x", by=by),
        }[deed]


WRITTEN = "entry.written"


def writing(text):
    return lambda record, by: logs.write_entry(record, text=text, by=by)
