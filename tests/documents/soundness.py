"""What holds for every document in every format."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.documents import Block, Document
from zhengming.documents.model import PROTECTED
from zhengming.text.span import Span

# How the formats write one character of text as several of source, and what else stands for one.
_ESCAPE_STARTS = ("&", '""', "\\", "<br", "<BR", "<Br", "<bR")
_STAND_INS = {"\u00a0": "~", "\n": "\r"}


def assert_sound(document: Document, data: bytes) -> None:
    """Places are true, sorted and disjoint; what was not touched comes out byte for byte."""
    assert document.encode(document.text) == data
    assert document.encode(document.edited([])) == data
    done = 0
    runs = list(prose(document))
    for start, end in sorted(runs) if document.drawn else runs:
        assert done <= start < end <= len(document.text)
        done = end
    for block in document.blocks:
        assert block.pieces[0].start == 0
        assert [p.start for p in block.pieces] == sorted({p.start for p in block.pieces})
        assert len(block.raw(document.text)) == len(block.text)
        for character, source in characters(block, document.text):
            assert character == source or _is_written(character, source)
    for span in document.references:
        assert 0 <= span.start <= span.end <= len(document.text)
        assert not any(start < span.end and span.start < end for start, end in prose(document))
    for comment in document.comments:
        assert not any(
            start < comment.span.end and comment.span.start < end for start, end in prose(document)
        )


def prose(document: Document) -> Iterator[tuple[int, int]]:
    for block in document.blocks:
        yield from block.prose()


def characters(block: Block, text: str) -> Iterator[tuple[str, str]]:
    """Each unprotected character of a block, and how the source writes it.

    The end of a line in a drawn table is a character of no width.
    """
    for at, character in enumerate(block.text):
        span = block.locate(Span(at, at + 1))
        if character != PROTECTED and (span.start < span.end or character != "\n"):
            yield character, text[span.start : span.end]


def unprotected(document: Document) -> str:
    return "\n".join(block.text.replace(PROTECTED, "") for block in document.blocks)


def _is_written(character: str, source: str) -> bool:
    if len(source) > 1:
        return source[0].isspace() or source.startswith(_ESCAPE_STARTS)
    return _STAND_INS.get(character) == source
