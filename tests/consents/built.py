"""A situation read from its file, and built with the real actions, day by day."""

import tomllib
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from laget import consents as package
from laget.accounts.models import User
from laget.children import actions as children
from laget.children.models import Child, Guardianship, Tie
from laget.concerns.models import Heard
from laget.consents import actions as consents
from laget.consents.limits import Limits
from laget.consents.models import Consent, How, Said
from laget.consents.standing import standing
from laget.kernel import RuleBroken, clock
from laget.kernel.acting import acting
from laget.logs import actions as logs
from laget.logs.models import Closed
from laget.organisation.models import Municipality, Service
from tests.cast import FAMILY, STAFF, make_log

FOLDER = Path(package.__file__).with_name("situations")
SITUATIONS = [
    row
    for file in sorted(FOLDER.glob("*.toml"))
    for row in tomllib.loads(file.read_text())["situation"]
]
ACCOUNTS = {
    **{"Maria": "guardian", "Ivar": "father", "Jon": "barred", "Nora": "youth"},
    **{"Guest": "doctor", "Teacher": "colleague", "Stranger": "barred"},
    **{"Eva": "teacher", "Per": "caseworker"},
}
TIES = {"foster": Tie.FOSTER_PARENT, "appointed": Tie.APPOINTED, "other": Tie.OTHER}
AGES = {"consent": "own_consent_age", "page": "own_page_age"}
AGES |= {"sight": "guardian_sight_age"}
ALL = {"consent", "see", "invited", "told"}


@dataclass
class Built:
    """The family as it is today, and who holds the log."""

    row: dict
    holder: User
    child: Child
    consent: Consent | None = None
    guardians: dict[str, Guardianship] = field(default_factory=dict)
    refused: bool = False

    def person(self, name):
        """As the table knows them: a guardian, or None for the young person."""
        if name == "Nora":
            return None
        return self.guardians.get(name) or user_of(name)


def build(row) -> Built:
    place = row.get("place", {})
    _set_ages(place)
    holder = User.objects.get(
        username="stranger" if place.get("name") == "Fjordby" else "holder"
    )
    begun = clock.now() - timedelta(days=max(row.get("asked", 30), 1))
    with clock.at(begun):
        built = Built(row, holder, _child(row, holder))
        _guardians(built, now=False)
        _log(built)
        _ask(built)
        _answers(built, young=False)
    _answers(built, young=True)
    _since(built)
    return built


def user_of(name) -> User:
    return User.objects.get(username=ACCOUNTS[name])


def born_on(row) -> date | None:
    today = clock.today()
    if "turns" in row:
        birthday = today + timedelta(days=row["in_days"])
        return birthday.replace(year=birthday.year - row["turns"])
    if "age" in row:
        return today.replace(year=today.year - row["age"]) - timedelta(days=180)
    return None


def _set_ages(place):
    ages = {AGES[name]: age for name, age in place.items() if name != "name"}
    if ages:
        with acting(User.objects.get(username="administrator").pk, STAFF):
            Municipality.objects.filter(name="Bygdevik").update(**ages)


def _child(row, holder):
    name = row.get("place", {}).get("name", "Bygdevik")
    unit = holder.employments.get().unit
    with clock.at(clock.now() + timedelta(days=max(row.get("asked", 30), 1))):
        born = born_on(row)
    with acting(holder.pk, STAFF):
        return children.register(
            "Nora Sand",
            municipality=Municipality.objects.get(name=name),
            unit=unit,
            born_on=born,
            due_on=None if born else clock.today() + timedelta(days=60),
            account=_account(row) if born else None,
            by=holder,
        )


def _account(row):
    """The young person's, who may work somewhere too."""
    if row.get("works"):
        return User.objects.get(username="second_helper")
    return user_of("Nora") if row.get("account", True) else None


def _guardians(built, *, now):
    for name, words in built.row["guardians"].items():
        said = words.split()
        if ("later" in said) == now:
            with acting(built.holder.pk, STAFF):
                built.guardians[name] = children.add_guardian(
                    built.child,
                    name=f"{name} Sand",
                    custody="custody" in said,
                    may_see="sees" in said,
                    barred="barred" in said,
                    tie=next((TIES[word] for word in said if word in TIES), Tie.PARENT),
                    user=None if "away" in said else user_of(name),
                )


