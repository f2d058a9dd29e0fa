"""Every public page answers everyone, in the municipality's own words."""

import pytest
from django.urls import reverse

from laget.organisation.models import Municipality

PAGES = [
    *("place", "worried", "numbers", "programmes", "programmes-overview", "services"),
    *("where", "public-guides", "plan", "law"),
]


@pytest.mark.parametrize("name", PAGES)
def test_every_page_opens_for_every_municipality(visitor, name):
    for municipality in Municipality.objects.in_use():
        page = visitor.get(reverse(name, kwargs={"slug": municipality.slug}))
        assert page.status_code == 200
        assert f'<html lang="{municipality.language}"' in page.content.decode()
        assert "!!!" not in page.content.decode()
