"""Tables that people keep in a spreadsheet: read a CSV or XLSX file, or make one.

Nothing in a file is trusted: it is small, it unpacks to little, it has few rows, and
what a cell computes is never run. What we write begins no cell with a sign that a
spreadsheet would take for a formula.
"""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from laget.kernel import RuleBroken

LARGEST = 5_000_000  # bytes as sent
UNPACKED = 60_000_000  # bytes when unpacked
ROWS = 6_000
COLUMNS = 60
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Row:
    """A row of the table, with the number a spreadsheet shows for it."""

    number: int
    cells: dict[str, str]


def read(name: str, content: bytes) -> list[Row]:
    """The rows under the first line, which names the columns. Empty rows are passed by.

    Raises RuleBroken in words for whoever sent the file.
    """
    if len(content) > LARGEST:
        raise RuleBroken(_("The file is too large. The largest is 5 MB."))
    found = _xlsx(content) if _is_xlsx(name, content) else _csv(content)
    lines = [[_words(cell) for cell in line[:COLUMNS]] for line in found]
    if not lines or not any(lines[0]):
        raise RuleBroken(_("The first line must name the columns. Use the template."))
    heads = [head.strip() for head in lines[0]]
    return [
        Row(nr, dict(zip(heads, line, strict=False)))
        for nr, line in enumerate(lines[1:], 2)
        if any(cell.strip() for cell in line)
    ]


def _is_xlsx(name: str, content: bytes) -> bool:
    if content[:2] == b"PK":
        return True
    if name.lower().endswith((".xlsx", ".xls", ".ods")):
        raise RuleBroken(_("This is not a file we can read. Save it as XLSX or CSV."))
    return False


def _xlsx(content: bytes) -> list[Sequence[Any]]:
    from openpyxl import load_workbook  # only here: it is large, and seldom needed

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            if sum(part.file_size for part in packed.infolist()) > UNPACKED:
                raise RuleBroken(_("The file is too large. The largest is 5 MB."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        return _few(sheet.iter_rows(values_only=True, max_col=COLUMNS))
    except RuleBroken:
        raise
    except Exception as error:  # whatever the library stumbles on is the file's fault
        said = _("This is not a file we can read. Save it as XLSX or CSV.")
        raise RuleBroken(said) from error


def _csv(content: bytes) -> list[Sequence[Any]]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.partition("\n")[0]
    mark = max(";,\t", key=first.count)
    try:
        return _few(csv.reader(io.StringIO(text.replace("\0", "")), delimiter=mark))
    except csv.Error as error:
        said = _("This is not a file we can read. Save it as XLSX or CSV.")
        raise RuleBroken(said) from error


def _few(lines: Iterable[Sequence[Any]]) -> list[Sequence[Any]]:
    found = []
    for line in lines:
        found.append(line)
        if len(found) > ROWS:
            raise RuleBroken(_("The table is too long. The longest is 6000 rows."))
    return found


def _words(cell: object) -> str:
    """What stands in a cell, as one would type it."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nei"
        case datetime() | date():
            return cell.strftime("%d.%m.%Y")
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell)[:20_000]


def write(
    heads: Sequence[str], helps: Sequence[str], rows: Iterable[Sequence[str]] = ()
) -> bytes:
    """An XLSX file with these columns, and a sheet that says what to write in each."""
    from openpyxl import Workbook  # as above
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    sheet.append([_harmless(head) for head in heads])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([_harmless(cell) for cell in row])
    sheet.freeze_panes = "A2"
    told = book.create_sheet(_("How to fill it in"))
    for head, words in zip(heads, helps, strict=True):
        told.append([_harmless(head), _harmless(words)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def write_csv(heads: Sequence[str], rows: Iterable[Sequence[str]] = ()) -> bytes:
    """The same as CSV, in the form that Norwegian spreadsheets open."""
    out = io.StringIO()
    lines = csv.writer(out, delimiter=";", lineterminator="\r\n")
    lines.writerows([_harmless(cell) for cell in row] for row in _all(heads, rows))
    return out.getvalue().encode("utf-8-sig")


def _all(
    heads: Sequence[str], rows: Iterable[Sequence[str]]
) -> Iterator[Sequence[str]]:
    yield heads
    yield from rows


def _harmless(words: str) -> str:
    """A cell that no spreadsheet takes for a formula, without control characters."""
    said = "".join(sign for sign in words if sign in "\n\t" or sign >= " ")
    return f"'{said}" if said.startswith(FORMULA) else said
