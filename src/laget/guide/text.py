"""The part of Markdown the guide uses: paragraphs, and lists of lines with a dash."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Block:
    """A paragraph (one line) or a list (a line each)."""

    is_list: bool
    lines: tuple[str, ...]


def blocks(text: str) -> list[Block]:
    """The text in pieces a template can print without trusting it."""
    return [_block(part) for part in text.strip().split("\n\n") if part.strip()]


def _block(part: str) -> Block:
    lines = [line.strip() for line in part.strip().splitlines()]
    if all(line.startswith("- ") for line in lines):
        return Block(is_list=True, lines=tuple(line[2:] for line in lines))
    return Block(is_list=False, lines=(" ".join(lines),))
