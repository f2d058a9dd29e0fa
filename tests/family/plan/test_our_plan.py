"""What a parent and a young person find on the page about their own plan."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from laget.audit.models import Event
from laget.children.models import Child
from laget.consents import actions as consents
from laget.consents.models import How, Said
from laget.family.plan import steps
from laget.kernel import clock
from laget.kernel.acting import Role, acting
from laget.logs import actions
from laget.logs.models import Closed
from tests.cast import in_days, job_of, make_consent

STAFF = Role.STAFF
MOST = 15
ASKED = "Du får spørsmål om ja eller nei"


def text_of(answer):
    assert answer.status_code == 200, answer.content.decode()[:2000]
    said = answer.content.decode()
    assert "!!!" not in said, "every name in the template is known"
    return " ".join(re.sub(r"<[^>]+>", " ", said.split("<main")[1]).split())


@pytest.fixture
def plan(full, nora, as_family):
    def read(user):
        return text_of(as_family(user).get(f"/family/{nora.pk}/"))

    return read


def test_the_family_reads_who_helps_with_what(plan, guardian):
    said = plan(guardian)
    assert "Kari Lund" in said and "pedagogisk leder, Lia barnehage" in said
    assert "Ola Dahl" in said and "helsesykepleier, Helsestasjonen" in said
    assert "Gjør dette: Samtaler med Ola" in said


def test_what_did_not_help_is_said_kindly(plan, guardian):
    said = plan(guardian)
    assert "Frokost på skolen Det hjalp ikke, så vi sluttet med det." in said
    assert "Nora sa Jeg liker ikke å gå tidlig." in said


def test_the_young_person_is_spoken_to(plan, youth):
    said = plan(youth)
    assert "Hvem som hjelper deg" in said
    assert "Du sa Jeg liker ikke å gå tidlig." in said
    assert "Dine egne ord" in said


def test_no_number_stands_for_how_a_child_is_doing(plan, guardian):
    said = plan(guardian)
    assert "Vi har kommet" in said or "Vi er på vei" in said
    assert not re.search(r"\d (av|of) 10\b|→", said)


def test_the_nearest_day_comes_first(plan, guardian):
    said = plan(guardian)
    days = [said.index(words) for words in ("om 3 dager", "om 5 dager", "om 12 dager")]
    assert days == sorted(days)


@pytest.mark.parametrize("who", ["guardian", "youth"])
def test_the_page_is_made_in_few_statements(
    full, nora, as_family, who, request, holder
):
    client, here = as_family(request.getfixturevalue(who)), f"/family/{nora.pk}/"

    def statements():
        with CaptureQueriesContext(connection) as made:
            text_of(client.get(here))
        return len(made)

    before = statements()
    with acting(holder.pk, STAFF):
        for n in range(8):
            goal = actions.set_goal(
                full, text=f"Mål {n}", owner=holder, next_on=in_days(9)
            )
            actions.add_intervention(
                goal,
                text=f"Tiltak {n}",
                how_we_see="Ja",
                owner=holder,
                review_on=in_days(9),
            )
            actions.write_entry(full, text=f"Notat {n}", by=holder)
    assert statements() == before <= MOST


def test_whoever_is_barred_finds_no_plan(full, nora, as_family, barred):
    assert as_family(barred).get(f"/family/{nora.pk}/").status_code == 404


def test_a_visit_is_noted_as_the_familys(full, nora, as_family, guardian, plan, holder):
    plan(guardian)
    with acting(holder.pk, STAFF):
        visit = Event.objects.get(action="child.read_plan")
    assert (visit.role, visit.actor, visit.object) == ("family", guardian.pk, nora.pk)


def test_all_that_is_written_is_read_a_page_at_a_time(
    full, nora, as_family, guardian, holder
):
    with acting(holder.pk, STAFF):
        for n in range(25):
            actions.write_entry(full, text=f"Notat nummer {n}.", by=holder)
    client, here = as_family(guardian), f"/family/{nora.pk}/written/"
    with CaptureQueriesContext(connection) as made:
        first = text_of(client.get(here))
    assert len(made) <= MOST
    assert "Notat nummer 24." in first and "Notat nummer 4." not in first
    assert "Notat nummer 4." in text_of(client.get(f"{here}?page=2"))


def test_what_is_new_since_last_time_is_marked(full, nora, as_family, guardian, holder):
    here, now = f"/family/{nora.pk}/", clock.now()
    with clock.at(now + timedelta(hours=2)):
        assert "Nytt for deg" not in text_of(as_family(guardian).get(here))
    with clock.at(now + timedelta(days=1)), acting(holder.pk, STAFF):
        actions.write_entry(full, text="Skrevet i går.", by=holder)
    with clock.at(now + timedelta(days=2)):
        client = as_family(guardian)
        first, again = text_of(client.get(here)), text_of(client.get(here))
    assert first.count("Nytt for deg") == again.count("Nytt for deg") == 1
    assert "Nytt for deg" in first.split("Skrevet i går.")[0]


def test_at_the_end_the_family_is_thanked_and_told_what_follows(
    noras_log, nora, as_family, guardian, youth, holder
):
    with acting(holder.pk, STAFF):
        actions.close(
            noras_log,
            why=Closed.GOALS_REACHED,
            text="Nora har det trygt nå.",
            child_words="Takk for at dere hørte på meg.",
            heard="1.1",
            guardian_words="Vi er glade.",
            follows_on="Kontaktlæreren snakker med Nora i januar.",
            results={},
            by=holder,
        )
    said = text_of(as_family(guardian).get(f"/family/{nora.pk}/"))
    assert "Takk for samarbeidet" in said and "Vi kom dit vi ville være." in said
    assert "Dette skjer nå Kontaktlæreren snakker med Nora i januar." in said
    assert "Det Nora sa til slutt" in said
    hers = text_of(as_family(youth).get(f"/family/{nora.pk}/"))
    assert "Det du sa til slutt" in hers and "Hva skjer nå" not in hers


def test_where_nothing_is_written_yet_the_page_is_kind(
    noras_log, nora, as_family, guardian, youth
):
    said = text_of(as_family(guardian).get(f"/family/{nora.pk}/"))
    assert "Ingen mål ennå" in said and "Kari Lund" in said
    assert "Ingenting er skrevet ennå." in said


def test_a_question_that_waits_for_an_answer_stands_first(
    full, nora, as_family, guardian, father, youth, adviser, holder
):
    here, service = f"/family/{nora.pk}/", job_of(adviser).unit.service
    with acting(holder.pk, STAFF):
        until = clock.now() + timedelta(days=90)
        asked = {"service": service, "topics": "Lesing", "expires_at": until}
        consent = consents.ask(nora, **asked, by=holder)
        hers = nora.guardianships.get(user=guardian)
    said = text_of(as_family(guardian).get(here))
    assert said.index(ASKED) < said.index("Kari Lund")
    assert f"{service} Til samtykkene" in said

    with acting(guardian.pk, Role.FAMILY):
        said_no = {"said": Said.NO, "how": How.PORTAL, "on": clock.today()}
        consents.answer(consent, guardian=hers, **said_no, by=guardian)
    assert ASKED not in text_of(as_family(guardian).get(here))
    assert ASKED in text_of(as_family(father).get(here))
    assert ASKED not in text_of(as_family(youth).get(here)), "not hers to answer yet"


def test_before_there_is_a_log_the_family_is_told_that_nothing_is_agreed(
    nora, as_family, guardian, holder, nurse
):
    with acting(holder.pk, STAFF):
        make_consent(nora, job_of(nurse).unit.service, by=holder)
    said = text_of(as_family(guardian).get(f"/family/{nora.pk}/"))
    assert "Ingenting er avtalt ennå" in said


def test_whoever_has_no_yes_any_more_is_named_as_one_who_sees_nothing(
    full, nora, as_family, guardian, holder, nurse
):
    with acting(holder.pk, STAFF):
        given = nora.consents.live().get(service=job_of(nurse).unit.service)
        consents.withdraw(given, reason="Vi ombestemte oss", by=holder)
    said = text_of(as_family(guardian).get(f"/family/{nora.pk}/"))
    assert "Ser ingenting her nå, fordi det ikke er gitt samtykke." in said


def test_for_a_protected_child_no_unit_tells_where_it_is(
    full, nora, as_family, guardian, holder
):
    with acting(holder.pk, STAFF):
        Child.objects.filter(pk=nora.pk).update(protection="strict")
    said = text_of(as_family(guardian).get(f"/family/{nora.pk}/"))
    assert "pedagogisk leder" in said
    assert "pedagogisk leder, Lia barnehage" not in said


@pytest.mark.parametrize(
    ("start", "now", "wanted", "words"),
    [
        (None, None, None, ""),
        (3, 3, 8, "Vi er der vi begynte."),
        (3, 2, 8, "Akkurat nå er det vanskeligere enn da vi begynte."),
        (3, 5, 8, "Vi har kommet et lite stykke på vei."),
        (3, 6, 8, "Vi har kommet et godt stykke på vei."),
        (3, 8, 8, "Vi er der vi ville være."),
        (8, 8, 8, "Vi er der vi ville være."),
        (None, 4, 8, "Vi er på vei."),
        (1, 10, None, "Vi har kommet et godt stykke på vei."),
    ],
)
def test_how_far_they_have_come_is_said_in_words(start, now, wanted, words):
    with translation.override("nb"):
        assert steps.where(start, now, wanted) == words
        assert (steps.drawn(start, now, wanted) is None) == (now is None)


def test_each_thing_leads_to_saying_something_about_it(full, nora, as_family, guardian):
    client = as_family(guardian)
    said = client.get(f"/family/{nora.pk}/").text
    links = set(re.findall(r'href="([^"]*\?record=[^"]*)"', said))
    assert len(links) == 7  # two goals, three interventions, two entries
    assert {client.get(link).status_code for link in links} == {200}
