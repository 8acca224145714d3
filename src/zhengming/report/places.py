"""Places in the units that each format counts in; inside, everything is code points."""

from __future__ import annotations

from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote

from zhengming.documents import Document
from zhengming.text.span import Span


class Region(NamedTuple):
    """Start and end of a span, as 1-based lines and columns; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


def region(document: Document, span: Span) -> Region:
    """The span in lines and code-point columns."""
    return Region(*document.lines.position(span.start), *document.lines.position(span.end))


class Bytes:
    """Lines and UTF-8 byte columns of one document, as reviewdog counts.

    Asked in nearly rising order, each is a short step from the last: a line may be a whole book.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._at = self._count = 0  # an offset, and the bytes before it
        self._line, self._start = 1, 0  # a line, and the bytes before it

    def region(self, span: Span) -> Region:
        """The span in lines and columns."""
        return Region(*self._position(span.start), *self._position(span.end))

    def _position(self, offset: int) -> tuple[int, int]:
        line, column = self._document.lines.position(offset)
        if line != self._line:
            self._line, self._start = line, self._before(offset - column + 1)
        return line, self._before(offset) - self._start + 1

    def _before(self, offset: int) -> int:
        text = self._document.text
        if offset >= self._at:
            self._count += len(text[self._at : offset].encode())
        else:
            self._count -= len(text[offset : self._at].encode())
        self._at = offset
        return self._count


def posix(path: str) -> str:
    """A path with forward slashes, whatever the system."""
    return PurePath(path).as_posix()


def uri(path: str) -> str:
    """A path as a relative URI reference."""
    return quote(posix(path))
