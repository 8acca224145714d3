"""From the blocks that a format has found to a Document: masks, reference lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from zhengming.documents.builder import Draft
from zhengming.documents.citekeys import KeyedCitation
from zhengming.documents.drawn import Cell, Drawn
from zhengming.documents.encoding import Encoding
from zhengming.documents.masking import mask, masked_block
from zhengming.documents.model import Block, Comment, Document
from zhengming.documents.reference_list import has_type_mark, is_reference_heading, numbered_entries
from zhengming.text.span import Span

_LOWEST = 99  # level of a line that only looks like a heading: any heading ends its section


def assemble(
    path: str,
    format_: str,
    text: str,
    encoding: Encoding,
    drafts: Iterable[Draft],
    *,
    references: Sequence[Span] = (),
    comments: Sequence[Comment] = (),
    citations: Sequence[KeyedCitation] = (),
    drawn: Sequence[Cell] = (),
    escape: Callable[[str], str] = str,
) -> Document:
    """Build a document.

    Args:
        path: as shown in messages.
        format_: its name.
        text: the whole source.
        encoding: how to write it back.
        drafts: in source order; those without prose are left out.
        references: reference lists that the format itself marks; none of the drafts is in them.
        comments: in source order.
        citations: in source order, in the commands of the format.
        drawn: the cells of drawn tables.
        escape: how the format writes plain text.
    """
    blocks: list[Block] = []
    lists = list(references)
    section: Draft | None = None  # the heading whose section is a reference list
    level = 0
    for draft in drafts:
        if section and draft.level and draft.level <= level:
            lists.append(Span(section.end, draft.start))
            section = None
        if section:
            continue
        block = masked_block(draft.text, tuple(draft.pieces), draft.kind)
        if not block.text.strip():
            continue
        entries = _entries(block, draft)
        if entries:
            lists += (block.locate(span) for span in entries)
            block = Block(mask(block.text, entries), block.pieces, block.kind)
        blocks.append(block)
        is_cell = draft.kind == "cell"
        if draft.opens_references or (not is_cell and is_reference_heading(block.text)):
            section, level = draft, draft.level or _LOWEST
    if section:
        lists.append(Span(section.end, len(text)))
    lists.sort()
    return Document(
        path, format_, text, encoding, tuple(blocks), tuple(lists), tuple(comments),
        tuple(citations), Drawn(text, drawn) if drawn else None, escape,
    )  # fmt: skip


def _entries(block: Block, draft: Draft) -> list[Span]:
    if draft.item and has_type_mark(block.text):
        return [Span(0, len(block.text))]
    return list(numbered_entries(block.text))
