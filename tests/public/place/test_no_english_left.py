"""In bokmål and nynorsk every page is in that language alone, whoever's it is."""

import pytest
from django.test import Client

from laget.organisation.models import Municipality
from tests.english import english_left
from tests.main_job.sheet import Sheet
from tests.public.place.test_pages import address, addresses

OTHERS = ["/", "/privacy/", "/accessibility/"]


def pieces_of(page):
    return Sheet(page.content.decode()).pieces


def every_page(municipality):
    yield from addresses(municipality)
    yield address("ask-for-help", municipality)
    yield address("programmes", municipality) + "?words=finnes-ikke"
    yield address("services", municipality) + "?words=finnes-ikke"


def test_no_page_of_any_municipality_has_english_in_it(visitor):
    left = {
        path: found
        for municipality in Municipality.objects.in_use()
        for path in every_page(municipality)
        if (found := english_left(municipality.language, pieces_of(visitor.get(path))))
    }

    assert left == {}


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_nor_do_the_pages_that_belong_to_none(places, language):
    reader = Client(headers={"accept-language": language})

    for path in OTHERS:
        assert english_left(language, pieces_of(reader.get(path))) == set(), path


def test_english_is_found_where_there_is_some(visitor, kvinesdal):
    page = visitor.get(address("place", kvinesdal), headers={"accept-language": "en"})
    english = Client(headers={"accept-language": "en"}).get("/privacy/")

    assert english_left("nb", pieces_of(english))
    assert not english_left("nb", pieces_of(page))
