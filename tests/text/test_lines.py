"""Columns count code points; lines end in LF, CRLF or CR, also in one file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.text.lines import LineIndex


@pytest.mark.parametrize(
    ("text", "name", "place"),
    [
        ("洛拉替尼", "洛", (1, 1)),
        ("😀👨‍👩‍👧 洛拉替尼", "洛", (1, 8)),
        ("e\u0301 洛拉替尼", "洛", (1, 4)),
        ("一\n二\r\n三\r洛拉替尼", "洛", (4, 1)),
        ("一\u2028二\x0b洛", "洛", (1, 5)),
    ],
)
def test_position(text: str, name: str, place: tuple[int, int]) -> None:
    assert LineIndex(text).position(text.index(name)) == place


@given(st.text("a😀洛\r\n\u0301"))
def test_positions_lead_back(text: str) -> None:
    lines = LineIndex(text)
    for offset, character in enumerate(text):
        line, column = lines.position(offset)
        written = lines.line(line)
        assert character in "\r\n" or written[column - 1] == character
