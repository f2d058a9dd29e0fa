"""Concerns: written, shared, passed on, talked about, decided; asked of a team."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from laget.access import concerns as may_concern
from laget.access import work as may_work
from laget.children.models import Child
from laget.concerns import actions as concerns
from laget.concerns.models import Decision, Heard
from laget.organisation.models import Municipality, Team
from tests.proof.beginnings import ANYONE, Beginnings, some
from tests.proof.deeds import NR, REFUSED, WHO, pick
from tests.proof.facts import Concern, Question


class Concerns(Beginnings):
    @rule(who=ANYONE)
    def begin_a_concern(self, who):
        if len(self.world.concerns) > 3:
            return
        place = Municipality.objects.get(pk=min(self.world.job(who).places))
        made = self.own(
            "concern",
            who,
            may_work.WORRY,
            lambda *_: concerns.open_concern(
                employment=self.employments[who], municipality=place
            ),
            "concern.opened",
        )
        if made is not REFUSED:
            self.world.concerns.append(Concern(made.pk, who, self.world.job(who)))

    def may_handle(self, person, concern):
        is_owner = concern.owner == person and not concern.decided
        return is_owner and concern in self.world.own_concerns(person)

    def handle(self, name, who, action, concern, call, noted):
        may = self.may_handle(who, concern)
        return self.do(name, who, action, concern.id, call, may=may, noted=noted)

    @some("concerns")
    @rule(who=WHO, nr=NR, stale=st.booleans())
    def write_a_concern(self, who, nr, stale):
        concern = pick(self.world.concerns, nr)
        text, version = self.word("Sett"), concern.version - stale
        done = self.handle(
            "write concern",
            who or concern.owner,
            may_concern.WRITE,
            concern,
            lambda record, _: concerns.write(
                record, version=version, factors=[], seen=text
            ),
            "concern.written",
        )
        if done is not REFUSED:
            assert not stale, "an old version was saved over a newer one"
            concern.version += 1
            concern.texts.append(text)

    @some("concerns")
    @rule(who=WHO, nr=NR, kid_nr=NR)
    def say_which_child(self, who, nr, kid_nr):
        concern = pick(self.world.concerns, nr)
        who = who or concern.owner
        kids = [k for k in self.world.kids if k in self.readable(who)]
        if not kids:
            return
        kid = pick(kids, kid_nr)
        done = self.handle(
            "name child",
            who,
            may_concern.NAME_CHILD,
            concern,
            lambda record, _: concerns.about_child(record, self.child(kid)),
            "concern.about_child",
        )
        if done is not REFUSED:
            assert concern.kid in (None, kid)
            concern.kid = kid

    def child(self, kid):
        return Child.objects.get(pk=kid.id)

    def readable(self, who):
        return self.world.works_with(who) | self.world.emergency(who)

    @some("concerns")
    @rule(who=WHO, nr=NR, to=ANYONE)
    def share_a_concern(self, who, nr, to):
        concern = pick(self.world.concerns, nr)
        done = (
            self.handle(
                "share",
                who or concern.owner,
                may_concern.SHARE,
                concern,
                lambda record, by: concerns.share(
                    record, to=self.employments[to], by=by
                ),
                "concern.shared",
            )
            if to not in concern.shares
            else REFUSED
        )
        if done is not REFUSED:
            assert self.world.job(to).unit == concern.job.unit
            concern.shares.add(to)

    @some("concerns")
    @rule(who=WHO, nr=NR, to=ANYONE)
    def pass_a_concern_on(self, who, nr, to):
        concern = pick(self.world.concerns, nr)
        to = pick(sorted(concern.shares), nr) if concern.shares else to
        done = self.handle(
            "pass on",
            who or concern.owner,
            may_concern.PASS_ON,
            concern,
            lambda record, _: concerns.pass_on(record, to=self.employments[to]),
            "concern.passed_on",
        )
        if done is not REFUSED:
            assert to in concern.shares, "passed on to who does not know what it is"
            concern.shares.add(concern.owner)
            concern.owner, concern.job = to, self.world.job(to)

    @some("concerns")
    @rule(who=WHO, nr=NR)
    def talk_with_the_guardians(self, who, nr):
        concern = pick(self.world.concerns, nr)
        done = self.handle(
            "talk",
            who or concern.owner,
            may_concern.TALK,
            concern,
            lambda record, by: concerns.record_conversation(
                record,
                held_on=self.day(0),
                present="Mor",
                said="Ja",
                agreed="Lek",
                child_view="Vil leke",
                heard=Heard.TALK,
                by=by,
            ),
            "conversation.recorded",
        )
        concern.talked = concern.talked or done is not REFUSED

    @some("concerns")
    @rule(who=WHO, nr=NR, decision=st.sampled_from(["closed", "level_1", "level_2"]))
    def decide_a_concern(self, who, nr, decision):
        concern = pick(self.world.concerns, nr)
        done = self.handle(
            "decide",
            who or concern.owner,
            may_concern.DECIDE,
            concern,
            lambda record, by: concerns.decide(
                record, decision=Decision(decision), reason="Derfor", by=by
            ),
            "concern.decided",
        )
        if done is not REFUSED:
            ready = concern.talked and concern.kid
            assert ready or decision == "closed", (
                "decided before anyone was spoken with"
            )
            concern.decided = True

    @some("concerns")
    @rule(who=WHO, nr=NR)
    def ask_a_team(self, who, nr):
        concern = pick(self.world.concerns, nr)
        who = who or concern.owner
        made = self.handle(
            "ask team",
            who,
            may_concern.ASK_TEAM,
            concern,
            lambda record, by: concerns.ask_team(
                record, team=Team.objects.get(), question="Hva hjelper i lek?", by=by
            ),
            "discussion.opened",
        )
        if made is not REFUSED:
            self.world.questions.append(Question(made.pk, who))

    @some("questions")
    @rule(who=WHO, nr=NR)
    def advise_who_asked(self, who, nr):
        question = pick(self.world.questions, nr)
        members = sorted(self.world.team_members)
        who = self.owner_of(who, [m for m in members if self.world.works(m)])
        member = who in self.world.team_members and self.world.works(who)
        self.do(
            "advise",
            who,
            may_concern.ADVISE,
            question.id,
            lambda record, by: concerns.advise(record, text="Lek i gruppe.", by=by),
            may=bool(member) and not question.ended,
            noted="discussion.advised",
        )
