"""Templates are used, say nothing outside translation, and every message has words."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from laget.messaging import words

HOME = Path(settings.HOME)
SOURCE = HOME / "src" / "laget"
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))
PYTHON = sorted(SOURCE.rglob("*.py"))
NAME = re.compile(r"[\w/{}]+\.html")
OUR_NAME = "Laget"
LETTERS = re.compile(r"[^\W\d_]{2,}")
NOT_SAID = re.compile(
    r"{%\s*(comment|blocktranslate|blocktrans)\b.*?{%\s*end\1\s*%}"
    r"|<!--.*?-->|{#.*?#}|{%.*?%}|{{.*?}}|<(script|svg|style)\b.*?</\2>|<[^>]*>|&\w+;",
    re.S,
)
SPOKEN = re.compile(r"\s(?:title|alt|aria-label|placeholder)=\"([^\"{}]*)\"")


def name_of(path):
    return str(path).split("/templates/", 1)[1]


def named():
    """Every template that some code or other template names, with `{name}` as any."""
    for path in [*PYTHON, *TEMPLATES]:
        yield from NAME.findall(path.read_text())


@pytest.fixture(scope="module")
def patterns():
    return {re.sub(r"\\{\w*\\}", r"[\\w]+", re.escape(name)) for name in named()}


def test_no_template_lies_unused(patterns):
    unused = [
        name_of(path)
        for path in TEMPLATES
        if not any(re.fullmatch(pattern, name_of(path)) for pattern in patterns)
    ]
    assert unused == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_template_says_nothing_outside_translation(path):
    text = path.read_text()
    assert [t for t in SPOKEN.findall(text) if LETTERS.search(t)] == []
    said = LETTERS.findall(NOT_SAID.sub(" ", text))
    assert [word for word in said if word != OUR_NAME] == []


def queued():
    """The name of every message that some code puts in the queue."""
    for path in PYTHON:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "queue":
                first = node.args[0]
                if isinstance(first, ast.Constant):
                    yield first.value


def test_every_message_has_words_and_a_page():
    assert set(queued()) <= set(words.WORDS)
    with override("nb"):
        assert [name for name, said in words.WORDS.items() if not str(said.text)] == []
