"""Several words after each other, as they are written in a sentence."""

from collections.abc import Iterable

from django.utils.translation import get_language


def in_a_row(words: Iterable[object]) -> str:
    """ "Familie, nærmiljø"; in Norwegian only the first has a capital letter.

    A word that is all capitals stays so.
    """
    said = [str(word) for word in words]
    if (get_language() or "")[:2] == "en":
        return ", ".join(said)
    return ", ".join([*said[:1], *(_small(word) for word in said[1:])])


def _small(word: str) -> str:
    return word if word[:2].isupper() else word[:1].lower() + word[1:]
