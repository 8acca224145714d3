"""Offsets to lines and columns, counted as editors count them."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n|\r|\n")


class LineIndex:
    """Line starts of a text whose lines may end in LF, CRLF or CR."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """1-based line and column of a code-point offset; the column counts code points."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int, first: int = 0, last: int = sys.maxsize) -> str:
        """The text of a 1-based line, without its line end, or what is in it between two places."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < len(self._starts) else len(self._text)
        return self._text[start + first : min(end, start + last)].rstrip("\r\n")
