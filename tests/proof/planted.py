"""A child with something in every place where words about it can stand, each marked."""

from datetime import date, timedelta
from types import SimpleNamespace

from laget.children import actions as children
from laget.concerns import actions as concerns
from laget.concerns.models import Heard, NotTold
from laget.consents import actions as consents
from laget.consents.models import How, Said
from laget.forms import actions as forms
from laget.forms.models import Template
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Effect, EntryKind, Next, Result
from laget.messaging.models import Message
from laget.rights import actions as rights
from laget.rights.models import Offer, OfferRule
from laget.threads import actions as threads
from laget.threads import people
from tests.cast import in_days, job_of

STAFF = Role.STAFF


class Planted(SimpleNamespace):
    """`mark` stands in every word; `ids` has a key for each kind, as URLs name them."""

    def word(self, what):
        return f"{what} {self.mark}"

    def words(self, *names):
        return {name: self.word(name) for name in names}


def plant(
    mark, *, municipality, owner, holder, helper, withdrawn, asked, team, young=None
):
    """`helper` takes part, `withdrawn` did until the consent ended; `asked`."""
    it = Planted(mark=mark, ids={}, holder=holder, young=young)
    with acting(owner.pk, STAFF):
        _before_there_is_a_log(it, municipality, owner, holder, team)
    with acting(holder.pk, STAFF):
        _the_log(it, holder, helper, withdrawn, asked)
        _the_work(it, holder)
        _what_was_mistaken(it, holder)
        _the_report(it, holder)
        _what_was_offered(it, holder)
        it.ids["filled"] = _a_form(it, holder)
        it.ids["message"] = _message(it, holder)
        _the_messages(it, holder)
    member = team.members.select_related("employment__user").last().employment.user
    with acting(member.pk, STAFF):
        concerns.advise(it.question, text=it.word("råd"), by=member)
    return it


def _a_form(it, holder):
    """A draft, which nobody else is to know of."""
    template = Template.objects.of(it.child.municipality).filter(
        versions__facts__title__in=["Alt på en gang", "Fjordbys skjema"]
    )
    draft = forms.begin(
        template.get(),
        place=it.log.pk,
        municipality=it.child.municipality,
        child=it.child,
        by=job_of(holder),
    )
    words = {"text": it.word("svar"), "long": it.word("langt svar")}
    answers = {readers: words for readers in ("family", "team", "writer")}
    forms.save(draft, version=1, answers=answers)
    return draft.pk


def _before_there_is_a_log(it, municipality, owner, holder, team):
    it.child = children.register(
        f"Ola {it.mark}",
        municipality=municipality,
        born_on=date(2012 if it.young else 2019, 5, 17),
        unit=job_of(owner).unit,
        account=it.young,
        by=owner,
    )
    it.guardian = children.add_guardian(
        it.child, **it.words("name", "phone", "interpreter")
    )
    it.concern = _concern(it, municipality, owner)
    if owner != holder:
        concerns.share(it.concern, to=job_of(holder), by=owner)
    it.question = concerns.ask_team(
        it.concern, team=team, question="Hva hjelper barn å leke?", by=owner
    )
    it.ids |= {
        "child": it.child.pk,
        "guardianship": it.guardian.pk,
        "concern": it.concern.pk,
        "discussion": it.question.pk,
    }


def _concern(it, municipality, owner):
    concern = concerns.open_concern(employment=job_of(owner), municipality=municipality)
    texts = it.words("label", "strengths", "seen", "since", "child_says", "spoken_with")
    concerns.write(concern, version=1, factors=[], **texts)
    concerns.about_child(concern, it.child)
    concerns.record_conversation(
        concern,
        held_on=clock.today(),
        heard=Heard.TALK,
        by=owner,
        **it.words("present", "said", "agreed", "child_view"),
    )
    concerns.do_not_tell(
        concern, why=NotTold.OTHER, reason=it.word("ikke sagt"), by=owner
    )
    return concern


def _what_was_offered(it, holder):
    """As it stands while the family thinks about it."""
    offered = Offer.objects.create(
        log=it.log,
        rule=OfferRule.objects.filter(municipality=it.child.municipality).first(),
        occasion_at=clock.now(),
        made_by=holder,
        offered_on=clock.today(),
        said="thinks",
        said_on=clock.today(),
        next_on=in_days(14),
        **it.words("told", "words"),
    )
    it.ids["offer"] = offered.pk


def _consent(it, service, holder):
    consent = consents.ask(
        it.child,
        service=service,
        expires_at=clock.now() + timedelta(days=365),
        by=holder,
        **it.words("topics", "limits"),
    )
    consents.answer(
        consent,
        guardian=it.guardian,
        said=Said.YES,
        how=How.PAPER,
        on=clock.today(),
        reason=it.word("svar"),
        by=holder,
    )
    return consent


def _the_log(it, holder, helper, withdrawn, asked):
    services = {who: job_of(who).unit.service for who in (helper, withdrawn, asked)}
    given = {who: _consent(it, service, holder) for who, service in services.items()}
    it.log = logs.open_log(it.child, by=job_of(holder), level=2, next_on=in_days(60))
    parts = [logs.invite(it.log, employment=job_of(w)) for w in (helper, withdrawn)]
    consents.withdraw(given[withdrawn], reason=it.word("angret"), by=holder)
    offer = logs.offer(
        it.log, to=job_of(asked), by=holder, **it.words("reason", "must_know")
    )
    it.ids |= {
        "consent": given[helper].pk,
        "log": it.log.pk,
        "participation": parts[0].pk,
        "handover": offer.pk,
    }


def _the_work(it, holder):
    goal = logs.set_goal(
        it.log, text=it.word("mål"), owner=holder, next_on=in_days(60), start=3
    )
    tried = logs.add_intervention(
        goal,
        owner=holder,
        review_on=in_days(30),
        **it.words("text", "how_we_see", "done_by"),
    )
    logs.review(
        tried,
        effect=Effect.PARTLY,
        heard=Heard.TALK,
        decision=Next.CONTINUE,
        next_on=in_days(30),
        by=holder,
        **it.words("seen", "child_view", "guardians_view"),
    )
    texts = it.words("tried", "how_it_went", "child_view", "best_interests")
    logs.raise_level(it.log, to=3, heard=Heard.TALK, by=holder, **texts)
    entry = logs.write_entry(
        it.log,
        text=it.word("sagt"),
        kind=EntryKind.VOICE,
        heard=Heard.TALK,
        by=holder,
    )
    it.ids |= {"goal": goal.pk, "intervention": tried.pk, "entry": entry.pk}


def _what_was_mistaken(it, holder):
    entry = logs.write_entry(it.log, text=it.word("feil"), by=holder)
    logs.recall(entry, reason=it.word("feil barn"), by=holder)
    over = logs.set_goal(it.log, text="Over", owner=holder, next_on=in_days(9))
    logs.end_goal(over, result=Result.REACHED, text=it.word("nådd"), by=holder)


def _the_report(it, holder):
    report = rights.start_report(child=it.child, by=job_of(holder))
    rights.write_report(report, version=1, **it.words(*rights.TEXTS))
    it.ids["report"] = report.pk


def _message(it, holder):
    return Message.objects.create(
        to=holder, template="your_log_was_taken_over", ids={"log": str(it.log.pk)}
    ).pk


def _the_messages(it, holder):
    """From the holder to the guardian."""
    talk = threads.start(
        it.log,
        **it.words("subject", "text"),
        family=people.of_the_family(it.child),
        by=holder,
        as_family=False,
    )
    it.ids |= {"thread": talk.pk, "post": talk.posts.get().pk}
