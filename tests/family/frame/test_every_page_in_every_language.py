"""Every kind of page a family can come to, in each language it may choose."""

import pytest
from django.utils.translation import override

from laget.kernel.languages import KNOWN
from laget.messaging.words import WORDS
from tests.english import bokmaal_left
from tests.family.frame.walking import Pieces, every_page

SIX = [code for code, language in KNOWN.items() if not language.everywhere]
BY_FAMILIES = {  # what people wrote themselves: never translated, and marked as such
    *("Jeg vil ha ro i friminuttene", "Vi snakket om høstferien.", "Vi ble enige."),
    *("Samtaler med Ola", "Hun sover.", "Søvn", "Friminuttene", "Lek og språk"),
    *("Ikke om bestemor", "Jeg vil ha ro.", "Hvorfor er det slik?"),
}
KINDS = {
    *("our-plan", "what-is-written", "my-voice", "my-rights", "threads", "thread"),
    *("start-thread", "our-meetings", "our-meeting", "our-consents", "our-consent"),
    *("consent-receipt", "who-looked-at-us", "our-data", "our-help", "family-help"),
    *("our-inquiry", "our-experience", "family-notices", "family-reach", "guest"),
    *("take-seat", "ask-correction", "comment-on-record", "sessions"),
}


@pytest.fixture
def pages(eventful, as_person, guardian, youth, nora, request):
    """By the page's name: as the guardian comes to it, and as the young person does."""
    more = [f"/guest/take/{eventful}/", f"/family/{nora.pk}/experience/"]
    of_hers = every_page(as_person(youth, request.param), more)
    return of_hers | every_page(as_person(guardian, request.param), more)


@pytest.mark.parametrize("pages", ["nb"], indirect=True)
def test_a_family_comes_to_every_kind_of_page(pages):
    assert set(pages) >= KINDS | {"write-voice"}
    assert {name for name, page in pages.items() if page.status_code != 200} == set()


@pytest.mark.parametrize(("pages", "code"), [(c, c) for c in SIX], indirect=["pages"])
def test_no_page_falls_back_to_bokmaal(pages, code):
    wrong = {}
    for name, page in pages.items():
        said = Pieces(page.content.decode()).said
        ours = [words for words, language, _ in said if language == code]
        if left := bokmaal_left(code, ours):
            wrong[name] = left
    assert wrong == {}


@pytest.mark.parametrize("code", SIX)
def test_every_notice_to_a_family_is_in_its_language(code):
    with override("nb"):
        theirs = {name: str(said.text) for name, said in WORDS.items() if said.family}
    with override(code):
        same = [name for name in theirs if str(WORDS[name].text) == theirs[name]]
    assert len(theirs) > 10
    assert same == []


@pytest.mark.parametrize("pages", ["ar"], indirect=True)
def test_what_people_wrote_says_which_way_it_is_read(pages):
    said = {name: Pieces(page.content.decode()).said for name, page in pages.items()}
    wrong = {
        (name, words)
        for name, pieces in said.items()
        for words, _, is_marked in pieces
        if words in BY_FAMILIES and not is_marked
    }
    assert wrong == set()
    assert {words for pieces in said.values() for words, _, _ in pieces} >= BY_FAMILIES
