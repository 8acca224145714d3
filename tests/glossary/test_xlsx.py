from __future__ import annotations

import io
import sys
import zipfile
from typing import Any

import pytest

from zhengming.errors import ZhengmingError
from zhengming.glossary.exchange.xlsx import read_xlsx, write_xlsx

ROWS = [["concept", "text"], ["a", "=1+1"], ["b", "洛拉替尼"], ["c", ""]]


def test_without_openpyxl_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ZhengmingError, match="openpyxl, which is not installed") as caught:
        write_xlsx(ROWS)
    assert caught.value.hint.en == 'pip install "zhengming[xlsx]", or use CSV'


@pytest.fixture
def openpyxl() -> Any:
    return pytest.importorskip("openpyxl", reason="the extra zhengming[xlsx] is not installed")


def test_what_looks_like_a_formula_is_written_and_read_as_text(openpyxl: Any) -> None:
    data = write_xlsx(ROWS)
    cell = openpyxl.load_workbook(io.BytesIO(data)).active["B2"]
    assert (cell.data_type, cell.value) == ("s", "=1+1")
    assert [row for _, row in read_xlsx(data, "x")] == ROWS


def test_a_formula_is_refused_with_its_row(openpyxl: Any) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.append(["concept"])
    workbook.active.append(['=HYPERLINK("http://example.org")'])
    out = io.BytesIO()
    workbook.save(out)
    with pytest.raises(ZhengmingError, match="a cell holds a formula") as caught:
        list(read_xlsx(out.getvalue(), "x.xlsx"))
    assert caught.value.line == 2


def test_a_zip_bomb_is_not_unpacked(openpyxl: Any) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", bytes(100_000_000))
    with pytest.raises(ZhengmingError, match="unpacks to 400 MB"):
        list(read_xlsx(out.getvalue(), "x.xlsx"))


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"text"])
def test_what_is_no_workbook_is_refused(openpyxl: Any, data: bytes) -> None:
    with pytest.raises(ZhengmingError, match="not readable as an Excel workbook"):
        list(read_xlsx(data, "x.xlsx"))
