"""A draft as rules see it: blocks of prose that know where each character stands in the source."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from zhengming.documents.citekeys import KeyedCitation
from zhengming.documents.drawn import Drawn
from zhengming.documents.encoding import Encoding
from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.text.edit import Edit, apply_edits
from zhengming.text.lines import LineIndex
from zhengming.text.span import Span

PROTECTED = "\ufffc"  # stands in a block for each character or thing that must not change
_PROSE = re.compile(f"[^{PROTECTED}]+")


class Piece(NamedTuple):
    r"""A stretch of a block's text, from offset ``start``, that stands at ``origin`` in the source.

    Each of its characters takes ``width`` characters there: 1, or more where the format writes it
    as an escape (``&amp;``, ``\u6d1b``); 0 for the end of a line in a drawn table.
    """

    start: int
    origin: int
    width: int = 1


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
        piece = self._piece(offset)
        return piece.origin + (offset - piece.start) * piece.width

    def locate(self, span: tuple[int, int]) -> Span:
        """The document span from the block span's first character to its last."""
        start, end = span
        if len(self.pieces) == 1:
            _, origin, width = self.pieces[0]
            return Span(origin + start * width, origin + end * width)
        first = self.origin(start)
        if start == end:
            return Span(first, first)
        last = self._piece(end - 1)
        return Span(first, last.origin + (end - last.start) * last.width)

    def raw(self, source: str) -> str:
        """The block with what is masked in it as written; offsets stay the block's."""
        return "".join(
            source[piece.origin : piece.origin + end - piece.start]
            if piece.width == 1
            else self.text[piece.start : end]
            for piece, end in self._stretches()
        )

    def prose(self) -> Iterator[tuple[int, int]]:
        """Document ranges, in order, of the block's characters that are not protected."""
        for piece, end in self._stretches():
            if not piece.width:
                continue
            for run in _PROSE.finditer(self.text, piece.start, end):
                first = piece.origin + (run.start() - piece.start) * piece.width
                yield first, first + (run.end() - run.start()) * piece.width

    def _piece(self, offset: int) -> Piece:
        if len(self.pieces) == 1:
            return self.pieces[0]
        return self.pieces[bisect_right(self.pieces, (offset, sys.maxsize)) - 1]

    def _stretches(self) -> Iterator[tuple[Piece, int]]:
        """Pieces, each with the offset where it ends."""
        ends = [piece.start for piece in self.pieces[1:]] + [len(self.text)]
        return zip(self.pieces, ends, strict=True)


@dataclass(frozen=True, slots=True)
class Comment:
    """What an author wrote to colleagues or to a tool, in the comment syntax of the format.

    Attributes:
        span: of the whole comment in the document.
        text: what stands between its marks, stripped.
    """

    span: Span
    text: str


@dataclass(frozen=True)
class Document:
    """One decoded draft.

    Attributes:
        path: as shown in messages.
        format: one of ``FORMATS``.
        text: the decoded file, without a byte-order mark; line ends as they are.
        encoding: how to write it back.
        blocks: the prose, in order.
        references: spans of reference lists, which are evidence and never prose.
        comments: in order; no part of any block.
        drawn: tables whose cells must stay as wide as they are, if there are any.
        citations: by key, in the commands of the format; those in pandoc's syntax stand in blocks.
        escape: how the format writes plain text in the place of prose.
    """

    path: str
    format: str
    text: str
    encoding: Encoding
    blocks: Sequence[Block]
    references: Sequence[Span] = ()
    comments: Sequence[Comment] = ()
    citations: Sequence[KeyedCitation] = ()
    drawn: Drawn | None = None
    escape: Callable[[str], str] = str

    def written(self, span: Span) -> str:
        """The source of ``span``; of a cell in a drawn table its own lines alone."""
        return "\n".join(self.text[start:end] for start, end in self.stretches(span))

    def stretches(self, span: Span) -> tuple[Span, ...]:
        """``span``, or the lines of it that belong to the cell of a drawn table."""
        return self.drawn.stretches(span) if self.drawn else (span,)

    def edited(self, edits: Iterable[Edit]) -> str:
        """The text after edits of its prose, whose contents are plain text."""
        escaped = [Edit(edit.span, self.escape(edit.content)) for edit in edits]
        if self.drawn:
            escaped += self.drawn.padding(escaped)
        return apply_edits(self.text, escaped)

    def encode(self, text: str) -> bytes:
        """The bytes of an edited text, in the encoding that the file had.

        Raises:
            ZhengmingError: that encoding has no place for one of the characters.
        """
        try:
            return self.encoding.encode(text)
        except UnicodeEncodeError as error:
            line, column = LineIndex(text).position(error.start)
            character = text[error.start]
            raise ZhengmingError(
                Message(
                    f'"{character}" (U+{ord(character):04X}) cannot be written in {self.encoding.codec.upper()}',
                    f"“{character}”（U+{ord(character):04X}）不能用 {self.encoding.codec.upper()} 编码",
                ),
                path=self.path,
                line=line,
                column=column,
                hint=Message(
                    "save the file as UTF-8 and run again; nothing was changed",
                    "请另存为 UTF-8 后重新运行；文件未动",
                ),
            ) from None

    def skeleton(self) -> str:
        """All of ``text`` that is not prose: what no fix may change."""
        kept, done = [], 0
        prose: Iterable[tuple[int, int]] = (run for block in self.blocks for run in block.prose())
        if self.drawn:
            prose = sorted((*prose, *self.drawn.blanks()))
        for start, end in prose:
            kept.append(self.text[done:start])
            done = end
        kept.append(self.text[done:])
        return "".join(kept)

    @cached_property
    def lines(self) -> LineIndex:
        """Lines and columns of ``text``."""
        return LineIndex(self.text)
