"""Plain text: everything is prose but addresses, citation keys and the reference list."""

from __future__ import annotations

import re

from zhengming.documents.encoding import Encoding
from zhengming.documents.masking import mask, masked_block
from zhengming.documents.model import Document, Piece
from zhengming.documents.reference_list import is_reference_heading, numbered_entries
from zhengming.text.span import Span

_LINE = re.compile(r"[^\r\n]+")


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """One block for the whole text, since extraction puts blank lines inside sentences."""
    references = _reference_lists(text)
    prose = mask(text, references)
    block = masked_block(prose, (Piece(0, 0),), "text")
    return Document(path, "text", text, encoding, (block,), references)


def _reference_lists(text: str) -> tuple[Span, ...]:
    lists = list(numbered_entries(text))
    for line in _LINE.finditer(text):
        if is_reference_heading(line.group()):
            lists = [span for span in lists if span.end <= line.end()]
            lists.append(Span(line.end(), len(text)))
            break
    return tuple(lists)
