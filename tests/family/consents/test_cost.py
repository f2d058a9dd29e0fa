"""The pages cost few statements, and the same however much is asked."""

import pytest
from django.urls import reverse

from tests.family.consents.doing import answer, ask

pytestmark = pytest.mark.django_db
PAGES = ["our-consents", "consent-receipt"]
ONES = ["our-consent", "withdraw-our-consent"]


def test_at_most_fifteen_statements_and_the_same_for_many(
    as_family,
    guardian,
    father,
    holder,
    noras_log,
    nora,
    django_assert_max_num_queries,
):
    first = ask(nora, "PPT", by=holder)
    for parent in (guardian, father):
        answer(as_family(parent), first, "yes")
    client, counts = as_family(guardian), []
    for _ in range(2):
        found = []
        for name, key in [(n, nora.pk) for n in PAGES] + [(n, first.pk) for n in ONES]:
            with django_assert_max_num_queries(15) as asked:
                assert client.get(reverse(name, args=[key])).status_code == 200
            found.append(len(asked))
        counts.append(found)
        for name in ("Familiesenter", "Barnevern", "Skolene"):
            ask(nora, name, by=holder)
    assert counts[0] == counts[1]
