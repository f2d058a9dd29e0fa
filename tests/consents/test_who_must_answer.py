"""The decision table: who must answer, why, and what stands, for each family."""

import pytest
from django.utils import translation

from laget.consents import rules, words
from laget.consents.rules import Because, Standing
from tests.consents.families import (
    FAMILIES,
    Family,
    answers_of,
    child_of,
    consent_of,
    guardians_of,
    opens,
)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_who_must_answer_why_and_what_stands(family):
    child, guardians = child_of(family), guardians_of(family)
    answers = answers_of(family, guardians)
    need = rules.needed(child, guardians)
    with translation.override("nb"):
        why = words.why(child, need)
        asks = words.names(rules.left_to_answer(need, answers), child)
    stands = rules.standing(consent_of(family), need, answers)

    assert need.because is family.because
    assert family.says in why
    assert asks == family.asks
    assert stands is family.stands
    assert (stands in rules.OPENS) == opens(family)


def test_there_are_many_families_and_each_state_is_among_them():
    assert len(FAMILIES) >= 30
    assert {family.stands for family in FAMILIES} == set(Standing)
    assert {family.because for family in FAMILIES} == set(Because)


@pytest.mark.parametrize("standing", Standing)
def test_each_state_has_a_name_and_a_way_forward(standing):
    for language in ("nb", "nn"):
        with translation.override(language):
            told = words.tell(standing)
            assert len(str(told.name)) > 2
            assert str(told.way).endswith(".")


def test_barred_and_without_responsibility_are_told_about():
    family = Family(
        "", 5, "", Because.TOGETHER, Standing.WAITING, guardians="Mor Farx Stefar-"
    )
    guardians = guardians_of(family)
    need = rules.needed(child_of(family), guardians)
    with translation.override("nb"):
        barred, without = words.notes(need, guardians)

    assert "Far er med og bestemmer, men må ikke kontaktes" in barred
    assert without == "Stefar har ikke foreldreansvar og blir ikke spurt."
