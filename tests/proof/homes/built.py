"""The drawn family, made with the product's own actions, day by day."""

from datetime import UTC, date, datetime, timedelta

from laget.accounts.models import User
from laget.audit.models import Event
from laget.children import actions as children
from laget.concerns import actions as concerns
from laget.concerns.models import Heard, NotTold
from laget.consents import actions as consents
from laget.consents.limits import Limits
from laget.consents.models import Consent, How, Said
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import Role, acting
from laget.logs import actions as logs
from laget.logs.models import Closed, Result
from laget.meetings import actions as meetings
from laget.messaging import reaching
from laget.messaging.models import By
from laget.organisation.models import Municipality
from tests.cast import in_days, job_of
from tests.proof.homes import facts
from tests.proof.homes.facts import AT_HOME, GUARDIANS, HELPERS, Home, Record
from tests.proof.homes.written import Writing

STAFF, FAMILY, GUEST = Role.STAFF, Role.FAMILY, Role.GUEST
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)  # in Norway, a Monday
TOLD = {"heard": Heard.TALK, "child_view": "-"}


class Built:
    """`home` is what the table is read from; the rest is the product's own."""

    def __init__(self, drawn):
        self.drawn, self.at = drawn, NOON
        self.users = {user.username: user for user in User.objects.all()}
        self.holder = self.users["holder"]
        born = date(NOON.year - drawn["age"], 3, 1)
        self.home = Home(born, NOON, drawn["account"])
        self.ties, self.parts = {}, {}
        self.writing = Writing(self)
        self._tell_by_mail()
        self._begin()
        for one in drawn["before"]:
            self._write(one)
        self._invite("from now")
        for one in drawn["after"]:
            self._write(one)
        self._late_and_gone()
        self._end()

    def step(self, who=None, hat=STAFF):
        """A minute later, as somebody."""
        self.at += timedelta(minutes=1)
        self.home.now = self.at
        return _As(self.at, who or self.holder, hat)

    def _tell_by_mail(self):
        for name in (*AT_HOME, *HELPERS, "doctor"):
            with self.step(self.users[name], FAMILY):
                address = f"{name}@example.no"
                reaching.choose(self.users[name], by=By.MAIL, email=address)

    def _begin(self):
        home, holder = self.home, self.holder
        home.names["child"] = home.mark()
        with self.step():
            self.child = children.register(
                f"Nora {home.names['child']}",
                municipality=Municipality.objects.get(name="Bygdevik"),
                born_on=home.born,
                unit=job_of(holder).unit,
                account=self.users["youth"] if home.account else None,
                by=holder,
            )
        home.add("child", self.child.pk)
        for name in GUARDIANS:
            if not self.drawn["guardians"][name]["late"]:
                self._add_guardian(name)
        concern = self._worry() if self.drawn["worry"] != "none" else None
        with self.step():
            self.log = logs.open_log(
                self.child, by=job_of(holder), next_on=in_days(30), concern=concern
            )
        home.add("log", self.log.pk)
        self._invite("yes", "taken back")

    def _add_guardian(self, name):
        home, told = self.home, self.drawn["guardians"][name]
        home.names[name], home.phones[name] = home.mark(), home.mark()
        with self.step():
            self.ties[name] = children.add_guardian(
                self.child,
                name=home.names[name],
                phone=home.phones[name],
                custody=not told["barred"],
                may_see=told["sees"],
                barred=told["barred"],
                user=self.users[name],
            )
        sees = told["sees"] and not told["barred"]
        home.guardians[name] = facts.Guardian(sees, told["barred"], self.at)
        home.add("guardianship", self.ties[name].pk)

    def _worry(self):
        """What the log began with, and what was said of it with the guardians."""
        how, home = self.drawn["worry"], self.home
        worry = Record("concern", self.at, waits=how == "waits")
        with self.step():
            job = job_of(self.holder)
            concern = concerns.open_concern(
                employment=job, municipality=self.child.municipality
            )
            seen = self.writing.word(worry)
            concerns.write(concern, version=1, factors=[], seen=seen)
            concerns.about_child(concern, self.child)
            talk = concerns.record_conversation(
                concern,
                held_on=clock.today(),
                present="Alle",
                said=self.writing.word(worry),
                agreed="-",
                child_view="-",
                heard=Heard.TALK,
                by=self.holder,
            )
            if how == "waits":
                why = NotTold.OTHER
                reason = self.writing.word(worry, "team")
                concerns.do_not_tell(concern, why=why, reason=reason, by=self.holder)
            if how == "held back":
                self.writing.shield(concern, worry, "all")
        worry.at = self.at + timedelta(minutes=1)  # it is the team's from the opening
        worry.key = concern.pk
        home.records.append(worry)
        home.add("concern", concern.pk)
        home.add("conversation", talk.pk)
        return concern

    def _invite(self, *when):
        for name, said in self.drawn["consents"].items():
            if said in when:
                self._ask(name, said)

    def _ask(self, name, said):
        job = job_of(self.users[name])
        with self.step():
            consent = consents.ask(
                self.child,
                service=job.unit.service,
                topics="Lek",
                expires_at=clock.now() + timedelta(days=365),
                by=self.holder,
            )
            for guardian in consents.who_must_answer(self.child).everyone:
                consents.answer(
                    consent,
                    guardian=guardian,
                    said=Said.YES,
                    how=How.PAPER,
                    on=clock.today(),
                    limits=Limits(from_now=said == "from now"),
                    by=self.holder,
                )
            consent.refresh_from_db()
            if consent.effective_at:
                part = logs.invite(self.log, employment=job)
                self.home.add("participation", part.pk)
        self.home.add("consent", consent.pk)
        self.parts[name] = consent.pk

    def _write(self, one):
        getattr(self.writing, one["kind"])(one)

    def _late_and_gone(self):
        for name in GUARDIANS:
            if self.drawn["guardians"][name]["late"]:
                self._add_guardian(name)
        for name in GUARDIANS:
            if self.drawn["guardians"][name]["ended"]:
                with self.step():
                    children.end_guardianship(self.ties[name])
                self.home.guardians[name].ended = True
        for name, said in self.drawn["consents"].items():
            if said == "taken back":
                with self.step():
                    consent = Consent.objects.get(pk=self.parts[name])
                    if consent.effective_at:
                        consents.withdraw(consent, by=self.holder)

    def _end(self):
        if self.drawn["offered"]:
            self.writing.offer()
        self._seat(self.drawn["seat"])
        if self.drawn["closed"]:
            self._close()
        self.at += timedelta(days=self.drawn["days"])
        with self.step():
            for name, key in self.parts.items():
                self.home.consents[name] = _as_it_is(Consent.objects.get(pk=key))
            lines = Event.objects.filter(subject=self.child.pk).order_by("-at")
            self.home.keys["line"] = [line.pk for line in lines[:3]]

    def _seat(self, how):
        kinds = {"form": ["form"], "none": []}.get(how, ["meeting"])
        found = [r for r in self.home.records if r.kind in kinds and not r.shields]
        if not found:
            return
        until = self.at + timedelta(days=10)
        thing = {"paper" if found[0].kind == "form" else "meeting": found[0].thing}
        with self.step():
            seat, link = meetings.give_seat(
                self.log, name="H", part="-", until=until, by=self.holder, **thing
            )
        with self.step(self.users["doctor"], GUEST):
            meetings.take_seat(link)
        self.home.add("seat", seat.pk)
        self.home.add("link", link)
        self.home.seat, self.home.seat_until = found[0], until
        if how == "ended":
            with self.step():
                meetings.end_seat(seat)
            self.home.seat_until = self.at

    def _close(self):
        with self.step():
            self.log.refresh_from_db()
            goals = {g: (Result.PARTLY, "-") for g in self.log.goals.open()}
            try:
                logs.close(
                    self.log,
                    why=Closed.OTHER,
                    text="-",
                    child_words="-",
                    heard=Heard.TALK,
                    guardian_words="-",
                    follows_on="-",
                    results=goals,
                    by=self.holder,
                )
                self.home.closed = True
            except RuleBroken:  # an offer has not been answered
                self.home.closed = False


class _As:
    """The clock, and who acts."""

    def __init__(self, at, who, hat):
        self.blocks = [clock.at(at), acting(who.pk, hat)]

    def __enter__(self):
        for block in self.blocks:
            block.__enter__()

    def __exit__(self, *error):
        for block in reversed(self.blocks):
            block.__exit__(*error)


def _as_it_is(consent):
    """What stands of it now; that it does so rightly, others prove."""
    stands = consent.stands and consent.expires_at > clock.now()
    return facts.Consent(stands, not consent.earlier, consent.effective_at)
