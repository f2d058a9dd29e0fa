"""Whatever is typed, a form answers; and it answers with the same words."""

import unicodedata
import uuid
from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from laget.web import forms
from laget.web.typed import tidy
from tests.web.gallery import NoteForm

anything = st.text(st.characters(blacklist_categories=[]))
NAMES = [*NoteForm.base_fields]


class DayForm(forms.Form):
    day = forms.DayField(label="Dag", required=False)


class NameForm(forms.Form):
    name = forms.LineField(label="Navn")
    text = forms.TextField(label="Tekst", required=False)


@given(anything)
def test_tidied_text_can_be_stored_and_seen(text):
    clean = tidy(text)

    clean.encode()
    assert unicodedata.is_normalized("NFC", clean)
    assert not {*clean} & {*"\0\r\u202e\u2066"}
    assert tidy(clean) == clean


@given(st.text("abc æøå ÆØÅ čđŋšŧž.,!?«»–\n"))
def test_ordinary_words_are_left_alone(text):
    assert tidy(text) == text


@given(st.dictionaries(st.sampled_from(NAMES), anything))
def test_no_answer_breaks_a_form(answers):
    form = NoteForm(answers)

    form.is_valid()
    assert "<form" not in str(form)
    assert isinstance(form.cleaned_data["once"], uuid.UUID)


@given(st.dictionaries(st.sampled_from(NAMES), st.lists(anything, max_size=3)))
def test_no_repeated_answer_breaks_a_form(answers):
    typed = QueryDict(mutable=True)
    for name, values in answers.items():
        typed.setlist(name, values)

    NoteForm(typed).is_valid()


@pytest.mark.parametrize(
    "typed",
    [
        "21.11.2026",
        "21.11.26",
        " 21.11.2026 ",
        "2026-11-21",
        "21/11/2026",
        "21 11 2026",
    ],
)
def test_a_date_is_understood_as_people_write_it(typed):
    form = DayForm({"day": typed})

    assert form.is_valid(), form.errors
    assert form.cleaned_data["day"] == date(2026, 11, 21)


@pytest.mark.parametrize(
    "typed", ["31.02.2026", "11/21/2026", "0001-01-01", "1.1.1899", "1.1.2201", "i går"]
)
def test_a_date_that_is_none_is_said_at_the_field(typed):
    assert DayForm({"day": typed}).errors.keys() == {"day"}


def test_a_date_is_shown_as_it_is_typed():
    assert 'value="21.11.2026"' in str(DayForm(initial={"day": date(2026, 11, 21)}))


def test_too_long_a_text_is_refused_and_never_cut():
    text = "a" * 10_001
    form = NameForm({"name": "Nora", "text": text})

    assert form.errors.keys() == {"text"}
    assert text in str(form)
    assert "maxlength" not in str(form["text"])


def test_a_field_says_what_it_asks_and_what_is_wrong():
    drawn = str(NameForm({"name": ""}))

    assert 'for="id_name"' in drawn
    assert 'aria-describedby="id_name_error"' in drawn
    assert 'id="id_name_error"' in drawn
    assert "(må fylles ut)" in drawn


def test_a_form_sent_again_keeps_its_key():
    key = str(uuid.uuid4())

    assert forms.Once({"once": key}).is_valid()
    assert f'value="{key}"' in str(forms.Once({"once": key}))
    assert forms.Once()["once"].value() != forms.Once()["once"].value()


@pytest.mark.parametrize("version", ["", "-1", "x", "9" * 5000, str(2**31)])
def test_a_form_without_its_version_is_not_saved(version):
    assert not forms.Versioned({"version": version}).is_valid()
