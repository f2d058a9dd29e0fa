"""Every message has words in every language, and none says a word about a child."""

import ast
from pathlib import Path

import pytest
from django.utils import translation

import laget
from laget.messaging.words import WORDS

SOURCE = Path(laget.__file__).parent


def queued():
    """The name of every message that anything in the house can queue."""
    for path in SOURCE.rglob("*.py"):
        for call in ast.walk(ast.parse(path.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "queue":
                assert isinstance(call.args[0], ast.Constant), f"{path}: name it"
                yield call.args[0].value


def test_every_message_has_words_and_all_words_are_used():
    assert set(queued()) == set(WORDS)


@pytest.mark.parametrize("template", sorted(WORDS))
def test_words_in_every_language(template):
    said = {}
    for language in ("en", "nb", "nn"):
        with translation.override(language):
            said[language] = str(WORDS[template].text)
    assert said["en"] not in (said["nb"], said["nn"])


@pytest.mark.parametrize("template", sorted(WORDS))
def test_words_have_no_place_to_put_anything_about_a_child(template):
    """Nothing is filled in: neither a name, nor a word of what was written."""
    for language in ("en", "nb", "nn"):
        with translation.override(language):
            text = str(WORDS[template].text)
        assert "%" not in text and "{" not in text
