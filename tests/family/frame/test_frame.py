"""What stands around every page of the family's."""

import re

import pytest

EASY, USUAL = "Vis enkle ord", "Vis de vanlige ordene"  # what the button offers


def test_one_child_leads_straight_to_its_plan(as_person, noras_log, guardian, nora):
    answer = as_person(guardian).get("/family/")
    assert answer["Location"] == f"/family/{nora.pk}/"


def test_the_young_person_comes_to_their_own_plan(as_person, noras_log, youth, nora):
    assert as_person(youth).get("/family/")["Location"] == f"/family/{nora.pk}/"


def test_whoever_has_nothing_here_is_met_kindly_and_told_nothing(
    as_person, noras_log, barred
):
    said = as_person(barred).get("/family/").content.decode()
    assert "Her er det ingenting for deg å lese" in said
    assert "Nora" not in said
    assert "Be om hjelp" in said
    assert "Logg ut" in said


def test_the_page_says_whose_it_is_who_reads_it_and_whom_to_ask(
    as_person, noras_log, guardian, nora
):
    said = as_person(guardian).get(f"/family/{nora.pk}/meetings/").content.decode()
    assert '<b dir="auto">Nora</b>' in said
    assert '<b dir="auto">Maria Sand</b>' in said
    assert '<b id="contact-name" dir="auto">Kari Lund</b>' in said
    assert "data-leave" in said


def test_the_places_come_in_the_order_a_family_needs_them(
    as_person, noras_log, guardian, nora
):
    said = as_person(guardian).get(f"/family/{nora.pk}/meetings/").content.decode()
    menu = said.split('class="family-places"')[1].split("</nav>")[0]
    addresses = re.findall(rf'href="/family/{nora.pk}/(\w*)/?"', menu)
    assert addresses == [
        *("", "voice", "messages", "meetings", "consents", "looked", "data", "help")
    ]
    assert re.findall(r'/(\w+)/" aria-current="page"', menu) == ["meetings"]


def test_easy_words_last_until_the_usual_ones_are_asked_for(
    as_person, noras_log, guardian, nora
):
    here, client = f"/family/{nora.pk}/", as_person(guardian)
    for choice, words in [("yes", USUAL), ("no", EASY)]:
        answer = client.post("/family/easy/", {"easy": choice, "next": here})
        assert answer["Location"] == here
        assert words in client.get(here).content.decode()
        assert words in as_person(guardian).get(here).content.decode()


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "x"])
def test_choosing_easy_words_leads_to_no_other_site(as_person, guardian, elsewhere):
    answer = as_person(guardian).post("/family/easy/", {"next": elsewhere})
    assert answer["Location"] == "/family/"


@pytest.mark.parametrize("path", ["/family/not/there/", "/day/", "/sessions/"])
def test_what_goes_wrong_and_the_account_have_the_way_out_too(
    as_person, guardian, path
):
    said = as_person(guardian).get(path).content.decode()
    assert "Forlat siden" in said
    assert 'href="/family/"' in said
    assert "stafettholder" not in said, "that is a word of the staff's"


def test_a_page_of_the_staffs_turns_a_mother_away_in_her_own_language(
    as_person, guardian
):
    said = as_person(guardian, "so").get("/day/").content.decode()
    assert '<html lang="so"' in said
