"""Guides and plans as anyone reads them: connected, dated, and honest about the law."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from laget.guide.models import Guide, Level, Step
from laget.kernel import clock
from laget.organisation.models import Municipality, Provision
from laget.plans.models import Plan


@pytest.fixture
def here(places):
    return Municipality.objects.create(name="Her", slug="her", number="9993")


@pytest.fixture
def reads(visitor, here):
    def read(name, **named):
        page = visitor.get(reverse(name, kwargs={"slug": "her", **named}))
        assert page.status_code == 200
        return " ".join(page.content.decode().split())

    return read


@pytest.fixture
def provisions(places):
    """One that has been replaced, and what replaced it."""
    facts = {"source": "vår oversikt", "topics": {"nb": "Taushet"}}
    for key, section, more in (
        ("gammel", "§ 6-7", {"standing": "replaced", "replaced_by": "ny"}),
        ("ny", "§ 13-1", {}),
    ):
        Provision.objects.create(
            key=key, act="Prøveloven", section=section, **facts, **more
        )


def step(guide, level, key, **facts):
    return Step.objects.create(
        guide=guide,
        stage=level,
        level=0,
        key=key,
        number=key,
        what="Gjør noe.",
        **facts,
    )


@pytest.fixture
def guide(here, provisions):
    made = Guide.objects.create(municipality=here, key="vei", title="Veien")
    level = Level.objects.create(guide=made, key="A", level=0, name="Undring")
    due = {"at_most": 14, "unit": "days", "from": "concern_written"}
    back = [{"to": "A 1", "when": "Du lurer fortsatt", "concerns": []}]
    step(made, level, "A 1", title="Se", position=1, deadlines=[due])
    step(
        made,
        level,
        "A 2",
        title="Snakk",
        position=2,
        leads_to=back,
        law=["gammel", "FNs konvensjon"],
        how="- Én ting\n- En til",
        is_outside=True,
    )
    return made


def test_a_step_says_by_when_and_leads_to_a_place_on_the_page(reads, guide):
    page = reads("public-guide", key="vei")
    assert "senest 14 dager etter at bekymringen ble skrevet ned" in page
    assert 'Du lurer fortsatt: <a href="#step-1">' in page
    for anchor in re.findall(r'href="#(step-\d+)"', page):
        assert f'id="{anchor}"' in page


def test_a_step_shows_its_law_with_what_applies_now(reads, guide):
    page = reads("public-guide", key="vei")
    law = page.split('id="step-2"')[1]
    assert "Prøveloven § 6-7</a>" in law
    assert "nå Prøveloven § 13-1" in law
    assert "FNs konvensjon" in law
    assert "Les selve loven" in law


def test_a_guide_that_does_not_apply_today_is_not_shown(visitor, here, guide):
    guide.valid_until = clock.today() - timedelta(days=1)
    guide.save()
    named = {"slug": "her", "key": "vei"}
    assert visitor.get(reverse("public-guide", kwargs=named)).status_code == 404


def test_a_guide_for_everyone_tells_the_worried_what_to_do(reads, guide):
    assert "Stol på det du legger merke til" in reads("worried")
    guide.audience = "everyone"
    guide.save()
    page = reads("worried")
    assert "Gjør noe." in page
    assert "Stol på det du legger merke til" not in page


def plan(here, **facts):
    return Plan.objects.create(
        municipality=here, title="Oppvekstplan", source="kommunen", **facts
    )


def test_a_plan_that_should_have_been_revised_says_so(reads, here):
    made = plan(here, revise_by=date(2024, 6, 20))
    assert "Denne planen skulle ha vært revidert" in reads("plan")
    made.revise_by = clock.today() + timedelta(days=30)
    made.save()
    assert "Denne planen skulle ha vært revidert" not in reads("plan")


def test_a_plan_shows_its_measures_under_their_goals_and_those_without_one(reads, here):
    measure = {"area": "", "responsible": "Helse", "when": "2025", "state": "running"}
    plan(
        here,
        goals=[{"key": "1", "area": "Tidlig innsats", "goal": "Alle blir sett"}],
        measures=[
            {**measure, "key": "a", "goal": "1", "measure": "Spørre alle"},
            {**measure, "key": "b", "goal": "", "measure": "Løst tiltak"},
        ],
    )
    page = reads("plan")
    assert page.index("Alle blir sett") < page.index("Spørre alle")
    assert "Løst tiltak" in page
    assert "I gang" in page


def test_a_plan_warns_of_references_that_have_been_replaced(reads, here, provisions):
    plan(here, superseded=[{"cites": "prøveloven § 6-7", "now": "ny"}])
    page = reads("plan")
    assert "prøveloven § 6-7</span>: nå Prøveloven § 13-1" in page


def test_a_common_plan_and_an_own_part_each_have_their_page(reads, here):
    plan(here, position=0)
    own = Plan.objects.create(
        municipality=here, title="Lokal del", source="kommunen", position=1
    )
    assert "Lokal del" in reads("plan")
    assert "<h1>Lokal del</h1>" in reads("one-plan", plan_id=own.pk)


def test_the_library_says_what_has_been_replaced_and_that_it_is_not_the_act(
    reads, provisions
):
    page = reads("law")
    old = page.split('id="gammel"')[1].split("</li>")[0]
    assert "nå Prøveloven § 13-1" in old
    assert "Ikke sammenlignet med selve loven" in old
