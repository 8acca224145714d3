"""Keyed citations of a document, with the place of each in its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhengming.documents import Document
from zhengming.documents.citekeys import KeyedCitation, KeyedItem, find_citations
from zhengming.text.span import Span

# Quarto's cross-references look like citations and are none.
_CROSS_REFERENCES = ("fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "lem-", "cor-", "def-", "exm-")


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation and where it stands in the document's text."""

    span: Span
    items: tuple[KeyedItem, ...]
    narrative: bool


def find_markers(document: Document) -> Iterator[Marker]:
    """The citations in the prose of a document, in order; places are the document's."""
    for block in document.blocks:
        for citation in find_citations(block.raw(document.text)):
            escaped = document.text[block.origin(citation.span.start) - 1 :][:1] == "\\"
            if not (escaped or _is_cross_reference(citation)):
                items = tuple(
                    KeyedItem(i.key, block.origin(i.at), i.prefix, i.suffix, i.suppress_author)
                    for i in citation.items
                )
                yield Marker(block.locate(citation.span), items, citation.narrative)


def _is_cross_reference(citation: KeyedCitation) -> bool:
    return all(item.key.startswith(_CROSS_REFERENCES) for item in citation.items)
