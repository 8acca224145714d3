"""A block while a scanner walks over its source."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from zhengming.documents.masking import mask
from zhengming.documents.model import PROTECTED, Piece
from zhengming.text.span import Span


@dataclass(slots=True)
class Draft:
    """What a format has found of a block so far.

    Attributes:
        kind: as in ``Block``.
        level: of a heading, 1 for the highest; 0 for anything else.
        start: where the block begins in the source, its own markup included.
        end: where it ends there.
        item: whether it opens an item of a numbered list.
        opens_references: whether it heads a reference list, whatever it says.
    """

    kind: str = "paragraph"
    level: int = 0
    start: int = 0
    end: int = 0
    item: bool = False
    opens_references: bool = False
    pieces: list[Piece] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _next: int = -1  # the origin that would need no new piece
    _width: int = 1

    def add(self, part: str, origin: int, width: int = 1) -> None:
        """Put in characters that stand at ``origin``, each ``width`` characters wide there."""
        if not part:
            return
        if origin != self._next or width != self._width:
            self.pieces.append(Piece(self._length, origin, width))
            self._width = width
        self._parts.append(part)
        self._length += len(part)
        self._next = origin + len(part) * width

    def protect(self, origin: int) -> None:
        """Put in one sign for a thing at ``origin`` that must not change."""
        self.add(PROTECTED, origin)

    @property
    def text(self) -> str:
        """The characters put in so far."""
        if len(self._parts) > 1:
            self._parts = ["".join(self._parts)]
        return self._parts[0] if self._parts else ""

    def mask(self, pattern: re.Pattern[str]) -> None:
        """Protect what ``pattern`` finds in the text."""
        self.cover(Span(*match.span()) for match in pattern.finditer(self.text))

    def cover(self, spans: Iterable[Span]) -> None:
        """Protect stretches of the text, sorted and disjoint."""
        self._parts = [mask(self.text, spans)]
