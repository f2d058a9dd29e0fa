"""National identity numbers by the rule that holds from 2032."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from laget.kernel import identity

DAYS, MONTHS = some.integers(1, 31), some.integers(1, 12)
REST = some.text("0123456789", min_size=7, max_size=7)


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("02013299997", "holds by both rules"),
        ("30108299920", "holds by both rules"),
        ("30108299939", "holds by the new rule alone"),
        ("02013299903", "holds by the new rule alone"),
    ],
)
def test_the_vectors_of_the_new_rule(number, why):
    assert identity.is_valid(number), why


@pytest.mark.parametrize(
    ("number", "why"),
    [
        ("", "nothing"),
        ("0201329999", "ten digits"),
        ("020132999970", "twelve digits"),
        ("02013299998", "the last check digit does not agree"),
        ("02013299907", "the first check digit does not agree"),
        ("00013299997", "there is no day 0"),
        ("32013299997", "there is no day 32"),
        ("02133299997", "there is no month 13"),
        ("0201329999a", "a letter"),
        ("٠٢٠١٣٢٩٩٩٩٧", "digits of another script"),
    ],
)
def test_what_is_no_number(number, why):
    assert not identity.is_valid(number), why


@given(DAYS, MONTHS, REST, some.sampled_from([0, 40]), some.sampled_from([0, 80]))
def test_a_number_holds_when_both_sums_do(day, month, rest, d_number, synthetic):
    number = f"{day + d_number:02}{month + synthetic:02}{rest}"
    first = weighed(number[:10], (3, 7, 6, 1, 8, 9, 4, 5, 2, 1))
    second = weighed(number, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1))
    holds = first % 11 <= 3 and second % 11 == 0

    assert identity.is_valid(number) == holds
    assert identity.is_synthetic(number) == bool(synthetic)


@given(DAYS, MONTHS, REST, some.integers(0, 10), some.integers(1, 9))
def test_one_wrong_digit_is_found_by_the_last_check_digit(day, month, rest, at, add):
    number = f"{day:02}{month:02}{rest}"
    wrong = f"{number[:at]}{(int(number[at]) + add) % 10}{number[at + 1 :]}"

    assert not (identity.is_valid(number) and identity.is_valid(wrong))


@given(some.text(max_size=30))
def test_whatever_is_typed_is_answered(text):
    assert identity.is_valid(identity.only_digits(text)) in (True, False)


def test_spaces_and_dots_do_not_count():
    assert identity.only_digits("020132 999.97") == "02013299997"


def weighed(digits, weights):
    return sum(int(n) * weight for n, weight in zip(digits, weights, strict=True))
