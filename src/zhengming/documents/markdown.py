"""Markdown and Quarto: CommonMark structure from pyromark, and what CommonMark does not know.

Blocks hold the text of paragraphs, headings, list items and cells. Emphasis marks and container
prefixes vanish; code, maths and raw HTML become U+FFFC; attributes, shortcodes and what raw LaTeX
has of keys, files and formulas are masked.
The prose inside raw HTML blocks is read as in HTML. Of code only captions are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pyromark

from zhengming.documents import html
from zhengming.documents.assemble import assemble
from zhengming.documents.builder import Draft
from zhengming.documents.drawn import Cell
from zhengming.documents.encoding import Encoding
from zhengming.documents.formulas import cover_formulas
from zhengming.documents.markdown_metadata import captions, front_matter
from zhengming.documents.markdown_tables import drawn_cells
from zhengming.documents.markdown_tex import RawTex
from zhengming.documents.model import Block, Comment, Document
from zhengming.documents.nested import moved

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
_INLINE = frozenset({"Emphasis", "Strong", "Strikethrough"})
_LINKS = frozenset({"Link", "Image"})
# The text of such a link is its key or address too.
_KEYED_LINKS = frozenset(
    {"Autolink", "Email", "Shortcut", "ShortcutUnknown", "Collapsed", "CollapsedUnknown"}
)
_KINDS = {"Heading": "heading", "TableCell": "cell"}
_INLINE_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_LONE_CR = re.compile(r"\r(?!\n)")  # the end of a line to CommonMark, but not to its parser
# Quarto, pandoc and wikis: shortcodes, attributes, fenced divs, the pages that [[…]] names.
_OVERLAY = re.compile(
    r"\{\{[^{}\r\n]*+\}\}|\{(?=[^{}\r\n.#=%]*+[.#=%])[^{}\r\n]*+\}|^:{3,}[^\r\n]*$"
    r"|\[\[[^\[\]|\r\n]*+(?:\||\]\])",
    re.MULTILINE,
)
_OVERLAY_MARKS = ("{", ":::", "[[")


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose blocks, the reference lists and the comments of a Markdown text."""
    comments: list[Comment] = []
    drawn: list[Cell] = []
    drafts = list(drafts_of(text, comments, drawn))
    return assemble(path, "markdown", text, encoding, drafts, comments=comments, drawn=drawn)


def drafts_of(
    text: str, comments: list[Comment], drawn: list[Cell] | None = None
) -> Iterator[Draft]:
    """Blocks with prose in them, in source order; ``comments`` is added to on the way.

    So is ``drawn``, by the cells of drawn tables; without it they are read as paragraphs.
    """
    return _Walk(text, comments, drawn).drafts()


_Run = Sequence[tuple[str, dict[str, int]]]  # words and line ends, and their bytes in the source


def _unbroken(run: _Run) -> Iterator[_Run]:
    """The stretches of a run in which each begins where the one before it ends."""
    first = 0
    for at, ((_, before), (_, after)) in enumerate(pairwise(run), 1):
        if before["end"] != after["start"]:
            yield run[first:at]
            first = at
    yield run[first:]


