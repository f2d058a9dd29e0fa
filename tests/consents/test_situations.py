"""Every family situation: the table, the database and the real actions agree."""

import pytest
from django.db import connection
from django.utils import translation

from laget.children.models import Child
from laget.consents import actions, because, rules
from laget.consents.models import Answer, Consent, Said
from laget.consents.standing import Standing, standing, table
from laget.family.consents.reading import ours, us
from laget.kernel import clock
from laget.kernel.acting import acting
from tests.cast import FAMILY, STAFF
from tests.consents.built import ALL, SITUATIONS, build, user_of

pytestmark = pytest.mark.django_db


@pytest.fixture(params=SITUATIONS, ids=lambda row: row["name"])
def built(request):
    return build(request.param)


def expected(words):
    may, code = words.split(":")
    may = ALL if may == "all" else set(may.replace("-", "").split())
    return Standing(**{name: name in may for name in ALL}, because=code.strip())


def test_the_table_the_state_and_the_database_agree(built):
    row = built.row
    assert built.refused == row.get("cannot_ask", False)
    with acting(built.holder.pk, STAFF):
        child = Child.objects.select_related("municipality").get()
        guardians = list(child.guardianships.all())
        stands = state_of(built.consent, child)
        found = {
            name: found_by_table(built, name, child, guardians) for name in who(row)
        }
    for name, words in row["who"].items():
        assert found[name] == expected(words), name
        assert database(built, child, name) == by_table(built, name, found[name]), name
    assert stands == row["state"]


def test_what_waits_for_each_is_what_they_may_answer_and_have_not(built):
    """One question of the database; and what the page of consents works out."""
    for name in who(built.row):
        user = account(built, name)
        if user is None:
            continue
        with acting(user.pk, FAMILY):
            found = Consent.objects.waiting_for(user.pk, clock.now())
            assert set(found) == set(waits_for(built.child, user)), name


def waits_for(child, user):
    """Of the child's consents, those that do not stand and wait for this one."""
    seen = Child.objects.select_related("municipality").filter(pk=child.pk).first()
    known = ours(us(seen, user)) if seen else []
    return [
        each.consent
        for each in known
        if each.waits_for_me and not each.consent.effective_at
    ]


def who(row):
    return row["who"]


def found_by_table(built, name, child, guardians):
    begun = built.row.get("log") != "none" or built.consent is not None
    excused = Answer.objects.filter(said=Said.EXCUSED).values_list(
        "guardian", flat=True
    )
    return standing(
        child, guardians, built.person(name), begun=begun, excused=set(excused)
    )


def account(built, name):
    if name == "Nora":
        return built.child.account
    person = built.person(name)
    return getattr(person, "user", person)


def by_table(built, name, they):
    if account(built, name) is None:
        return False, False
    return they.see, they.answers_here


def database(built, child, name):
    """What it lets them do: see the child, and answer about its consents."""
    user = account(built, name)
    if user is None:
        return False, False
    with acting(user.pk, FAMILY):
        sees = Child.objects.filter(pk=child.pk).exists()
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s IN (SELECT answerable_children())", [child.pk])
            return sees, cursor.fetchone()[0]


def state_of(consent, child):
    """Where it stands; and the database says the same of whether all have said yes."""
    if consent is None:
        return ""
    consent = Consent.objects.get(pk=consent.pk)
    need, answers = actions.who_must_answer(child), list(consent.answers.all())
    complete = rules.state(need, answers) is rules.State.COMPLETE
    assert actions.is_complete(consent) == complete
    opens = rules.standing(consent, need, answers)
    assert consent.stands == (opens in rules.OPENS)
    return opens


def test_limits_are_the_narrowest_of_all(built):
    if built.consent is None:
        return
    with acting(built.holder.pk, STAFF):
        assert Consent.objects.get(pk=built.consent.pk).earlier == built.row.get(
            "earlier", True
        )


def test_there_are_many_and_every_rule_is_among_them():
    assert len(SITUATIONS) >= 75
    names = [row["name"] for row in SITUATIONS]
    assert len(set(names)) == len(names)
    codes = {expected(w).because for row in SITUATIONS for w in row["who"].values()}
    assert codes == {rule.because for rule in table()} == set(because.SAYS)
    states = {row["state"] for row in SITUATIONS} - {""}
    assert states == set(rules.Standing)


@pytest.mark.parametrize("code", sorted(because.SAYS))
def test_every_reason_has_words_for_the_person_and_about_them(code):
    says = because.SAYS[code]
    facts = {"name": "Maria", "child": "Nora", "age": 16, "others": "Ivar"}
    for language in ("nb", "nn"):
        with translation.override(language):
            for words in (says.you, says.they):
                assert (str(words) % facts).endswith(".")


def test_whoever_is_logged_in_stands_as_what_they_are_to_the_child():
    row = next(row for row in SITUATIONS if row["name"] == "they do not agree")
    built = build(row)
    with acting(built.holder.pk, STAFF):
        child = Child.objects.get()
        guardians = list(child.guardianships.all())
        maria = standing(child, guardians, user_of("Maria"))
        nora = standing(child, guardians, user_of("Nora"))

    assert (maria.because, nora.because) == ("together", "small")
