"""One folder, read by itself: its records, where each key stands, and its faults."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from laget.organisation.profile.declaring import (
    SECTIONS,
    Facts,
    Fault,
    Item,
    Section,
    Shape,
    Where,
)
from laget.organisation.profile.facts import read_facts
from laget.organisation.profile.prose import Prose, add_prose
from laget.organisation.profile.saying import twice, unknown_key
from laget.organisation.profile.toml_files import Record, Toml, read_toml

HEADS = ("municipality", "common")
READABLE = {".toml", ".md", ".csv", ".xlsx", ".json", ".yaml", ".yml", ".txt"}


@dataclass
class Layer:
    """The records of one folder. `is_broken`: a file of it could not be read at all."""

    name: str
    folder: Path | None = None
    items: dict[tuple[str, str], Item] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    files: set[Path] = field(default_factory=set)
    is_broken: bool = False
    head: Item | None = None  # what the folder says of itself

    @property
    def is_common(self) -> bool:
        return self.head is None or self.head.section == "common"

    @property
    def language(self) -> str:
        return str(self.head.facts["language"] or "nb") if self.head else "nb"

    @property
    def builds_on(self) -> list[str]:
        return list(self.head.facts.get("builds_on", [])) if self.head else []

    def of(self, section: str) -> list[Item]:
        return [item for item in self.items.values() if item.section == section]

    def fault(self, where: Where, sentence: str, *, is_warning: bool = False) -> None:
        self.faults.append(Fault(where, sentence, is_warning))

    def shown(self, path: Path) -> str:
        """A file as people speak of it: `kvinesdal/guides/staff.toml`."""
        assert self.folder
        return f"{self.name}/{path.relative_to(self.folder).as_posix()}"


def read_layer(folder: Path) -> Layer:
    """All the records of a folder, and every fault that can be seen from it alone."""
    layer = Layer(folder.name, folder)
    files: dict[Path, Toml] = {}
    for section in SECTIONS.values():
        for path in sorted(folder.glob(section.file)):
            if path not in files:
                files[path] = _open(layer, path)
            _read_file(layer, section, path, files[path])
    _without_head(layer)
    _nobodys_files(layer)
    return layer


def _open(layer: Layer, path: Path) -> Toml:
    layer.files.add(path)
    file = read_toml(path)
    if file.reason:
        layer.is_broken = True
        layer.fault(Where(layer.shown(path), file.line), file.reason)
        return file
    here = [s.name for s in SECTIONS.values() if _holds_list(s, layer, path)]
    for name in file.table if here else ():
        if name not in here:
            where = Where(layer.shown(path), file.lines.get(name, 1))
            layer.fault(where, unknown_key(name, here))
    return file


def _holds_list(section: Section, layer: Layer, path: Path) -> bool:
    assert layer.folder
    here = path.relative_to(layer.folder).as_posix()
    return section.shape is Shape.LIST and section.file == here


def _read_file(layer: Layer, section: Section, path: Path, file: Toml) -> None:
    if section.shape is not Shape.LIST:
        folder = path.parent / path.stem
        prose = add_prose(section, file.table, folder, layer.shown(folder))
        layer.files.update(prose.files)
        if not file.reason:
            layer.faults += prose.faults
            _keep(layer, section, path, Record(file.table, 1, file.lines), prose)
    elif file.has_rows(section.name):
        for record in file.records(section.name):
            _keep(layer, section, path, record, Prose())
    else:
        said = _("This must be rows, each a table: [[{name}]].")
        where = Where(layer.shown(path), file.lines.get(section.name, 1))
        layer.fault(where, said.format(name=section.name))


def _keep(
    layer: Layer, section: Section, path: Path, record: Record, prose: Prose
) -> None:
    where = Where(layer.shown(path), record.line)
    found: list[tuple[str, str]] = []
    facts = read_facts(
        section.fields, record.facts, lambda at, said: found.append((at, said))
    )
    key = key_of(section, facts) or _made_up(section, path, layer)
    item = Item(section.name, key, facts, where, layer.name, record.lines, prose.places)
    layer.faults += [Fault(item.at(at), said) for at, said in found]
    if (section.name, key) in layer.items:
        layer.fault(item.at(section.key), twice(key))
    else:
        layer.items[section.name, key] = item
    if section.name in HEADS:
        layer.head = layer.head or item


def _made_up(section: Section, path: Path, layer: Layer) -> str:
    """The key is the file's name, or missing; then the record is still looked at."""
    if section.shape is Shape.FILES:
        return path.stem
    return f"({section.name} {len(layer.of(section.name)) + 1})"


def key_of(section: Section, facts: Facts, language: str = "nb") -> str:
    """What tells the record apart, in a language if it has several."""
    found = facts.get(section.key, "")
    if isinstance(found, dict):
        return str(found.get(language) or next(iter(found.values()), ""))
    return str(found)


def _without_head(layer: Layer) -> None:
    assert layer.folder
    there = [name for name in HEADS if (layer.folder / f"{name}.toml").exists()]
    if not there:
        layer.is_broken = True
        said = _("There is neither municipality.toml nor common.toml in this folder.")
        layer.fault(Where(f"{layer.name}/municipality.toml"), said)
    if len(there) > 1:
        said = _("A folder is a municipality or a common part; this says both.")
        layer.fault(Where(f"{layer.name}/common.toml"), said)


def _nobodys_files(layer: Layer) -> None:
    for path in _files(layer):
        if path not in layer.files:
            said = _("This file belongs to no section, and is not read.")
            layer.fault(Where(layer.shown(path)), said, is_warning=True)


def _files(layer: Layer) -> Iterator[Path]:
    assert layer.folder
    for path in sorted(layer.folder.rglob("*")):
        if path.suffix in READABLE and path.stem.upper() != "README":
            yield path
