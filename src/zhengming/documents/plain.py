"""Plain text: everything is prose but addresses, citation keys and the reference list."""

from __future__ import annotations

from zhengming.documents.encoding import Encoding
from zhengming.documents.masking import mask, masked_block
from zhengming.documents.model import Document, Piece
from zhengming.documents.reference_list import numbered_entries, section_in_lines


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """One block for the whole text, since extraction puts blank lines inside sentences."""
    section = section_in_lines(text)
    end = section.start if section else len(text)
    references = [span for span in numbered_entries(text) if span.end <= end]
    if section:
        after = section.end
        references.append(section)
        references += (span for span in numbered_entries(text) if span.start >= after)
    block = masked_block(mask(text, references), (Piece(0, 0),), "text")
    return Document(path, "text", text, encoding, (block,), tuple(references))
