"""The parts of an article: abstracts, body, tables and notes, lists of abbreviations.

An abstract and a table must be understood alone, so that abbreviations, citations and first
mentions are judged part by part.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from zhengming.documents import Document
from zhengming.rules.base import Draft
from zhengming.text.script import has_han
from zhengming.text.span import Span

PartKind = Literal["front", "abstract", "body", "table", "abbreviations"]

_OPEN, _CLOSE = r"[【〔\[［]?", r"[】〕\]］]?"
_ABSTRACT = re.compile(
    rf"\s*{_OPEN}\s*(?P<english>英文)?(?:中文)?(?:摘\s*要|提\s*要|内容提要)\s*{_CLOSE}(?:\s*[:：]|\s|$|(?<=[】〕\]］]))"
    rf"|\s*{_OPEN}\s*(?P<latin>Abstract|ABSTRACT)\s*{_CLOSE}(?:(?<=[】〕\]］])|\s*[:：.]|\s*$|\s+(?=[A-Z]))"
)
_KEYWORDS = re.compile(
    rf"\s*{_OPEN}\s*(?:关\s*键\s*词|关键字|主题词|key\s?-?words?){_CLOSE}", re.IGNORECASE
)
_NUMBER = r"(?:\d+(?:\.\d+)*[\s.、]*|[一二三四五]、\s*)?"
_BODY = re.compile(
    rf"\s*{_NUMBER}(?:前\s*言|引\s*言|绪\s*论|导\s*言|(?:研究)?背\s*景|(?:资料|材料|对象)[与和]方法"
    r"|introduction|background|(?:materials|patients) and methods)\s*",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\s*(?:表\s*\d+[\s.:：][^。，；]*|(?:Tab\.|Table)\s*\d+[\s.:：]+[A-Z].*)")
_NOTE = re.compile(r"\s*(?:注|附注|Notes?|NOTE)\s*[:：]")
_ABBREVIATIONS = re.compile(
    rf"\s*{_OPEN}\s*(?:(?:英文)?缩\s*(?:略|写)\s*(?:语|词)?\s*(?:对照)?表?|abbreviations?)\s*{_CLOSE}\s*(?:[:：]|$)",
    re.IGNORECASE,
)
_PROSE = re.compile(r"[。；，]|[⁃\u00ad-]$")
_FARTHEST = 8000  # characters in which an abstract of extracted text must come to its end
_HEAD = 120  # characters that tell what a line is
_SENTENCE_END = (".", "。", "！", "!", "?", "？")


class Part(NamedTuple):
    """A stretch of a document; ``lang`` is ``zh`` or ``en`` for abstracts, else empty."""

    span: Span
    kind: PartKind
    lang: str = ""


class _Line(NamedTuple):
    """A line of plain text, or a block; ``text`` is its first characters only."""

    start: int
    text: str
    kind: str
    ends_sentence: bool


@dataclass(frozen=True)
class Parts:
    """The parts of one document, in order; they cover all of it."""

    parts: Sequence[Part]
    _starts: Sequence[int]

    def at(self, offset: int) -> Part:
        """The part in which a place of the document's text lies."""
        return self.parts[bisect_right(self._starts, offset) - 1]

    def index(self, offset: int) -> int:
        """The number of that part."""
        return bisect_right(self._starts, offset) - 1

    def abstract(self, lang: str) -> Part | None:
        """The abstract in ``zh`` or ``en``, if there is exactly one."""
        found = [part for part in self.parts if part.kind == "abstract" and part.lang == lang]
        return found[0] if len(found) == 1 else None


def parts_of(document: Document) -> Parts:
    """Divide a document; time is linear in its length."""
    lines = tuple(_lines(document))
    edges: list[tuple[int, PartKind, str]] = []
    index, kind = _front(lines)
    edges.append((0, kind, ""))
    while index < len(lines):
        index, opened = _next(lines, index, edges)
        edges += opened
    return _joined(edges, len(document.text))


def document_parts(draft: Draft) -> Parts:
    """The parts of a draft's document; ask through ``draft.once``."""
    return parts_of(draft.document)


def _joined(edges: Sequence[tuple[int, PartKind, str]], length: int) -> Parts:
    parts: list[Part] = []
    for (start, kind, lang), following in zip(edges, [*edges[1:], (length, "", "")], strict=True):
        if start == following[0]:
            continue
        if parts and parts[-1][1:] == (kind, lang):
            parts[-1] = Part(Span(parts[-1].span.start, following[0]), kind, lang)
        else:
            parts.append(Part(Span(start, following[0]), kind, lang))
    parts = parts or [Part(Span(0, length), "body")]
    return Parts(parts, [part.span.start for part in parts])


