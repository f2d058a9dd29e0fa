"""Nine languages for a family; three for everybody else."""

import re
from datetime import date

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import get_language_info, override

from laget.kernel.languages import FAMILY, Language
from laget.web.templatetags import words
from tests.english import bokmaal_left, english_left

TODAY = date(2026, 11, 22)
CODES = [code for code, _ in FAMILY]
SIX = ["se", "uk", "pl", "ar", "so", "ti"]
SAID = re.compile(r">([^<>]*[^\W\d_][^<>]*)<")


def opening(answer):
    return re.search(r"<html[^>]*>", answer.content.decode()).group()


def test_a_family_has_nine_and_staff_have_three():
    assert {code for code, _ in FAMILY} == {"nb", "nn", "en", *SIX}
    assert [code for code, _ in settings.LANGUAGES] == ["nb", "nn", "en"]


@pytest.mark.parametrize("code", CODES)
def test_the_page_says_what_it_speaks_and_which_way_it_is_read(
    as_person, noras_log, guardian, nora, code
):
    said = opening(as_person(guardian, code).get(f"/family/{nora.pk}/"))
    assert f'lang="{code}"' in said
    assert f'dir="{"rtl" if code == "ar" else "ltr"}"' in said


@pytest.mark.parametrize("code", CODES)
def test_a_language_is_named_in_itself(code):
    assert words.language_name(code) == dict(FAMILY)[code]
    assert get_language_info(code)["bidi"] == (code == "ar")


@pytest.mark.parametrize("code", SIX)
def test_what_no_reader_has_read_says_so_in_that_language_and_in_bokmaal(
    as_person, noras_log, guardian, nora, code
):
    said = as_person(guardian, code).get(f"/family/{nora.pk}/").content.decode()
    note = said.split('class="machine-note"')[1].split("</aside>")[0]
    assert '<p lang="nb" dir="ltr">Oversatt med hjelp av en maskin.' in note
    assert note.count("Oversatt med hjelp av en maskin.") == 1


@pytest.mark.parametrize("code", ["nb", "nn", "en"])
def test_the_projects_own_words_carry_no_such_note(
    as_person, noras_log, guardian, nora, code
):
    said = as_person(guardian, code).get(f"/family/{nora.pk}/").content.decode()
    assert "machine-note" not in said


def test_the_note_goes_when_a_reader_has_read_it_all():
    facts = {"english": "", "everywhere": False, "right_to_left": False}
    some = Language("ti", "", by_machine=True, reviewed=frozenset({"web"}), **facts)
    every = Language("ti", "", by_machine=True, reviewed=frozenset({"all"}), **facts)
    assert some.has_a_note
    assert not every.has_a_note


@pytest.mark.parametrize("code", [code for code in CODES if code != "en"])
def test_nothing_of_ours_is_left_in_english_or_taken_from_bokmaal(
    as_person, noras_log, guardian, nora, code
):
    said = as_person(guardian, code).get(f"/family/{nora.pk}/").content.decode()
    said = re.sub(rf'<(\w+)[^>]*\slang="(?!{code}")[^>]*>.*?</\1>', "", said)
    pieces = [" ".join(piece.split()) for piece in SAID.findall(said)]
    assert len(pieces) > 10
    assert english_left(code, pieces) == set()
    if code in SIX:
        assert bokmaal_left(code, pieces) == set()


def test_staff_who_have_chosen_a_familys_language_read_bokmaal(as_user, holder):
    holder.language = "so"
    holder.save(update_fields=["language"])
    assert 'lang="nb"' in opening(as_user(holder).get("/day/"))


def test_a_person_with_another_language_reads_the_public_pages_in_bokmaal(
    as_person, guardian
):
    assert 'lang="nb"' in opening(as_person(guardian, "uk").get("/privacy/"))


def test_a_missing_page_speaks_the_persons_own_language(as_person, guardian):
    assert 'lang="uk"' in opening(as_person(guardian, "uk").get("/family/x/y/"))


def test_the_choice_is_kept_with_the_person(as_person, noras_log, father, nora):
    client, here = as_person(father), f"/family/{nora.pk}/"
    answer = client.post("/language/", {"language": "ti", "next": here})
    assert answer["Location"] == here
    assert 'lang="ti"' in opening(client.get(here))
    father.refresh_from_db()
    assert father.language == "ti"


def test_a_browsers_own_language_opens_no_public_page_in_it(db):
    asked = Client(headers={"Accept-Language": "uk,en;q=0.8"})
    assert 'lang="en"' in opening(asked.get("/privacy/"))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", "22. november 2026"),
        ("se", "skábmamánu 22. b. 2026"),
        ("uk", "22 листопада 2026"),
        ("pl", "22 listopada 2026"),
        ("ar", "22 نوفمبر 2026"),
        ("so", "22 Noofeembar 2026"),
        ("ti", "22 ሕዳር 2026"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(code, said):
    with override(code):
        assert words.day(TODAY) == said


def test_a_number_is_not_turned_round_in_arabic():
    """A space between digits lets right-to-left swap them: 116 111 is not 111 116."""
    written = settings.SOURCE.rglob("locale/ar/LC_MESSAGES/django.po")
    lines = [line for po in written for line in po.read_text().splitlines()]
    said = [line for line in lines if line.startswith("msgstr")]
    assert len(said) > 100
    assert [line for line in said if re.search(r"\d \d", line)] == []
