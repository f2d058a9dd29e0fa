"""The receipt: what was answered, when and by whom; no number; tagged for a reader."""

import pytest
from django.urls import reverse

from laget.children import actions as children
from laget.kernel.acting import acting
from tests.cast import STAFF
from tests.family.consents.doing import answer, main_of, see
from tests.staff.register.doing import a_number

pytestmark = pytest.mark.django_db


def test_it_says_what_i_have_answered_and_how_to_take_it_back(
    as_family, guardian, father, nora, ppt, health
):
    answer(as_family(guardian), ppt, "from_now")
    answer(as_family(father), health, "no")

    text = main_of(see(as_family(guardian), "consent-receipt", nora.pk))

    assert "PPT" in text
    assert "Ja, men bare det som blir skrevet fra nå av" in text
    assert "Helsestasjon" not in text  # his answer, and not hers
    assert "Maria Sand" in text
    assert "Du trenger ikke si hvorfor" in text


def test_as_pdf_it_is_tagged_and_holds_no_number(
    as_family, guardian, holder, nora, ppt
):
    with acting(holder.pk, STAFF):
        hers = nora.guardianships.get(user=guardian)
    answer(as_family(guardian), ppt, "yes")

    response = as_family(guardian).get(reverse("consent-receipt-pdf", args=[nora.pk]))

    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="kvittering.pdf"'
    assert response.content.startswith(b"%PDF-")
    assert b"/MarkInfo" in response.content
    assert b"/StructTreeRoot" in response.content
    assert hers is not None


def test_no_national_number_stands_on_it(as_family, guardian, holder, nora, ppt):
    number = a_number()
    with acting(holder.pk, STAFF):
        hers = nora.guardianships.get(name="Ivar Sand")
        children.number_guardian(hers, number=number)
    answer(as_family(guardian), ppt, "yes")

    for name in ("consent-receipt", "our-consents"):
        assert number not in see(as_family(guardian), name, nora.pk)


def test_without_an_answer_it_says_so(as_family, guardian, nora, ppt):
    text = main_of(see(as_family(guardian), "consent-receipt", nora.pk))
    assert "Du har ikke svart på noe ennå" in text
