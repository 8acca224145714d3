"""Keyed citations of a document, with the place of each in its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from zhengming.documents import Document
from zhengming.documents.citekeys import KeyedCitation, KeyedItem, find_citations
from zhengming.text.span import Span

EVERY = "*"  # key that stands for all of a store: \nocite{*}
_PANDOC = ("markdown", "ipynb", "text")  # formats in which its syntax is read
# Quarto's cross-references look like citations and are none.
_CROSS_REFERENCES = ("fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "lem-", "cor-", "def-", "exm-")


@dataclass(frozen=True, slots=True)
class Marker:
    """A citation and where it stands in the document's text; the rest as in ``KeyedCitation``."""

    span: Span
    items: tuple[KeyedItem, ...]
    narrative: bool
    odd: bool = False


def may_cite(document: Document) -> bool:
    """Whether a document seems to cite by keys, told at a glance."""
    return bool(document.citations) or (document.format in _PANDOC and "@" in document.text)


def find_markers(document: Document) -> Iterator[Marker]:
    """The citations of a document, in order; places are the document's."""
    for citation in document.citations:
        yield Marker(citation.span, citation.items, citation.narrative)
    if document.format not in _PANDOC:
        return
    for block in document.blocks:
        for citation in find_citations(block.raw(document.text)):
            start = block.origin(citation.span.start)
            is_escaped = start > 0 and document.text[start - 1] == "\\"
            if not (is_escaped or _is_cross_reference(citation)):
                items = tuple(
                    KeyedItem(i.key, block.origin(i.at), i.prefix, i.suffix, i.suppress_author)
                    for i in citation.items
                )
                span = block.locate(citation.span)
                yield Marker(span, items, citation.narrative, citation.odd)


def cited_keys(document: Document) -> tuple[str, ...]:
    """The keys that a draft cites, in order of first appearance; ``EVERY`` may be one of them."""
    items = (item for marker in find_markers(document) for item in marker.items)
    return tuple(dict.fromkeys(item.key for item in items))


def _is_cross_reference(citation: KeyedCitation) -> bool:
    return all(item.key.startswith(_CROSS_REFERENCES) for item in citation.items)
