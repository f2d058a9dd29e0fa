"""The log: opened, shared, handed over, raised, moved, closed."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from laget.access import children as may_child
from laget.access import leaders as may_leader
from laget.access import logs as may_log
from laget.concerns.models import Concern, Heard
from laget.kernel import clock
from laget.logs import actions as logs
from laget.logs.models import Closed, Result
from laget.organisation.models import Unit
from tests.proof.beginnings import ANYONE, some
from tests.proof.deeds import NR, REFUSED, WHO, pick
from tests.proof.facts import Log, Offer, Part
from tests.proof.passing import Passing

LAW = "barnevernsloven § 13-4"


class Together(Passing):
    @some("kids")
    @rule(who=WHO, nr=NR, level=st.sampled_from([1, 1, 2]), grown=st.booleans())
    def open_a_log(self, who, nr, level, grown):
        kid = pick(self.world.kids, nr)
        working = self.those_who(lambda p: kid in self.world.works_with(p))
        who = self.owner_of(who, working)
        job = self.world.works(who)
        if not job:
            return
        seen = self.world.seen_by_staff(who)
        is_open = [x for x in self.world.logs if x.kid is kid and not x.closed]
        concern = next((c for c in self.mine(who, kid) if grown), None)
        made = self.do(
            "open log",
            who,
            may_child.OPEN_LOG,
            kid.id,
            lambda child, _: logs.open_log(
                child,
                by=self.employments[who],
                level=level,
                next_on=self.day(60),
                concern=Concern.objects.get(pk=concern.id) if concern else None,
            ),
            may=who in working and not any(("log", x.id) in seen for x in is_open),
            noted="log.opened",
        )
        if made is not REFUSED:
            assert not is_open, "a second open log about a child"
            assert level == 1 or self.others(kid, job.unit), "shared with nobody's yes"
            self.it_was_opened(made, Log(made.pk, kid, job.unit, who, level, concern))

    def it_was_opened(self, made, log):
        self.world.logs.append(log)
        part = self.read(log.holder, made.participations.get)
        self.world.parts.append(Part(part.pk, log, self.world.job(log.holder)))

    def mine(self, who, kid):
        grown = {log.concern for log in self.world.logs}
        mine = self.world.own_concerns(who) - grown
        return [c for c in mine if c.kid is kid and c.owner == who]

    def read(self, who, ask):
        """Read something as the one who made it."""
        from laget.kernel.acting import acting
        from tests.proof.books import STAFF

        with clock.at(self.world.now), acting(self.users[who].pk, STAFF):
            return ask()

    def others(self, kid, unit):
        own = {job.service for job in self.world.jobs if job.unit == unit}
        return any(
            self.world.consents_now(kid, c.service)
            for c in self.world.consents
            if c.kid is kid and c.service not in own
        )

    def hold(self, name, who, action, log, call, noted):
        """What the holder alone may do; others try it too, and force it."""
        who = who or log.holder
        may = self.world.holds(who, log)
        return self.do(name, who, action, log.id, call, may=may, noted=noted)

    @some("logs")
    @rule(who=WHO, nr=NR, to=ANYONE, statute=st.sampled_from(["", "", LAW]))
    def invite_somebody(self, who, nr, to, statute):
        log, job = pick(self.world.logs, nr), self.world.job(to)
        made = self.hold(
            "invite",
            who,
            may_log.INVITE,
            log,
            lambda record, _: logs.invite(
                record, employment=self.employments[to], statute=statute
            ),
            "team.joined",
        )
        if made is not REFUSED:
            part = Part(made.pk, log, job, statute)
            assert self.world.has_basis(part), f"{to} joined without a basis"
            self.world.parts.append(part)

    @some("parts")
    @rule(who=WHO, nr=NR, removed=st.booleans())
    def end_taking_part(self, who, nr, removed):
        part = pick(self.world.parts, nr)
        log = part.log
        who = who or (log.holder if removed else part.job.user)
        lets = not part.left and not log.closed and log in self.world.team(who)
        if removed:
            may = lets and log.holder == who != part.job.user
        else:
            may = lets and part.job.user == who != log.holder
        done = self.do(
            "remove" if removed else "leave",
            who,
            may_log.REMOVE if removed else may_log.LEAVE,
            part.id,
            lambda record, _: (logs.remove if removed else logs.leave)(record),
            may=may,
            noted="team.left",
        )
        part.left = part.left or done is not REFUSED

    # The baton ---------------------------------------------------------------------

    @some("logs")
    @rule(who=WHO, nr=NR, to=ANYONE)
    def offer_the_baton(self, who, nr, to):
        log = pick(self.world.logs, nr)
        made = self.hold("offer", who, may_log.OFFER, log, self.offering(to), OFFERED)
        if made is not REFUSED:
            self.world.offers.append(
                Offer(made.pk, log, who or log.holder, self.world.job(to))
            )

    def offering(self, to):
        return lambda record, by: logs.offer(
            record, to=self.employments[to], reason="Bytter", by=by
        )

    @some("logs")
    @rule(who=WHO, nr=NR, to=ANYONE)
    def hand_on_what_is_left_lying(self, who, nr, to):
        log = pick(self.world.logs, nr)
        leaders = self.those_who(lambda p: log in self.world.left_lying(p))
        who = self.owner_of(who, leaders)
        may = who in leaders
        made = self.do(
            "hand on",
            who,
            may_leader.HAND_ON,
            log.id,
            self.offering(to),
            may=may,
            noted=OFFERED,
        )
        if made is not REFUSED:
            self.world.offers.append(Offer(made.pk, log, who, self.world.job(to)))

    @some("offers")
    @rule(who=WHO, nr=NR, yes=st.sampled_from([True, True, False]))
    def answer_the_offer(self, who, nr, yes):
        waiting = [offer for offer in self.world.offers if not offer.answered]
        offer = pick(waiting or self.world.offers, nr)
        who = who or offer.to.user
        asked = offer.to.user == who and not offer.answered
        done = self.do(
            "accept" if yes else "decline",
            who,
            may_log.ACCEPT if yes else may_log.DECLINE,
            offer.id,
            lambda record, _: (logs.accept if yes else logs.decline)(record),
            may=asked and offer.log in self.world.offered(who),
            noted="handover.accepted" if yes else "handover.declined",
        )
        if done is not REFUSED:
            offer.answered = True
            if yes:
                self.it_was_accepted(offer)

    def it_was_accepted(self, offer):
        log, job = offer.log, offer.to
        log.holder = job.user
        on_team = [p for p in self.world.parts if p.log is log and p.job is job]
        if not any(not part.left for part in on_team):
            part = self.read(
                job.user,
                lambda: self.parts_of(log).get(employment=job.id, left_at=None),
            )
            self.world.parts.append(Part(part.pk, log, job))
        held = Part(log.id, log, job)
        assert self.world.has_basis(held), "taken over without a basis"

    def parts_of(self, log):
        from laget.logs.models import Participation

        return Participation.objects.filter(log=log.id)

    @some("offers")
    @rule(who=WHO, nr=NR)
    def take_the_offer_back(self, who, nr):
        offer = pick(self.world.offers, nr)
        who = who or offer.by
        sees = ("log", offer.log.id) in self.world.seen_by_staff(who)
        done = self.do(
            "take back",
            who,
            may_log.TAKE_BACK,
            offer.id,
            lambda record, _: logs.take_back(record),
            may=offer.by == who and not offer.answered and sees,
            noted="handover.taken_back",
        )
        offer.answered = offer.answered or done is not REFUSED

    # Levels, units, the end ----------------------------------------------------------

    @some("logs")
    @rule(who=WHO, nr=NR, to=st.sampled_from([1, 2, 3]))
    def change_the_level(self, who, nr, to):
        log = pick(self.world.logs, nr)
        up = to > log.level
        words = {
            "tried": "Lek",
            "how_it_went": "Litt",
            "child_view": "Gøy",
            "best_interests": "Ja",
        }
        step = logs.raise_level if up else logs.lower_level
        done = self.hold(
            "raise" if up else "lower",
            who,
            may_log.RAISE,
            log,
            lambda record, by: step(record, to=to, heard=Heard.TALK, by=by, **words),
            "log.raised" if up else "log.lowered",
        )
        if done is not REFUSED:
            tried = [i for i in self.world.interventions if i.log is log]
            waiting = [i for i in tried if not i.ended and not i.reviewed]
            assert not (up and waiting), "raised before what was tried was evaluated"
            assert not up or self.others(log.kid, log.unit), "raised without a yes"
            assert to != log.level
            log.level = to

    @some("logs")
    @rule(who=WHO, nr=NR, to=ANYONE)
    def move_to_another_unit(self, who, nr, to):
        log, unit = pick(self.world.logs, nr), self.world.job(to).unit
        done = self.hold(
            "move",
            who,
            may_log.MOVE,
            log,
            lambda record, _: logs.move_to_unit(record, Unit.objects.get(pk=unit)),
            "child.moved_unit",
        )
        if done is not REFUSED:
            log.unit = unit

    @some("logs")
    @rule(who=WHO, nr=NR, sure=st.sampled_from([False, False, True]))
    def close_a_log(self, who, nr, sure):
        log = pick(self.world.logs, nr)
        if not sure:
            return
        done = self.hold("close", who, may_log.CLOSE, log, closing, "log.closed")
        if done is not REFUSED:
            log.closed = True
            for thing in [*self.world.goals, *self.world.interventions]:
                thing.ended = thing.ended or thing.log is log
            for offer in self.world.offers:
                offer.answered = offer.answered or offer.log is log


OFFERED = "handover.offered"


def closing(record, by):
    results = {goal: (Result.PARTLY, "Litt") for goal in record.goals.open()}
    logs.close(
        record,
        why=Closed.GOALS_REACHED,
        text="Bra",
        child_words="Gøy",
        heard=Heard.TALK,
        guardian_words="Takk",
        follows_on="Barnehagen",
        results=results,
        by=by,
    )
