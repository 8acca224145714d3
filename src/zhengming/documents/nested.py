"""Blocks that were read in a text of its own, moved to where that text stands in the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from zhengming.documents.builder import Draft
from zhengming.documents.model import Block


def moved(drafts: Iterable[Draft], inner: Block) -> Iterator[Draft]:
    """The blocks with the places of the outer source.

    Args:
        drafts: read from the text of ``inner``.
        inner: the text, with where its characters stand in the source.
    """
    starts = [piece.start for piece in inner.pieces]
    for draft in drafts:
        new = Draft(draft.kind, draft.level, inner.origin(draft.start), item=draft.item)
        new.end = inner.locate((max(draft.end - 1, 0), draft.end)).end
        text = draft.text
        ends = [piece.start for piece in draft.pieces[1:]] + [len(text)]
        for piece, end in zip(draft.pieces, ends, strict=True):
            if piece.width == 1:
                _move(new, text[piece.start : end], piece.origin, inner, starts)
                continue
            for at in range(piece.start, end):
                origin = piece.origin + (at - piece.start) * piece.width
                span = inner.locate((origin, origin + piece.width))
                new.add(text[at], span.start, span.end - span.start)
        yield new


def _move(new: Draft, text: str, at: int, inner: Block, starts: Sequence[int]) -> None:
    """Put in text that stands at ``at`` in ``inner``, stretch by stretch of the source."""
    index, done = bisect_right(starts, at) - 1, 0
    while done < len(text):
        piece = inner.pieces[index]
        index += 1
        end = starts[index] if index < len(starts) else len(inner.text)
        part = text[done : done + end - at]
        new.add(part, piece.origin + (at - piece.start) * piece.width, piece.width)
        at, done = end, done + len(part)
