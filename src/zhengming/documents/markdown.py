"""Markdown and Quarto: CommonMark structure from pyromark, and what CommonMark does not know.

Blocks hold the text of paragraphs, headings, list items and cells. Emphasis marks and container
prefixes vanish; code, maths and raw HTML become U+FFFC; attributes and shortcodes are masked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pyromark

from zhengming.documents.encoding import Encoding
from zhengming.documents.masking import mask, masked_block
from zhengming.documents.model import PROTECTED, Block, Document, Piece
from zhengming.documents.reference_list import is_reference_heading, numbered_entries
from zhengming.text.span import Span

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
)
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough", "Link", "Image"})
_OPAQUE = frozenset({"CodeBlock", "HtmlBlock", "MetadataBlock"})
_KINDS = {"Heading": "heading", "TableCell": "cell"}
# Tags that only change the look of the letters inside a word.
_LOOK = re.compile(
    r"</?(?:b|i|u|s|em|strong|span|sub|sup|small|mark|ins|font)\b[^>]*>", re.IGNORECASE
)
_TITLE = re.compile(r"^title:[^\S\r\n]*(['\"]?)(?P<title>[^\r\n]*?)\1[^\S\r\n]*$", re.MULTILINE)
# Quarto and pandoc: shortcodes, attributes, fenced divs.
_OVERLAY = re.compile(
    r"\{\{[^{}\r\n]*\}\}|\{[^{}\r\n]*[.#=%][^{}\r\n]*\}|^:{3,}[^\r\n]*$", re.MULTILINE
)


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose blocks and the reference lists of a Markdown text."""
    blocks: list[Block] = []
    references: list[Span] = []
    section: _Draft | None = None  # the heading whose section is a reference list
    for draft in _drafts(text):
        if section and draft.level and draft.level <= section.level:
            references.append(Span(section.end, draft.start))
            section = None
        if section:
            continue
        block = draft.block()
        entries = list(numbered_entries(block.text))
        if entries:
            references += (block.locate(span) for span in entries)
            block = Block(mask(block.text, entries), block.pieces, block.kind)
        blocks.append(block)
        if draft.level and is_reference_heading(block.text):
            section = draft
    if section:
        references.append(Span(section.end, len(text)))
    return Document(path, "markdown", text, encoding, tuple(blocks), tuple(references))


@dataclass(slots=True)
class _Draft:
    """A block while its events come in."""

    kind: str = "paragraph"
    level: int = 0
    start: int = 0
    end: int = 0
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0

    def add(self, part: str, origin: int) -> None:
        last = self.pieces[-1] if self.pieces else None
        if last is None or origin - last.origin != self.length - last.start:
            self.pieces.append(Piece(self.length, origin))
        self.parts.append(part)
        self.length += len(part)

    def block(self) -> Block:
        text = "".join(self.parts)
        text = mask(text, (Span(*match.span()) for match in _OVERLAY.finditer(text)))
        return masked_block(text, tuple(self.pieces), self.kind)


class _Offsets:
    """UTF-8 offsets, asked for in rising order, to code points."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._byte = self._point = 0

    def __call__(self, byte: int) -> int:
        if byte < self._byte:
            self._byte = self._point = 0
        self._point += len(self._data[self._byte : byte].decode())
        self._byte = byte
        return self._point


def _drafts(text: str) -> Iterator[_Draft]:
    """Blocks with prose in them, in source order."""
    data = text.encode()
    offsets = _Offsets(data)
    draft = _Draft()
    opaque = ""
    events: Any = pyromark.events_with_range(text, options=_OPTIONS)
    for event, place in events:
        name: str
        value: Any
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, None)
        tag: str = next(iter(value)) if isinstance(value, dict) else value
        if name in ("Start", "End"):
            if tag in _INLINE:
                continue
            if draft.parts:
                draft.end = offsets(place["start"] if name == "Start" else place["end"])
                yield draft
            opaque = tag if name == "Start" and tag in _OPAQUE else ""
            draft = _opened(tag, value, offsets(place["start"])) if name == "Start" else _Draft()
        elif opaque == "MetadataBlock":
            yield from _title(value, offsets(place["start"]))
        elif not opaque:
            _add_inline(draft, name, value, data, place, offsets)


def _opened(tag: str, value: Any, start: int) -> _Draft:
    level = int(value["Heading"]["level"][1]) if tag == "Heading" else 0
    return _Draft(_KINDS.get(tag, "paragraph"), level, start)


def _add_inline(
    draft: _Draft, name: str, value: Any, data: bytes, place: dict[str, int], offsets: _Offsets
) -> None:
    if name == "InlineHtml" and _LOOK.fullmatch(value):
        return
    origin = offsets(place["start"])
    if name in ("SoftBreak", "HardBreak"):
        draft.add("\n", origin)
    elif name == "Text" and data[place["start"] : place["end"]] == value.encode():
        draft.add(value, origin)
    else:
        draft.add(PROTECTED, origin)


def _title(metadata: str, start: int) -> Iterator[_Draft]:
    match = _TITLE.search(metadata)
    if match and match["title"]:
        draft = _Draft("title")
        draft.add(match["title"], start + match.start("title"))
        yield draft
