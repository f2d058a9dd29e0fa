"""Every message has words in every language, and none says a word about a child."""

import ast
from pathlib import Path

import pytest
from django.urls import get_resolver
from django.utils import translation

import laget
from laget.kernel.acting import Role
from laget.messaging.visible import KINDS
from laget.messaging.words import WORDS
from tests.test_house_rules import walk

SOURCE = Path(laget.__file__).parent


def queued():
    """The name of every message that anything in the house can queue."""
    return {name for names, _ in queues() for name in names}


def queues():
    """What each file that queues something may queue, and about which kinds of record.

    Where the name is not written in the call, it is among the file's other words.
    """
    for path in SOURCE.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text())))
        calls = [n for n in nodes if isinstance(n, ast.Call)]
        calls = [call for call in calls if getattr(call.func, "id", "") == "queue"]
        said = {n.value for n in nodes if isinstance(n, ast.Constant)} & set(WORDS)
        for call in calls:
            name = call.args[0]
            kinds = {word.arg for word in call.keywords} - {"to", "once", "hat"}
            yield {name.value} if isinstance(name, ast.Constant) else said, kinds


def test_every_message_has_words_and_all_words_are_used():
    assert queued() == set(WORDS)


def test_what_a_family_is_told_of_is_counted_in_its_menu():
    """The count looks whether each is still seen: another kind it would not count."""
    for names, kinds in queues():
        if any(WORDS[name].family for name in names):
            assert kinds <= set(KINDS), names


@pytest.mark.parametrize("template", sorted(WORDS))
def test_a_message_to_the_family_leads_to_a_page_of_theirs(template):
    words = WORDS[template]
    found = next(p for p in walk(get_resolver().url_patterns) if p.name == words.page)
    assert (found.callback.action.role == Role.FAMILY) == words.family


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
