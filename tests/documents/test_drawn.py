"""Drawn tables: names in cells are mended, and columns stay where they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming import builtin
from zhengming.documents import parse_document
from zhengming.documents.drawn import columns
from zhengming.engine import check, normalize
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.rules import Draft

OWN = "variant\tpreferred\n短尼\t很长的名字尼\n很长的旧名尼\t旧尼\n乙甲尼\t乙丙尼\n"


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> LoadedGlossary:
    path: Path = tmp_path_factory.mktemp("own") / "own.tsv"
    path.write_text(OWN, encoding="utf-8")
    return load_glossary([builtin.data_directory("glossary"), path])


def _mended(text: str, names: LoadedGlossary, path: str = "a.rst") -> str:
    return normalize(Draft(parse_document(path, text.encode()), names)).text


TABLES = [
    # Blanks make up for names of another length.
    ("+----------------+\n| 短尼           |\n+----------------+\n",
     "+----------------+\n| 很长的名字尼   |\n+----------------+\n"),
    ("+----------------+\n| 很长的旧名尼   |\n+----------------+\n",
     "+----------------+\n| 旧尼           |\n+----------------+\n"),
    ("+------------+--+\n|很长的旧名尼|a |\n+------------+--+\n",
     "+------------+--+\n|旧尼        |a |\n+------------+--+\n"),
    # Where there are too few, the name stays.
    ("+------+\n| 短尼 |\n+------+\n", "+------+\n| 短尼 |\n+------+\n"),
    ("+----------------------+\n| 短尼短尼             |\n+----------------------+\n",
     "+----------------------+\n| 很长的名字尼短尼     |\n+----------------------+\n"),
    # Names broken over the lines of a cell, beside other cells.
    ("+------+------+\n| 劳拉 | 乙甲 |\n| 替尼 | 尼   |\n+------+------+\n",
     "+------+------+\n| 洛拉 | 乙丙 |\n| 替尼 | 尼   |\n+------+------+\n"),
    # Cells of two columns and two rows.
    ("+------+----+\n| 乙甲尼 aa |\n+------+----+\n| 乙甲 | a  |\n| 尼   +----+\n|      | b  |\n+------+----+\n",
     "+------+----+\n| 乙丙尼 aa |\n+------+----+\n| 乙丙 | a  |\n| 尼   +----+\n|      | b  |\n+------+----+\n"),
    # Simple tables: the last column has no end.
    ("============  ====\n短尼          短尼\n乙甲          劳拉\n============  ====\n",
     "============  ====\n很长的名字尼  很长的名字尼\n乙甲          劳拉\n============  ====\n"),
    ("====  ====\n短尼  劳拉\n      替尼\n====  ====\n", "====  ====\n短尼  洛拉\n      替尼\n====  ====\n"),
    ("====  ====\n短尼\n====  ====\n", "====  ====\n短尼\n====  ====\n"),
    ("============  ==\n短尼\n============  ==\n", "============  ==\n很长的名字尼\n============  ==\n"),
    # What is malformed is protected.
    ("+------+\n| 乙甲尼 |\n+------+\n", "+------+\n| 乙甲尼 |\n+------+\n"),
    # Values parted by commas.
    (".. csv-table:: 短尼\n   :header: 短尼, b\n\n   \"短尼, a\", \"劳拉\n   替尼\"\n",
     ".. csv-table:: 很长的名字尼\n   :header: 很长的名字尼, b\n\n   \"很长的名字尼, a\", \"洛拉\n   替尼\"\n"),
    (".. list-table::\n\n   * - 短尼\n     - 劳拉\n       替尼\n",
     ".. list-table::\n\n   * - 很长的名字尼\n     - 洛拉\n       替尼\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_names_in_tables(text: str, expected: str, newline: str, names: LoadedGlossary) -> None:
    text, expected = text.replace("\n", newline), expected.replace("\n", newline)
    assert _mended(text, names) == expected
    assert _mended(expected, names) == expected


MARKDOWN_TABLES = [
    ("前\n\n+----------------+---+\n| 短尼           | a |\n+:==============:+==:+\n| 短尼           | b |\n+----------------+---+\n",
     "前\n\n+----------------+---+\n| 很长的名字尼   | a |\n+:==============:+==:+\n| 很长的名字尼   | b |\n+----------------+---+\n"),
    ("+------+------+\n| 劳拉 | 短尼 |\n| 替尼 |      |\n+------+------+\n",
     "+------+------+\n| 洛拉 | 短尼 |\n| 替尼 |      |\n+------+------+\n"),
    ("  药            数\n  ------------  ----\n  短尼          短尼\n  很长的旧名尼  b\n",
     "  药            数\n  ------------  ----\n  很长的名字尼  很长的名字尼\n  旧尼          b\n"),
    ("短尼  数\n----  --\n短尼  b\n      短尼\n----  --\n", "短尼  数\n----  --\n短尼  b\n      很长的名字尼\n----  --\n"),
    ("- - -\n短尼\n\n甲 -- 短尼\n", "- - -\n很长的名字尼\n\n甲 -- 很长的名字尼\n"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), MARKDOWN_TABLES)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_names_in_tables_of_pandoc(
    text: str, expected: str, newline: str, names: LoadedGlossary
) -> None:
    text, expected = text.replace("\n", newline), expected.replace("\n", newline)
    assert _mended(text, names, "a.md") == expected
    assert _mended(expected, names, "a.md") == expected


def test_a_name_that_has_no_room_is_told_without_a_fix(names: LoadedGlossary) -> None:
    text = "+------+\n| 短尼 |\n+------+\n"
    (found,) = check(Draft(parse_document("a.rst", text.encode()), names))
    assert (found.rule, found.fix) == ("TERM001", None)


def test_a_name_over_two_lines_of_a_cell_is_shown_without_other_cells(
    names: LoadedGlossary,
) -> None:
    text = "+------+------+\n| 劳拉 | 乙甲 |\n| 替尼 | 尼   |\n+------+------+\n"
    draft = Draft(parse_document("a.rst", text.encode()), names)
    written = [draft.document.written(located.span).split() for located in draft.mentions]
    assert written == [["劳拉", "替尼"], ["乙甲", "尼"]]


def test_a_header_that_names_references_does_not_open_a_list(names: LoadedGlossary) -> None:
    table = "| 研究 | 参考文献 |\n|---|---|\n| 甲 | 短尼 |\n\n短尼\n"
    fixed = normalize(Draft(parse_document("a.md", table.encode()), names)).text
    assert fixed == table.replace("短尼", "很长的名字尼")


WORDS = st.sampled_from(
    ["短尼", "很长的旧名尼", "乙甲尼", "劳拉替尼", "勞拉", "替尼", "PROFILE-1014", "選", "**短尼**", "``短尼``", "a", "|", "+", "- 短尼", ""]
)  # fmt: skip


def _grid(rows: list[list[str]], height: int, room: int) -> str:
    """A grid table; the words of a cell stand on its lines one after the other."""
    width = max(columns(word) for row in rows for word in row) + room
    border = "".join(f"+{'-' * width}" for _ in range(len(rows[0]) // height)) + "+\n"
    lines = [border]
    for row in rows:
        for line in range(height):
            words = row[line::height]
            lines.append(
                "".join(f"|{word}{' ' * (width - columns(word))}" for word in words) + "|\n"
            )
        lines.append(border)
    return "".join(lines)


@given(
    rows=st.integers(1, 2).flatmap(
        lambda n: st.lists(st.lists(WORDS, min_size=4, max_size=4), min_size=n, max_size=n)
    ),
    height=st.sampled_from([1, 2]),
    room=st.integers(0, 9),
    path=st.sampled_from(["a.rst", "a.md"]),
)
@settings(max_examples=150, deadline=None)
def test_columns_hold(
    rows: list[list[str]], height: int, room: int, path: str, names: LoadedGlossary
) -> None:
    text = _grid(rows, height, room)
    before = parse_document(path, text.encode())
    once = _mended(text, names, path)
    assert _mended(once, names, path) == once
    assert {columns(line) for line in once.splitlines()} == {columns(text.splitlines()[0])}
    after = parse_document(path, once.encode())
    assert after.skeleton() == before.skeleton()
    assert [block.kind for block in after.blocks] == [block.kind for block in before.blocks]
