"""What is in the database, edits included, given back as folders of text files."""

import re
import shutil
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from laget.organisation.models import Profile
from laget.organisation.profile.declaring import SECTIONS, Item, Section, Shape
from laget.organisation.profile.fields import Rows
from laget.organisation.profile.layers import Layer
from laget.organisation.profile.markdown import markdown
from laget.organisation.profile.stored import file_of, stored_layers
from laget.organisation.profile.toml_text import document, listed

SAFE = re.compile(r"[\w][\w.-]*")


@dataclass(frozen=True)
class File:
    """A file of a profile: its place in the folder, and what is in it."""

    path: str
    text: str


def export(name: str, into: Path, *, replace: bool = False) -> list[Path]:
    """Write the profile and the common parts it builds on, each as a folder.

    Raises ValueError when there is no such profile, or something stands there already
    and `replace` is not asked for.
    """
    profile = Profile.objects.filter(name=name).first()
    if profile is None:
        raise ValueError(f"There is no profile {name} in the database.")
    layers = stored_layers([*profile.builds_on, name])
    folders = [into / each for each in layers]
    there = [folder for folder in folders if folder.exists() and any(folder.iterdir())]
    if there and not replace:
        raise ValueError(f"{there[0]} is there already: choose another, or --replace.")
    for folder, layer in zip(folders, layers.values(), strict=True):
        write_files(folder, files_of(layer))
    return folders


def write_files(folder: Path, files: Iterable[File]) -> None:
    """Nothing that was there before is left: it would be read along."""
    if folder.exists():
        shutil.rmtree(folder)
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8")


def files_of(layer: Layer) -> Iterator[File]:
    """The same database gives the same files, to the letter."""
    by_file: dict[str, list[str]] = {}
    for section in SECTIONS.values():
        items = layer.of(section.name)
        if section.shape is Shape.LIST:
            if items:
                text = listed(section.name, section.fields, [i.facts for i in items])
                by_file.setdefault(section.file, []).append(text)
        else:
            for item in items:
                yield from _record(section, item, layer.language)
    for path, parts in by_file.items():
        yield _toml(path, "\n".join(parts))


def _record(section: Section, item: Item, language: str) -> Iterator[File]:
    path = file_of(section, item.key)
    if section.shape is Shape.FILES and not SAFE.fullmatch(item.key):
        raise ValueError(f"{item.key} cannot be the name of a file.")
    facts = item.facts
    for rows in _prosed(section):
        facts, text = markdown(rows, facts, language)
        if text:
            yield File(f"{path.removesuffix('.toml')}/{rows.name}.md", text)
    yield _toml(path, document(section.fields, facts))


def _prosed(section: Section) -> Sequence[Rows]:
    return [f for f in section.fields if isinstance(f, Rows) and f.prose]


def _toml(path: str, text: str) -> File:
    tomllib.loads(text)  # what we write can be read, or it is not written
    return File(path, f"{schema_line(path)}\n{text}")


def schema_line(path: str) -> str:
    """What tells an editor which keys there are: `#:schema ../schema/units.json`."""
    up = "../" * (path.count("/") + 1)
    return f"#:schema {up}schema/{schema_name(path)}.json"


def schema_name(path: str) -> str:
    """One description a file; those of a folder share one."""
    return path.partition("/")[0].removesuffix(".toml")