class _Offsets:
    """UTF-8 offsets to code points; asked for in nearly rising order, so each is a short step."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._byte = self._point = 0

    def __call__(self, byte: int) -> int:
        if byte > self._byte:
            self._point += len(self._data[self._byte : byte].decode())
        elif byte < self._byte:
            self._point -= len(self._data[byte : self._byte].decode())
        self._byte = byte
        return self._point

    def pass_over(self, size: int, length: int) -> None:
        """Go on by ``size`` bytes that are known to be ``length`` characters."""
        self._byte += size
        self._point += length


class _Walk:
    """The events of a text, from the first to the last."""

    def __init__(self, text: str, comments: list[Comment], drawn: list[Cell] | None = None) -> None:
        self._drawn = drawn
        self._text = text = _LONE_CR.sub("\n", text)
        self._data = text.encode()
        self._at = _Offsets(self._data)
        self._comments = comments
        self._draft = Draft()
        self._opaque = ""  # the code, maths or metadata block that we are in
        self._html: list[dict[str, int]] = []  # the lines of the HTML block that we are in
        self._code: list[str] = []  # the elements of inline HTML that hold code
        self._keyed = 0  # depth inside links whose text is their key
        self._lists: list[bool] = []  # for each open list, whether it is numbered
        self._tex = RawTex(text)

    def drafts(self) -> Iterator[Draft]:
        events: Any = pyromark.events_with_range(self._text, options=_OPTIONS)
        run: list[tuple[str, dict[str, int]]] = []  # words and line ends not yet put in
        for event, place in events:
            is_named = isinstance(event, dict)
            if not self._opaque:  # nine of ten events are words or the ends of their lines
                if is_named and "Text" in event:
                    run.append((event["Text"], place))
                    continue
                if event == "SoftBreak":
                    run.append(("\n", place))
                    continue
                if run:
                    self._put_in(run)
                    run.clear()
            name: str
            value: Any
            name, value = next(iter(event.items())) if is_named else (event, None)
            if name in ("Start", "End"):
                tag = next(iter(value)) if isinstance(value, dict) else value
                turn = self._start(tag, value, place) if name == "Start" else self._end(tag, place)
                yield from turn
            elif self._opaque == "HtmlBlock":
                self._html.append(place)
            elif not self._opaque:
                self._inline(name, value, place)

    def _start(self, tag: str, value: Any, place: dict[str, int]) -> Iterator[Draft]:
        if tag in _INLINE:
            return
        if tag in _LINKS:
            self._keyed += self._keyed > 0 or value[tag]["link_type"] in _KEYED_LINKS
            return
        start = self._at(place["start"])
        yield from self._finished(start)
        if tag == "List":
            self._lists.append(value["List"] is not None)
        if tag in ("CodeBlock", "HtmlBlock", "MetadataBlock"):
            self._opaque = tag
        level = int(value["Heading"]["level"][1]) if tag == "Heading" else 0
        item = self._lists[-1] if tag == "Item" else tag == "Paragraph" and self._draft.item
        self._draft = Draft(_KINDS.get(tag, "paragraph"), level, start, item=item)

    def _end(self, tag: str, place: dict[str, int]) -> Iterator[Draft]:
        if tag in _INLINE:
            return
        if tag in _LINKS:
            self._keyed -= self._keyed > 0
            return
        if tag == "Paragraph" and self._drawn is not None and (cells := self._table(place)):
            self._drawn += cells
            for cell in cells:
                yield from self._cell(cell)
        else:
            yield from self._finished(self._at(place["end"]))
        if tag == "HtmlBlock":
            yield from self._html_block()
        elif tag == "CodeBlock":
            yield from captions(self._text, self._at(place["start"]), self._at(place["end"]))
        elif tag == "MetadataBlock":
            yield from front_matter(self._text, self._at(place["start"]), self._at(place["end"]))
        if tag == "List":
            self._lists.pop()
        self._opaque = ""
        self._draft = Draft()

    def _finished(self, end: int) -> Iterator[Draft]:
        self._code.clear()
        if self._draft.pieces:
            self._draft.end = end
            text = self._draft.text
            if any(mark in text for mark in _OVERLAY_MARKS):
                self._draft.mask(_OVERLAY)
            cover_formulas(self._draft, r"\(", r"\[")  # written with two backslashes
            self._tex.mask(self._draft)
            yield self._draft

    def _put_in(self, run: _Run) -> None:
        """Words and line ends: at once where they stand in the source just so, else one by one."""
        is_protected = self._code or self._keyed
        if not is_protected and self._put_as_written(run):
            return
        for part in _unbroken(run):
            if is_protected or not self._put_as_written(part):
                for value, place in part:
                    origin = self._at(place["start"])
                    if value == "\n" and self._text[origin] != "&":
                        self._draft.add("\n", self._text.find("\n", origin))
                    elif is_protected:
                        self._draft.protect(origin)
                    else:
                        self._words(value, place, origin)

    def _put_as_written(self, run: _Run) -> bool:
        """Put in what stands in the source just so; else say that it does not."""
        text = "".join([value for value, _ in run])
        first, last = run[0][1]["start"], run[-1][1]["end"]
        origin = self._at(first)
        if not self._text.startswith(text, origin) or len(text.encode()) != last - first:
            return False
        self._draft.add(text, origin)
        self._at.pass_over(last - first, len(text))
        return True

    def _words(self, value: str, place: dict[str, int], origin: int) -> None:
        if self._put_as_written([(value, place)]):
            return
        if len(value) == 1:  # an entity
            self._draft.add(value, origin, self._at(place["end"]) - origin)
        else:
            self._draft.protect(origin)

    def _inline(self, name: str, value: Any, place: dict[str, int]) -> None:
        origin = self._at(place["start"])
        if name == "HardBreak":  # written with two spaces or a backslash before the line end
            self._draft.add("\n", origin, self._text.find("\n", origin) + 1 - origin)
        elif name != "InlineHtml" or not self._tag(value, origin):
            self._draft.protect(origin)

    def _tag(self, written: str, origin: int) -> bool:
        """Take note of inline HTML; whether it only changes the look of the letters around it."""
        if written.startswith("<!--"):
            self._comments.append(html.comment(written, origin))
            return False
        match = _INLINE_TAG.match(written)
        if match is None:
            return False
        closing, name = match[1], match[2].lower()
        if name == "br" and not self._code:
            self._draft.add("\n", origin, len(written))
            return True
        is_text = not closing and not self._code and name not in html.CODE
        if is_text and "=" in written and self._text.startswith(written, origin):
            html.put_attributes(self._draft, written, 0, len(written), origin)
        if name in html.CODE and not closing:
            self._code.append(name)
        elif closing and self._code and self._code[-1] == name:
            self._code.pop()
        return name in html.LOOK

    def _table(self, place: dict[str, int]) -> list[Cell]:
        """The cells of a paragraph that is a table drawn with characters."""
        start, end = self._at(place["start"]), self._at(place["end"])
        start = self._text.rfind("\n", 0, start) + 1
        return drawn_cells(self._text, start, end)

    def _cell(self, cell: Cell) -> Iterator[Draft]:
        """The prose of a cell, which is read as a text of its own."""
        inner = Draft()
        for start, end, *_ in cell:
            line = self._text[start:end].strip()
            inner.add(line, start + self._text[start:end].find(line))
            inner.add("\n", end, 0)
        for draft in moved(
            drafts_of(inner.text, []), Block(inner.text, tuple(inner.pieces), "cell")
        ):
            draft.kind, draft.level = "cell", 0
            yield draft

    def _html_block(self) -> Iterator[Draft]:
        """The prose between tags; in a block quote or list, where lines stand apart, none."""
        lines, self._html = self._html, []
        gaps = {self._data[above["end"] : below["start"]] for above, below in pairwise(lines)}
        if lines and gaps <= {b"", b"\r"}:  # the parser leaves CR out
            start, end = self._at(lines[0]["start"]), self._at(lines[-1]["end"])
            yield from html.drafts_of(self._text[start:end], self._comments, start)
