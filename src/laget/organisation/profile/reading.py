"""Reading a profile's files: everything wrong is said with file, key and a sentence."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any


class ProfileError(Exception):
    """Something in a profile is wrong; the message says where and what to do."""

    def __init__(self, place: str, sentence: str) -> None:
        super().__init__(f"{place}: {sentence}")


@dataclass
class Table:
    """A table of a TOML file that remembers where it stands and what has been read."""

    place: str
    values: Mapping[str, Any]
    read: set[str] = field(default_factory=set)

    def text(self, key: str, default: str | None = None) -> str:
        return str(self._get(key, str, "a text in quotes", default))

    def number(self, key: str, default: int | None = None) -> int:
        return int(self._get(key, int, "a whole number", default))

    def yes(self, key: str, default: bool | None = None) -> bool:
        return bool(self._get(key, bool, "true or false", default))

    def day(self, key: str) -> date:
        found = self._get(key, date, "a date such as 2026-11-01", None)
        assert isinstance(found, date)
        return found

    def one_of(self, key: str, known: list[str], default: str | None = None) -> str:
        found = self.text(key, default)
        if found not in known:
            raise self.wrong(key, f'"{found}" is not one of {", ".join(known)}.')
        return found

    def texts(self, key: str, default: list[str] | None = None) -> list[str]:
        found = self._get(key, list, "a list of texts", default)
        if not all(isinstance(each, str) for each in found):
            raise self.wrong(key, "Every line in the list must be a text in quotes.")
        return list(found)

    def some_of(self, key: str, known: list[str]) -> list[str]:
        for each in self.texts(key):
            if each not in known:
                raise self.wrong(key, f'"{each}" is not one of {", ".join(known)}.')
        return self.texts(key)

    def table(self, key: str) -> "Table":
        found = self._get(key, dict, "a table", {})
        return Table(f"{self.place}, {key}", found)

    def tables(self, key: str) -> Iterator["Table"]:
        found = self._get(key, list, "a list of tables", [])
        for place, values in enumerate(found, 1):
            yield Table(f"{self.place}, {key} {place}", values)

    def done(self) -> None:
        """Nothing may be left over: a key nobody reads is a key misspelt."""
        for key in self.values:
            if key not in self.read:
                raise self.wrong(key, "This key is not known. Is it misspelt?")

    def wrong(self, key: str, sentence: str) -> ProfileError:
        return ProfileError(f"{self.place}, {key}", sentence)

    def _get(self, key: str, kind: type, words: str, default: Any) -> Any:
        self.read.add(key)
        found = self.values.get(key, default)
        if found is None:
            raise self.wrong(key, f"This key is missing. Write {words}.")
        if not isinstance(found, kind) or (kind is int and isinstance(found, bool)):
            raise self.wrong(key, f"This must be {words}.")
        return found


def read_toml(path: Path) -> Table:
    """The file as a table.

    Raises ProfileError if it is missing or is not TOML.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        return Table(name, tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        raise ProfileError(name, "The file is missing.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileError(name, f"This is not readable TOML: {error}.") from error
