"""Tables drawn with characters: columns stay as wide as they are, whatever is written in a cell.

A cell of several lines stands in as many stretches of the source, with other cells between them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple
from unicodedata import east_asian_width

from zhengming.text.edit import Edit
from zhengming.text.span import Span


class CellLine(NamedTuple):
    """A line of a cell in the source.

    Attributes:
        free: columns by which its text may grow; None where nothing stops it.
        is_padded: whether these are blanks before ``end``, since something stands right of it.
    """

    start: int
    end: int
    free: int | None = None
    is_padded: bool = False


Cell = Sequence[CellLine]


def columns(text: str) -> int:
    """How wide a text is drawn, as docutils counts: Chinese characters take two columns."""
    return len(text) + sum(east_asian_width(character) in "WF" for character in text)


@dataclass(frozen=True)
class Drawn:
    """The drawn tables of a text; their cells are in order."""

    text: str
    cells: Sequence[Cell]

    @cached_property
    def _lines(self) -> list[tuple[CellLine, Cell]]:
        written = ((line, cell) for cell in self.cells for line in cell if line.start < line.end)
        return sorted(written, key=itemgetter(0))

    @cached_property
    def _starts(self) -> list[int]:
        return [line.start for line, _ in self._lines]

    def _at(self, offset: int) -> tuple[CellLine, Cell] | None:
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset > self._lines[index][0].end:
            return None
        return self._lines[index]

    def stretches(self, span: Span) -> tuple[Span, ...]:
        """Where the text of ``span`` stands, if it is text of one cell or outside of all."""
        found = self._at(span.start)
        if found is None or span.end <= found[0].end:
            return (span,)
        parts = (Span(max(a, span.start), min(b, span.end)) for a, b, *_ in found[1])
        return tuple(part for part in parts if part.start < part.end)

    def blanks(self) -> Iterator[Span]:
        """The blanks between the text of a cell and what stands right of it, in order."""
        for line, _ in self._lines:
            if line.is_padded and line.free:
                yield Span(line.end - line.free, line.end)

    def fits(self, edits: Iterable[Edit], used: dict[CellLine, int]) -> bool:
        """Whether there are blanks enough for ``edits`` beside those counted in ``used``.

        If so they are counted in as well.
        """
        needs = self._needs(edits)
        if any(used.get(line, 0) + need > (line.free or 0) for line, need in needs.items()):
            return False
        for line, need in needs.items():
            used[line] = used.get(line, 0) + need
        return True

    def padding(self, edits: Iterable[Edit]) -> Iterator[Edit]:
        """The edits of blanks that keep columns where they are beside ``edits``."""
        for line, need in self._needs(edits).items():
            if line.is_padded and need > 0:
                yield Edit(Span(line.end - min(need, line.free or 0), line.end), "")
            elif line.is_padded and need < 0:
                yield Edit(Span(line.end, line.end), " " * -need)

    def _needs(self, edits: Iterable[Edit]) -> dict[CellLine, int]:
        """For each line that something stops the columns that edits add to it."""
        needs: dict[CellLine, int] = {}
        for (start, end), content in edits:
            found = self._at(start)
            if found and found[0].free is not None:
                wider = columns(content) - columns(self.text[start:end])
                needs[found[0]] = needs.get(found[0], 0) + wider
        return needs
