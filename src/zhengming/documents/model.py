"""A draft as rules see it: blocks of prose that know where each character stands in the source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from zhengming.documents.encoding import Encoding
from zhengming.text.lines import LineIndex
from zhengming.text.span import Span

PROTECTED = "\ufffc"  # stands in a block for each character or thing that must not change
_PROSE = re.compile(f"[^{PROTECTED}]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a block's text, from offset ``start``, that stands at ``origin`` in the source."""

    start: int
    origin: int


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell or whole plain text: prose with its inline markup gone.

    Attributes:
        text: the prose; code, maths, links and citation keys are U+FFFC.
        pieces: in order; the first starts at 0.
        kind: ``paragraph``, ``heading``, ``cell``, ``title`` or ``text``.
    """

    text: str
    pieces: tuple[Piece, ...]
    kind: str

    def origin(self, offset: int) -> int:
        """Where in the document the character at ``offset`` of the block stands."""
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        piece = self.pieces[index]
        return piece.origin + offset - piece.start

    def raw(self, source: str) -> str:
        """The block with what is masked in it as written; offsets stay the block's."""
        ends = [piece.start for piece in self.pieces[1:]] + [len(self.text)]
        return "".join(
            source[piece.origin : piece.origin + end - piece.start]
            for piece, end in zip(self.pieces, ends, strict=True)
        )

    def prose(self) -> Iterator[tuple[int, int]]:
        """Document ranges, in order, of the block's characters that are not protected."""
        ends = [piece.start for piece in self.pieces[1:]] + [len(self.text)]
        for piece, end in zip(self.pieces, ends, strict=True):
            shift = piece.origin - piece.start
            for run in _PROSE.finditer(self.text, piece.start, end):
                yield run.start() + shift, run.end() + shift

    def locate(self, span: Span) -> Span:
        """The document span from the block span's first character to its last."""
        if span.start == span.end:
            at = self.origin(span.start)
            return Span(at, at)
        return Span(self.origin(span.start), self.origin(span.end - 1) + 1)


@dataclass(frozen=True)
class Document:
    """One decoded draft.

    Attributes:
        path: as shown in messages.
        format: ``text`` or ``markdown``.
        text: the decoded file, without a byte-order mark; line ends as they are.
        encoding: how to write it back.
        blocks: the prose, in order.
        references: spans of reference lists, which are evidence and never prose.
    """

    path: str
    format: str
    text: str
    encoding: Encoding
    blocks: Sequence[Block]
    references: Sequence[Span] = ()

    def skeleton(self) -> str:
        """All of ``text`` that is not prose: what no fix may change."""
        kept, done = [], 0
        for block in self.blocks:
            for start, end in block.prose():
                kept.append(self.text[done:start])
                done = end
        kept.append(self.text[done:])
        return "".join(kept)

    @cached_property
    def lines(self) -> LineIndex:
        """Lines and columns of ``text``."""
        return LineIndex(self.text)
