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


def byte_region(document: Document, span: Span) -> Region:
    """The span in lines and UTF-8 byte columns, as reviewdog counts."""
    return Region(*_byte_position(document, span.start), *_byte_position(document, span.end))


def _byte_position(document: Document, offset: int) -> tuple[int, int]:
    line, column = document.lines.position(offset)
    return line, len(document.text[offset - column + 1 : offset].encode()) + 1


def posix(path: str) -> str:
    """A path with forward slashes, whatever the system."""
    return PurePath(path).as_posix()


def uri(path: str) -> str:
    """A path as a relative URI reference."""
    return quote(posix(path))
