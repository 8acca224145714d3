"""Rows as an Excel workbook. The only importer of openpyxl, which is optional."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zhengming.errors import ZhengmingError
from zhengming.messages import Message

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
                Message("a cell holds a formula", "单元格中有公式"),
                path=path,
                line=number,
                hint=Message("paste it as a value", "请粘贴为数值"),
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
            Message(
                f"the workbook unpacks to {size // 1_000_000} MB",
                f"工作簿解压后有 {size // 1_000_000} MB",
            ),
            path=path,
            hint=Message(
                "save only the sheet of names in a file of its own", "请将名称表单独存为一个文件"
            ),
        )


def _damaged(path: str) -> ZhengmingError:
    return ZhengmingError(
        Message("not readable as an Excel workbook", "不是有效的 Excel 工作簿"),
        path=path,
        hint=Message("save it again as .xlsx, or as CSV", "请重新存为 .xlsx 或 CSV"),
    )


def _openpyxl() -> Any:
    try:
        import openpyxl
    except ImportError:
        raise ZhengmingError(
            Message(
                "Excel files need openpyxl, which is not installed",
                "Excel 文件需要 openpyxl，尚未安装",
            ),
            hint=Message(
                'pip install "zhengming[xlsx]", or use CSV',
                '请运行 pip install "zhengming[xlsx]"，或改用 CSV',
            ),
        ) from None
    return openpyxl
