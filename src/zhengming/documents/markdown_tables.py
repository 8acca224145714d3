"""Grid and simple tables of pandoc, which CommonMark takes for paragraphs.

https://pandoc.org/MANUAL.html#tables. Their columns are told by their places in the line, so
that what is written in a cell must not move what stands right of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhengming.documents.drawn import Cell
from zhengming.documents.linewise import Line, split_lines
from zhengming.documents.rst_tables import grid_cells, row_cells

_BORDER = re.compile(r"\+(?:[-=:]+\+)+")
_RULE = re.compile(r"[ \t]*-{2,}+(?: +-{2,}+)+[ \t]*\r?\n?")


def drawn_cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of the table that a paragraph is or belongs to, in order; none if it is no table.

    Args:
        text: the source.
        start: of the first line of the paragraph.
        end: of its last line.
    """
    if text.startswith("+", start):
        lines = _lines(text, start, end)
        return grid_cells([_plain(line) for line in lines]) if _is_grid(lines) else []
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    rule = _RULE.fullmatch(text, above, start) or _RULE.match(text, end)
    return _simple(_lines(text, *rule.span())[0], _lines(text, start, end)) if rule else []


def _lines(text: str, start: int, end: int) -> list[Line]:
    found = (line for line in split_lines(text[start:end]) if line.text)
    return [Line(line.start + start, line.indent, line.text) for line in found]


def _is_grid(lines: Sequence[Line]) -> bool:
    return _BORDER.fullmatch(lines[0].text) is not None


def _plain(line: Line) -> Line:
    """A border without the colons that tell how columns are aligned."""
    if ":" not in line.text or not _BORDER.fullmatch(line.text):
        return line
    return Line(line.start, line.indent, line.text.replace(":", "-"))


def _simple(rule: Line, lines: Sequence[Line]) -> list[Cell]:
    """The cells of rows, or of the heading above them, in the columns of a line of dashes."""
    rows = [row_cells(rule, line) for line in lines]
    # One that is not as wide as its columns: no table that we can keep in shape.
    return [cell for row in rows for cell in row] if all(rows) else []
