"""Rows as CSV or TSV, with cells that no spreadsheet program takes for formulas or dates."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from zhengming.errors import ZhengmingError
from zhengming.messages import Message

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_DATE = re.compile(r"\d{1,2}/\d{1,2}")  # the phase 1/2 would come back as the 2nd of January
_BOM = "\ufeff"  # without it Excel reads Chinese as something else


def guarded(text: str) -> str:
    """The text behind an apostrophe if a program might run it, or make a date of it."""
    return f"'{text}" if _taken(text) else text


def unguarded(text: str) -> str:
    """The text without that apostrophe."""
    return text[1:] if text.startswith("'") and _taken(text[1:]) else text


def _taken(text: str) -> bool:
    """Whether a program would not leave the cell as it is."""
    return text.startswith((*_FORMULA, "'")) or _DATE.fullmatch(text) is not None


def write_cells(rows: Iterable[Sequence[str]], delimiter: str) -> str:
    """The rows as text, with a byte order mark."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return _BOM + out.getvalue()


def read_cells(text: str, delimiter: str, path: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of the line each ends on; no space around a cell.

    Raises:
        ZhengmingError: not a table.
    """
    stream = io.StringIO(text.removeprefix(_BOM), newline="")
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, [unguarded(cell.strip(" ")) for cell in cells]
    except csv.Error as error:
        raise ZhengmingError(
            Message(f"not readable as a table: {error}", f"不是有效的表格：{error}"),
            path=path,
            line=reader.line_num,
            hint=Message("check the quotes near this line", "请检查此行附近的引号"),
        ) from None
