from __future__ import annotations

from pathlib import Path

import pytest

from zhengming.errors import ZhengmingError
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.glossary.rewrite import rewrite

from .conftest import SMALL, SOURCES


def _layered(tmp_path: Path, table: str, name: str = "own.tsv") -> LoadedGlossary:
    builtin = tmp_path / "builtin"
    builtin.mkdir()
    (builtin / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (builtin / "terms.yaml").write_text(SMALL, encoding="utf-8")
    own = tmp_path / name
    own.write_text(table, encoding="utf-8-sig")
    return load_glossary([builtin, own])


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("副作用\t不良反应\n", "副作用", "不良反应"),
        ("# note\n\n罗拉替尼\t洛拉替尼\n", "罗拉替尼与劳拉替尼", "洛拉替尼与洛拉替尼"),
        ("洛拉替尼\t洛普替尼\n", "洛拉替尼", "洛普替尼"),
        (
            "Variant\tPreferred\tlang\tkind\nLorbrena\tlorlatinib\ten\tdrug\n",
            "Lorbrena",
            "lorlatinib",
        ),
    ],
)
def test_a_house_list_decides(tmp_path: Path, table: str, text: str, expected: str) -> None:
    assert rewrite(text, _layered(tmp_path, table).matcher) == expected


def test_a_csv_has_commas(tmp_path: Path) -> None:
    names = _layered(tmp_path, '"副作用","不良反应"\r\n', "own.csv")
    assert rewrite("副作用", names.matcher) == "不良反应"


@pytest.mark.parametrize(
    ("table", "line", "message"),
    [
        ("甲\n", 1, "a row needs two names"),
        ("甲\t乙\n丙\t\n", 2, "a row needs two names"),
        ("variant\tpreferred\tcolour\n", 1, 'the header says "colour"'),
        ("variant\tpreferred\tlang\n甲\t乙\tzh\n", 2, '"zh" is not known'),
        (f"{'甲' * 100_000}\t乙\n", 1, "more than 200 characters"),
        ("甲\t乙\n乙\t丙\n", 1, '"乙" is to be written, and is itself'),
        ("瑞齐替尼\t瑞厄替尼\n", 1, '"瑞齐替尼" may mean'),
    ],
)
def test_a_table_that_cannot_be_is_refused_with_its_line(
    tmp_path: Path, table: str, line: int, message: str
) -> None:
    with pytest.raises(ZhengmingError) as caught:
        _layered(tmp_path, table)
    assert message in caught.value.message.en
    assert caught.value.line == line
