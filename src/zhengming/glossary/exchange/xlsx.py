"""Rows as an Excel workbook. The only importer of openpyxl, which is optional."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zhengming.errors import ZhengmingError

_LARGEST = 300_000_000  # bytes when unpacked; 50,000 names need some 20 million


def write_xlsx(rows: Iterable[Sequence[str]]) -> bytes:
    """One sheet of text cells: nothing in it is a formula.

    Raises:
        ZhengmingError: openpyxl is not installed.
    """
    openpyxl = _openpyxl()
    workbook = openpyxl.Workbook(write_only=True)
    sheet = workbook.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([_text_cell(openpyxl, sheet, value) for value in row])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def read_xlsx(data: bytes, path: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of the first sheet, with their numbers.

    Raises:
        ZhengmingError: openpyxl is not installed; not a workbook; too large; a formula.
    """
    openpyxl = _openpyxl()
    _check_size(data, path)
    try:
        workbook = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        sheet = workbook.worksheets[0]
    except Exception:  # openpyxl raises whatever it trips over
        raise _damaged(path) from None
    for number, row in enumerate(_rows(sheet, path), 1):
        if any(cell.data_type == "f" for cell in row):
            raise ZhengmingError(
                "a cell holds a formula", path=path, line=number, hint="paste it as a value"
            )
        yield number, ["" if cell.value is None else str(cell.value).strip(" ") for cell in row]


def _rows(sheet: Any, path: str) -> Iterator[Any]:
    try:
        yield from sheet.iter_rows()
    except Exception:  # the XML inside is parsed only here
        raise _damaged(path) from None


def _text_cell(openpyxl: Any, sheet: Any, value: str) -> Any:
    cell = openpyxl.cell.WriteOnlyCell(sheet, value)
    cell.data_type = "s"
    return cell


def _check_size(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except zipfile.BadZipFile:
        raise _damaged(path) from None
    if size > _LARGEST:
        raise ZhengmingError(
            f"the workbook unpacks to {size // 1_000_000} MB",
            path=path,
            hint="save only the sheet of names in a file of its own",
        )


def _damaged(path: str) -> ZhengmingError:
    return ZhengmingError(
        "not readable as an Excel workbook", path=path, hint="save it again as .xlsx, or as CSV"
    )


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise ZhengmingError(
            "Excel files need openpyxl, which is not installed",
            hint='pip install "zhengming[xlsx]", or use CSV',
        ) from None
    return openpyxl
