"""Children, guardians and consents: what comes before a log, and goes on beside."""

from datetime import date, timedelta

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from laget.access import children as may_child
from laget.access import work as may_work
from laget.children import actions as children
from laget.consents import actions as consents
from laget.consents.models import How, Said
from laget.logs import actions as logs
from laget.organisation.models import Municipality, Service
from laget.rights import actions as rights
from tests.proof.deeds import NR, REFUSED, WHO, Deeds, pick
from tests.proof.facts import Consent, Emergency, Guard, Kid
from tests.standing import PEOPLE

ANYONE = st.sampled_from(sorted(PEOPLE))


def some(name):
    """A rule for when there is at least one of these."""
    return precondition(lambda self: bool(getattr(self.world, name)))


class Beginnings(Deeds):
    def own(self, name, who, action, call, noted):
        """Something that is about nobody yet: for whoever works."""
        working = self.world.works(who) is not None
        pk = self.users[who].pk
        return self.do(name, who, action, pk, call, may=working, noted=noted)

    @rule(who=ANYONE, young=st.booleans())
    def register_a_child(self, who, young):
        if len(self.world.kids) > 2:
            return
        place = min(self.world.job(who).places)
        account = "youth" if young and not self.taken("youth") else None
        year = 2014 if account else 2020  # the young are near a page of their own
        name, born = self.word("Barn"), date(year, 1, 15)
        made = self.own(
            "register",
            who,
            may_work.REGISTER,
            lambda _, user: children.register(
                name,
                municipality=Municipality.objects.get(pk=place),
                born_on=born,
                account=self.users[account] if account else None,
                by=user,
            ),
            "child.registered",
        )
        if made is not REFUSED:
            self.world.kids.append(Kid(made.pk, name, born, place, who, account))

    def taken(self, account):
        return any(kid.account == account for kid in self.world.kids)

    @some("kids")
    @rule(who=WHO, nr=NR, user=st.sampled_from([None, "guardian", "barred"]))
    def name_a_guardian(self, who, nr, user):
        kid = pick(self.world.kids, nr)
        who = self.owner_of(who, self.those_who(lambda p: self.keeps(p, kid)))
        if any(g.user == user and user and not g.ended for g in kid.guards):
            return
        barred = user == "barred"
        made = self.do(
            "guardian",
            who,
            may_child.EDIT,
            kid.id,
            lambda child, by: children.add_guardian(
                child,
                name=self.word("Forelder"),
                user=self.users[user] if user else None,
                custody=not barred,
                barred=barred,
            ),
            may=self.keeps(who, kid),
            noted="child.guardian_added",
        )
        if made is not REFUSED:
            kid.guards.append(Guard(made.pk, user, not barred, not barred))

    def keeps(self, person, kid):
        return self.world.answers_for(person, kid)

    def those_who(self, may):
        return [person for person in PEOPLE if may(person)]

    @precondition(lambda self: any(k.guards for k in self.world.kids))
    @rule(who=WHO, nr=NR)
    def end_a_guardianship(self, who, nr):
        kid, guard = pick([(k, g) for k in self.world.kids for g in k.guards], nr)
        who = self.owner_of(who, self.those_who(lambda p: self.keeps(p, kid)))
        done = self.do(
            "end guardianship",
            who,
            may_child.END_GUARDIANSHIP,
            guard.id,
            lambda record, _: children.end_guardianship(record),
            may=self.keeps(who, kid) and not guard.ended,
            noted="child.guardian_ended",
        )
        guard.ended = guard.ended or done is not REFUSED

    # Consents --------------------------------------------------------------------

    @some("kids")
    @rule(who=WHO, nr=NR, to=ANYONE, days=st.sampled_from([1, 30, 365]))
    def ask_for_consent(self, who, nr, to, days):
        kid, service = pick(self.world.kids, nr), self.world.job(to).service
        who = self.owner_of(who, self.those_who(lambda p: self.keeps(p, kid)))
        expires = self.world.now + timedelta(days=days)
        made = self.do(
            "ask consent",
            who,
            may_child.ASK_CONSENT,
            kid.id,
            lambda child, by: consents.ask(
                child,
                service=Service.objects.get(pk=service),
                topics="Lek",
                expires_at=expires,
                by=by,
            ),
            may=self.keeps(who, kid),
            noted="consent.asked",
        )
        if made is not REFUSED:
            assert kid.place in self.world.job(to).places
            for old in self.world.consents:
                same = old.kid is kid and old.service == service
                old.ended = old.ended or (same and not old.in_force)
            self.world.consents.append(Consent(made.pk, kid, service, expires))

    @some("consents")
    @rule(who=WHO, nr=NR, yes=st.sampled_from(["yes", "yes", "yes", "no"]))
    def answer_a_consent(self, who, nr, yes):
        waiting = [c for c in self.world.consents if not c.ended and not c.in_force]
        consent = pick(waiting or self.world.consents, nr)
        kid = consent.kid
        deciding = [g for g in kid.guards if g.custody and not g.ended]
        left = [g for g in deciding if g.id not in consent.answers]
        if not deciding:
            return
        guard = pick(left or deciding, nr)
        who = self.owner_of(who, self.those_who(lambda p: self.keeps(p, kid)))
        made = self.do(
            "answer",
            who,
            may_child.ANSWER,
            consent.id,
            lambda record, by: consents.answer(
                record,
                guardian=record.child.guardianships.get(pk=guard.id),
                said=Said(yes),
                how=How.ORAL,
                on=self.day(0),
                by=by,
            ),
            may=self.keeps(who, kid) and not consent.ended,
            noted="consent.answered",
        )
        if made is not REFUSED:
            self.it_was_answered(consent, guard, deciding, yes)

    def it_was_answered(self, consent, guard, deciding, said):
        assert guard.id not in consent.answers and consent.expires > self.world.now
        consent.answers[guard.id] = said
        answers = [consent.answers.get(g.id) for g in deciding]
        if said == "no":
            self.end_others(consent, standing=True)
        if consent.in_force and "no" in answers:
            consent.ended = True
            self.end_others(consent, standing=False)
        elif not consent.in_force and set(answers) == {"yes"}:
            consent.in_force = True
            self.end_others(consent)

    def end_others(self, consent, standing=None):
        """The same service's: what stands, what was only asked, or (None) both."""
        for old in self.world.consents:
            same = old.kid is consent.kid and old.service == consent.service
            meant = standing is None or old.in_force is standing
            if same and meant and old is not consent:
                old.ended = True

    @some("consents")
    @rule(who=WHO, nr=NR)
    def withdraw_a_consent(self, who, nr):
        consent = pick(self.world.consents, nr)
        kid = consent.kid
        who = self.owner_of(who, self.those_who(lambda p: self.keeps(p, kid)))
        done = self.do(
            "withdraw",
            who,
            may_child.WITHDRAW,
            consent.id,
            lambda record, by: consents.withdraw(record, by=by),
            may=self.keeps(who, kid) and not consent.ended,
            noted="consent.withdrawn",
        )
        if done is not REFUSED:
            consent.ended = True
            if consent.in_force:
                self.end_others(consent, standing=False)

    # The emergency door, and the duty to report ------------------------------------

    @some("kids")
    @rule(who=ANYONE, nr=NR)
    def open_the_emergency_door(self, who, nr):
        kid, job = pick(self.world.kids, nr), self.world.works(who)
        done = self.own(
            "emergency",
            who,
            may_work.EMERGENCY,
            lambda _, by: logs.open_emergency(
                name=kid.name, born_on=kid.born, reason="Det haster.", by=by
            ),
            "emergency.opened",
        )
        assert (done is not REFUSED) == bool(job and kid.place in job.places)
        if done is not REFUSED:
            until = self.world.now + timedelta(hours=2)
            self.world.emergencies.append(Emergency(kid, who, until))

    @some("kids")
    @rule(who=WHO, nr=NR)
    def start_a_report(self, who, nr):
        kid = pick(self.world.kids, nr)
        sees = self.those_who(lambda p: self.sees(p, "child", kid.id))
        who = self.owner_of(who, sees)
        if not self.world.works(who):
            return
        made = self.do(
            "report",
            who,
            may_child.REPORT,
            kid.id,
            lambda child, _: rights.start_report(child=child, by=self.employments[who]),
            may=who in sees,
            noted="report.started",
        )
        if made is not REFUSED:
            self.world.reports.append((made.pk, who))

    def sees(self, person, kind, key):
        return (kind, key) in self.world.seen_by_staff(person)
