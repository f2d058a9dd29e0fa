"""The main job in each municipality: its guide, its words, its forms, nobody else's."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from django.test import Client

import laget
from tests.english import english_left
from tests.main_job import steps
from tests.main_job.paper import OnPaper
from tests.main_job.places import PLACES, everything_it_says, own_words
from tests.main_job.sheet import Sheet


def of_the_interface(language):
    """What every municipality's pages may say."""
    catalogues = Path(laget.__file__).parent.rglob(f"{language}/LC_MESSAGES/django.po")
    for path in catalogues:
        with path.open("rb") as file:
            yield from (str(message.string) for message in read_po(file))


SHORTEST = 12  # letters; a shorter word may be anybody's


@pytest.fixture(scope="module", params=PLACES, ids=lambda place: place.slug)
def done(request, application):
    """The whole job, once; the tests look at the pages that were read on the way."""
    place = request.param
    you = OnPaper(place.language)
    job = steps.Job(you, place)
    for step in steps.ALL:
        step(job)
    return place, you


def test_its_own_words_for_levels_steps_and_forms_are_on_the_pages(done):
    place, you = done
    everything = " ".join(text for _, text in you.read)

    for degree in (0, 1, 2):
        assert place.level(degree) in everything
    for verb in ("share", "talk_with_guardians", "decide", "agree_goals"):
        assert any(title in everything for title in place.steps(verb)), verb
    for title in place.forms_of_the_guide():
        assert title in everything


def test_no_word_of_another_municipality_is_on_any_page(done):
    place, you = done
    others = {
        word: other.slug
        for other in PLACES
        if other is not place
        for word in own_words(other) - own_words(place)
        if len(word) >= SHORTEST
    }
    said_here = everything_it_says(place)
    own = " ".join([*said_here, *of_the_interface(place.language)])
    strange = [word for word in others if word not in own]

    found = [
        (address, word, others[word])
        for address, text in you.read
        for word in strange
        if re.search(rf"\b{re.escape(word)}\b", text)
    ]
    assert strange
    assert found == []


def test_every_page_of_it_is_in_the_language_of_those_who_work_there(done):
    place, you = done

    assert you.languages == {place.language}
    assert you.english == set()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_who_asks_for_help_is_answered_in_the_language_of_the_place(application, place):
    asked = f"/{place.slug}/help/"
    sheets = [
        Sheet(page.content.decode())
        for page in (Client().get(asked), Client().post(asked, {"for_whom": "me"}))
    ]

    for sheet in sheets:
        assert sheet.language == place.language
        assert sheet.forms
        assert english_left(place.language, sheet.pieces) == set()
