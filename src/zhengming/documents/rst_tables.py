"""Grid and simple tables of reStructuredText: where their cells stand.

https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables. What docutils would
refuse has no cells here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import pairwise
from typing import NamedTuple
from unicodedata import east_asian_width

from zhengming.documents.drawn import Cell, CellLine
from zhengming.documents.linewise import Line

_STEPS = 12  # times the size of a table: what looking for the corners of cells may cost
_BORDER = re.compile(r"[=-]+(?: +[=-]+)*")
_RULE = re.compile(r"[=-]+")


class _Row(NamedTuple):
    """A line by columns; a wide character takes two, and both have its place in the source."""

    drawn: str
    places: Sequence[int]


def _row(line: Line, indent: int) -> _Row:
    """A line from the column of the table's left side on."""
    drawn: list[str] = []
    places: list[int] = []
    deeper = line.indent - indent
    for place, character in enumerate(" " * deeper + line.text, line.start - deeper):
        wide = east_asian_width(character) in "WF"
        drawn.append(f"{character}\0" if wide else character)
        places += [place] * (1 + wide)
    places.append(line.end)
    return _Row("".join(drawn), places)


def grid_cells(lines: Sequence[Line]) -> list[Cell]:
    """The cells of a grid table in the order of their first lines, or none if it is malformed."""
    rows = [_row(line, line.indent) for line in lines]
    width = len(rows[0].drawn)
    if any(len(row.drawn) != width for row in rows) or len({line.indent for line in lines}) > 1:
        return []
    drawn = [row.drawn.replace("=", "-") if _is_border(row.drawn) else row.drawn for row in rows]
    boxes = _Grid(drawn).boxes()
    return [
        [
            CellLine(
                row.places[left + 1], row.places[right], _blanks(row.drawn[left + 1 : right]), True
            )
            for row in rows[top + 1 : bottom]
        ]
        for top, left, bottom, right in sorted(boxes)
    ]


def _blanks(drawn: str) -> int:
    return len(drawn) - len(drawn.rstrip(" "))


def _is_border(drawn: str) -> bool:
    return not drawn.strip("+=")


class _Grid:
    """Cells are looked for from their upper left corners, as docutils does it."""

    def __init__(self, drawn: Sequence[str]) -> None:
        self._drawn = drawn
        self._bottom, self._right = len(drawn) - 1, len(drawn[0]) - 1
        self._steps = _STEPS * len(drawn) * len(drawn[0])

    def boxes(self) -> list[tuple[int, int, int, int]]:
        """Top, left, bottom, right of each cell, borders included; none if they leave a gap."""
        found: list[tuple[int, int, int, int]] = []
        done = [0] * self._right  # down to which row each column is covered
        corners = [(0, 0)]
        while corners:
            top, left = heappop(corners)
            if top >= self._bottom or left >= self._right or top < done[left]:
                continue
            box = self._box(top, left)
            if box is None:  # the corner of cells above or beside
                continue
            bottom, right = box
            if self._steps < 0 or any(row != top for row in done[left:right]):
                return []
            found.append((top, left, bottom, right))
            done[left:right] = [bottom] * (right - left)
            heappush(corners, (bottom, left))
            heappush(corners, (top, right))
        return found if all(row == self._bottom for row in done) else []

    def _box(self, top: int, left: int) -> tuple[int, int] | None:
        """The bottom and the right side of the smallest box with this corner."""
        for right in self._crosses(top, left):
            for bottom in self._crosses_down(right, top):
                if self._closes(top, left, bottom, right):
                    return bottom, right
        return None

    def _crosses(self, row: int, start: int) -> Iterator[int]:
        for column in range(start + 1, self._right + 1):
            self._steps -= 1
            sign = self._drawn[row][column]
            if sign == "+":
                yield column
            elif sign != "-" or self._steps < 0:
                return

    def _crosses_down(self, column: int, start: int) -> Iterator[int]:
        for row in range(start + 1, self._bottom + 1):
            self._steps -= 1
            sign = self._drawn[row][column]
            if sign == "+":
                yield row
            elif sign != "|" or self._steps < 0:
                return

    def _closes(self, top: int, left: int, bottom: int, right: int) -> bool:
        below = self._drawn[bottom][left : right + 1]
        beside = "".join(row[left] for row in self._drawn[top : bottom + 1])
        self._steps -= len(below) + len(beside)
        return not below.strip("+-") and below[0] == "+" and not beside.strip("+|")


def simple_cells(lines: Sequence[Line]) -> list[Cell]:
    """The cells of a simple table; lines with text between the columns have none."""
    indent, edges = lines[0].indent, _edges(lines[0])
    cells: list[Cell] = []
    group: list[_Row] = []  # the lines of a row of the table; the first has text in column one
    for line in lines[1:]:
        row = (
            _row(line, indent)
            if line.indent >= indent or not line.text
            else _Row("", (line.start,))
        )
        is_rule = _BORDER.fullmatch(line.text) is not None
        starts_row = not is_rule and bool(row.drawn[: edges[0][1]].strip())
        if is_rule or starts_row:
            cells += _cells(group, _edges(line) if is_rule else edges)
            group = []
        if starts_row or (group and not is_rule):
            group.append(row)
    cells += _cells(group, edges)
    return cells


def row_cells(rule: Line, line: Line) -> list[Cell]:
    """The cells of a line alone, in the columns of ``rule``; none if text stands between them."""
    if line.indent < rule.indent:
        return []
    return list(_cells([_row(line, rule.indent)], _edges(rule)))


def _edges(rule: Line) -> list[tuple[int, int]]:
    return [match.span() for match in _RULE.finditer(rule.text)]


def _cells(rows: Sequence[_Row], edges: Sequence[tuple[int, int]]) -> Iterator[Cell]:
    """The columns of a row of the table; a line between two others may be empty."""
    for column in zip(*(line for row in rows if (line := _cut(row, edges))), strict=True):
        if any(part.start < part.end for part in column):
            yield column


def _cut(row: _Row, edges: Sequence[tuple[int, int]]) -> list[CellLine]:
    """The text of a line in each column; nothing if some of it stands between columns."""
    drawn, places = row
    if any(drawn[end:start].strip() for (_, end), (start, _) in pairwise(edges)):
        return []
    cut: list[CellLine] = []
    for index, (start, end) in enumerate(edges):
        stop = len(drawn) if index == len(edges) - 1 else min(end, len(drawn))
        text, is_padded = drawn[start:stop], bool(drawn[stop:].strip())
        if not text.strip():
            place = places[min(start, len(drawn))]
            cut.append(CellLine(place, place))
        elif index == len(edges) - 1:
            cut.append(CellLine(places[start], places[stop]))
        else:
            free = _blanks(text) if is_padded else end - len(drawn)
            cut.append(CellLine(places[start], places[stop], free, is_padded))
    return cut