def _lines(document: Document) -> Iterator[_Line]:
    for block in document.blocks:
        if block.kind != "text":
            yield from _line(block.text, block.origin(0), block.kind)
            continue
        for match in re.finditer(r"[^\r\n]+", block.text):
            yield from _line(match.group(), block.origin(match.start()), "line")


def _line(text: str, start: int, kind: str) -> Iterator[_Line]:
    text = text.strip()
    if text:
        yield _Line(start, text[:_HEAD], kind, text.endswith(_SENTENCE_END))


def _front(lines: Sequence[_Line]) -> tuple[int, PartKind]:
    """Where the text proper starts: at the first abstract, else after a title line."""
    for index, line in enumerate(lines):
        if _ABSTRACT.match(line.text):
            return index, "front"
    return (1, "front") if len(lines) > 1 and _is_title(lines) else (0, "body")


def _is_title(lines: Sequence[_Line]) -> bool:
    first = lines[0]
    short = first.kind == "line" and len(first.text) < _HEAD and not first.ends_sentence
    return short and not _PROSE.search(first.text) and _aside(lines, 0)[1] == "body"


_Edges = list[tuple[int, PartKind, str]]


def _next(lines: Sequence[_Line], index: int, edges: _Edges) -> tuple[int, _Edges]:
    """What starts at a line, and the line after it."""
    line = lines[index]
    if match := _ABSTRACT.match(line.text):
        end = _abstract_end(lines, index)
        lang = "en" if match["english"] or match["latin"] else "zh"
        return end, [(line.start, "abstract", lang)]
    if edges[-1][1] in ("abstract", "front") and _KEYWORDS.match(line.text):
        return index + 1, [(line.start, "front", "")]
    end, kind = _aside(lines, index)
    return end, [(line.start, kind, "")]


def _aside(lines: Sequence[_Line], index: int) -> tuple[int, PartKind]:
    """A table, a note, a list of abbreviations, or else a line of the body."""
    line = lines[index]
    if line.kind == "cell":
        return index + 1, "table"
    if _NOTE.match(line.text):
        return _note_end(lines, index), "table"
    if line.kind == "line" and _CAPTION.fullmatch(line.text):
        return _table_end(lines, index), "table"
    if _ABBREVIATIONS.match(line.text):
        return _list_end(lines, index), "abbreviations"
    return index + 1, "body"


def _abstract_end(lines: Sequence[_Line], index: int) -> int:
    first = lines[index]
    own_line = _ABSTRACT.fullmatch(first.text) is not None
    if first.kind == "heading":
        return _section_end(lines, index)
    for end in range(index + 1, len(lines)):
        line = lines[end]
        if line.start - first.start > _FARTHEST:
            break
        if line.kind == "heading" or any(
            (_ABSTRACT.match(line.text), _KEYWORDS.match(line.text), _BODY.fullmatch(line.text))
        ):
            return end
    return min(index + 1 + own_line, len(lines))


def _section_end(lines: Sequence[_Line], index: int) -> int:
    """The heading that ends a section; headings right below it (目的, Methods) belong to it."""
    structured = index + 1 < len(lines) and lines[index + 1].kind == "heading"
    seen: set[str] = set()
    for end in range(index + 1, len(lines)):
        line = lines[end]
        if _ABSTRACT.match(line.text) or _KEYWORDS.match(line.text):
            return end
        if line.kind == "heading":
            if not structured or line.text in seen or len(seen) == 4:
                return end
            seen.add(line.text)
    return len(lines)


def _note_end(lines: Sequence[_Line], index: int) -> int:
    """A note ends with its sentence; an English one in a Chinese text goes on up to Chinese."""
    if lines[index].kind != "line":
        return index + 1
    chinese = has_han(lines[index].text)
    for end in range(index, len(lines)):
        text = lines[end].text
        if end > index and (has_han(text) != chinese or _CAPTION.fullmatch(text)):
            return end
        if chinese and lines[end].ends_sentence:
            return end + 1
    return len(lines)


def _table_end(lines: Sequence[_Line], index: int) -> int:
    """A table in extracted text ends with its notes, or before the first sentence."""
    for end in range(index + 1, len(lines)):
        if _NOTE.match(lines[end].text) or "。" in lines[end].text:
            return end
    return len(lines)


def _list_end(lines: Sequence[_Line], index: int) -> int:
    if lines[index].kind == "heading":
        return _section_end(lines, index)
    if lines[index].kind == "line" and _ABBREVIATIONS.fullmatch(lines[index].text):
        return min(index + 2, len(lines))
    return index + 1