def _log(built):
    if built.row.get("log") != "none":
        with acting(built.holder.pk, STAFF):
            make_log(built.child, built.holder, level=1)


def _ask(built):
    row = built.row
    if row.get("asked", 30) < 0:
        return
    service = row.get("service", "PPT")
    if service.endswith("Fjordby"):
        service = Service.objects.get(host__name="Fjordby")
    else:
        service = Service.objects.get(name=service)
    try:
        built.consent = ask(built, service)
    except RuleBroken:
        built.refused = True


def ask(built, service):
    expires = clock.now() + timedelta(days=built.row.get("lasts", 365))
    with acting(built.holder.pk, STAFF):
        return consents.ask(
            Child.objects.get(pk=built.child.pk),
            service=service,
            topics="Lek",
            expires_at=expires,
            by=built.holder,
        )


def _answers(built, *, young):
    for line in built.row.get("answers", []):
        name, said, *limits = line.split()
        if (name == "Nora") == young:
            answer(built, built.consent, name, said, limits)


def answer(built, consent, name, said, limits=()):
    """On their own page, whoever may; else written down by the holder."""
    person = built.person(name)
    with acting(built.holder.pk, STAFF):
        child = Child.objects.select_related("municipality").get(pk=built.child.pk)
        known = list(child.guardianships.current())
        they = standing(child, known, person)
        user = child.account if person is None else person.user
    if they.answers_here and user and said != Said.EXCUSED:
        how, by, hat = How.PORTAL, user, FAMILY
    else:
        how, by, hat = How.PAPER, built.holder, STAFF
    why = {"reason": "Besøksforbud", "decided_by": "Barnevernet"}
    with acting(by.pk, hat):
        consents.answer(
            Consent.objects.get(pk=consent.pk),
            guardian=person,
            said=Said(said),
            how=how,
            on=clock.today(),
            limits=_limits(built, limits),
            by=by,
            **(why if said == Said.EXCUSED else {}),
        )


def _limits(built, words):
    days = int(words[words.index("until") + 1]) if "until" in words else None
    today = clock.today() + timedelta(days=max(built.row.get("asked", 30), 1))
    until = None if days is None else today + timedelta(days=days)
    return Limits(from_now="from_now" in words, until=until)


def _since(built):
    _guardians(built, now=True)
    with acting(built.holder.pk, STAFF):
        for name, words in built.row["guardians"].items():
            if "ended" in words.split():
                children.end_guardianship(built.guardians[name])
                consents.settle(built.child, by=built.holder)
    for happened in built.row.get("then", []):
        THEN[happened](built)
    if built.row.get("log") == "closed":
        _close(built)


def _withdrawn(built):
    with acting(user_of("Maria").pk, FAMILY):
        consent = Consent.objects.get(pk=built.consent.pk)
        consents.withdraw(consent, by=user_of("Maria"))


def _asked_anew(built):
    ask(built, built.consent.service)


def _renewed(built):
    new = ask(built, built.consent.service)
    for name in built.row["guardians"]:
        answer(built, new, name, "yes")


def _born(built):
    with acting(built.holder.pk, STAFF):
        child = Child.objects.get(pk=built.child.pk)
        children.is_born(child, on=clock.today(), name="Nora Sand")


def _protected(built):
    with acting(built.holder.pk, STAFF):
        child = Child.objects.get(pk=built.child.pk)
        facts = {n: getattr(child, n) for n in ("name", "born_on", "due_on", "unit")}
        children.correct(child, **facts, protection="confidential")


def _close(built):
    with acting(built.holder.pk, STAFF):
        logs.close(
            built.child.logs.get(),
            why=Closed.GOALS_REACHED,
            text="Det gikk bra.",
            child_words="Jeg har det fint.",
            heard=Heard.TALK,
            guardian_words="Takk.",
            follows_on="Barnehagen",
            results={},
            by=built.holder,
        )


THEN = {
    "withdrawn": _withdrawn,
    "renewed": _renewed,
    "asked anew": _asked_anew,
    "born": _born,
    "protected": _protected,
}
