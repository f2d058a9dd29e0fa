"""The guide's longer texts, in Markdown: a heading a step, and what, how and who."""

from dataclasses import dataclass
from pathlib import Path

from laget.organisation.profile.reading import ProfileError

PARTS = {
    "Hva": "what",
    "Hvordan": "how",
    "Hvem": "who",
    "Kva": "what",
    "Korleis": "how",
    "Kven": "who",
}


@dataclass(frozen=True)
class Words:
    title: str
    what: str
    how: str
    who: str


def read_words(folder: Path) -> dict[str, Words]:
    """The texts of every step, by its number.

    Raises ProfileError when a step lacks what, how or who, or has a part unknown to us.
    """
    words: dict[str, Words] = {}
    for path in sorted(folder.glob("*.md")):
        for section in _split(path.read_text("utf-8"), "# "):
            number, step = _read_step(f"{folder.name}/{path.name}", section)
            words[number] = step
    return words


def _read_step(place: str, section: str) -> tuple[str, Words]:
    heading, _, body = section.partition("\n")
    number, _, title = heading.partition(" ")
    parts = {"what": "", "how": "", "who": ""}
    for part in _split(body, "## "):
        name, _, text = part.partition("\n")
        if name.strip() not in PARTS:
            sentence = f'"## {name.strip()}" is not one of {", ".join(PARTS)}.'
            raise ProfileError(f"{place}, {number}", sentence)
        parts[PARTS[name.strip()]] = text.strip()
    for name, text in parts.items():
        if not text:
            raise ProfileError(f"{place}, {number}", f"It does not say {name}.")
    return number, Words(title=title.strip(), **parts)


def _split(text: str, mark: str) -> list[str]:
    """What follows each line that begins with the mark, the mark taken off."""
    return [part for part in f"\n{text}".split(f"\n{mark}")[1:] if part.strip()]
