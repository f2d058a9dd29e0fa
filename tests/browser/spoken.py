"""In which languages the family's pages are looked at."""

from laget.kernel.languages import FAMILY

EVERY = [code for code, _ in FAMILY]
ALWAYS = ["nb", "ar", "se"]  # one read from right to left, one with the longest words


def languages(proof: str) -> list[str]:
    """A few in a short run, all in a long one."""
    return EVERY if proof == "long" else ALWAYS
