"""reStructuredText: paragraphs, titles, list items, admonitions, captions.

Directives we do not know are protected with all that is indented below them. The cells of grid and
simple tables are read as texts of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from zhengming.documents.assemble import assemble
from zhengming.documents.builder import Draft
from zhengming.documents.citekeys import KeyedCitation, listed_keys
from zhengming.documents.drawn import Cell
from zhengming.documents.encoding import Encoding
from zhengming.documents.linewise import Line, Paragraph, split_lines
from zhengming.documents.model import Block, Comment, Document
from zhengming.documents.names import names
from zhengming.documents.nested import moved
from zhengming.documents.rst_csv import csv_fields
from zhengming.documents.rst_tables import grid_cells, simple_cells
from zhengming.text.span import Span

# Directives whose argument, if they have one, and body are text.
_PROSE = names(
    "admonition attention caution danger error hint important note tip warning seealso todo",
    "topic sidebar rubric epigraph highlights pull-quote compound centered",
    "versionadded versionchanged deprecated table list-table line-block abstract dedication glossary",
)
# The argument is a file, a class or a tag, the body is text.
_CAPTIONED = names("figure container class only")
_TITLED = names("csv-table")  # the argument is text, the body is a table of values
_PROSE_ROLES = names("emphasis strong abbr sub sup subscript superscript title-reference")

# Roles of sphinxcontrib-bibtex whose text is keys.
_CITING = re.compile(r"(?:foot)?cite(?::[a-z]{1,20})?|nocite")

_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]*+\|[ \t]+)?([\w:.+-]+?)[ \t]?::(?:[ \t]+(?=\S)|$)")
_FOOTNOTE = re.compile(r"\.\.[ \t]+\[(?:\d+|#[\w.-]*|\*)\](?:[ \t]+|$)")
_REFERENCE = re.compile(r"\.\.[ \t]+\[[\w.:-]+\](?:[ \t]|$)")
_TARGET = re.compile(r"\.\.[ \t]+_|__(?:[ \t]|$)")
_COMMENT = re.compile(r"\.\.(?:[ \t]|$)")
_OPTION = re.compile(r":([\w -]+):(?:[ \t]+|$)")
_FIELD = re.compile(r":(?![:\s])[^:\r\n]{1,80}:(?:[ \t]+|$)")
_ITEM = re.compile(
    r"(?:[-*+•‣⁃]|(\(?(?:\d{1,4}|[A-Za-z]|#|[ivxlcdm]{1,6}|[IVXLCDM]{1,6})[.)]))(?:[ \t]+|$)"
)
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1+")
_TRANSITION = re.compile(r"([!-/:-@\[-`{-~])\1{3,}+")
_GRID = re.compile(r"\+[-=]+\+")
_SIMPLE_TABLE = re.compile(r"=+(?:[ \t]+=+)+")
_MARKUP = re.compile(
    r"``(?:[^`]|`(?!`))*+``"
    r"|:(?P<role>[\w:.+-]{1,60}):`(?P<marked>[^`]*+)`"
    r"|`(?P<linked>[^`<]*+)(?:<[^`]*+)?`(?P<link>__?)?"
    r"|\|[^\s|][^|\r\n]{0,200}\|_{0,2}"
    r"|\[[\w#*.:-]{1,100}\]_"
    r"|(?<![\w.:+-])[^\W_]++(?:[.:+_-][^\W_]++)*+__?(?!\w)"
    r"|\\(?P<escaped>[^\r\n]|$)|(?P<mark>\*{1,2})(?=\S)|(?<=\S)\*{1,2}"
)


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose blocks, the reference lists and the comments of a reStructuredText source."""
    scanner = _Scanner(text)
    drafts = list(scanner.drafts())
    return assemble(
        path, "rst", text, encoding, drafts,
        references=scanner.references, comments=scanner.comments, citations=scanner.citations,
        drawn=scanner.drawn, escape=_escape,
    )  # fmt: skip


def _escape(content: str) -> str:
    return re.sub(r"[\\*`|]|_(?!\w)", r"\\\g<0>", content)


def _write(draft: Draft, match: re.Match[str]) -> None:
    """What inline markup leaves in its block."""
    at = match.start()
    if match["escaped"] is not None:
        if not match["escaped"].isspace():  # an escaped space is nothing
            draft.add(match["escaped"], at, len(match.group()))
    elif match["role"] in _PROSE_ROLES:
        draft.protect(at)
        draft.add(match["marked"], match.start("marked"))
        draft.protect(match.end() - 1)
    elif match["link"] and "<" in match.group():
        draft.protect(at)
        draft.add(match["linked"], match.start("linked"))
        draft.protect(match.end() - 1)
    elif "*" not in match.group() or match.group().strip("*"):
        draft.protect(at)


class _Scanner:
    def __init__(self, text: str, *, has_tables: bool = True) -> None:
        self._text = text
        self._has_tables = has_tables  # a table in a cell of a table stays as it is
        self._lines = split_lines(text)
        self._at = 0
        self._paragraph = Paragraph(text, _MARKUP, self._mark)
        self._column = -1  # of the open paragraph's lines; -1 when any may follow
        self._indent = 0  # of the paragraph; code that belongs to it stands deeper
        self._levels: list[str] = []
        self.references: list[Span] = []
        self.comments: list[Comment] = []
        self.citations: list[KeyedCitation] = []
        self.drawn: list[Cell] = []

    def _mark(self, draft: Draft, match: re.Match[str]) -> None:
        if match["role"] and _CITING.fullmatch(match["role"]):
            items = listed_keys(self._text, *match.span("marked"))
            self.citations.append(KeyedCitation(Span(*match.span()), items))
        _write(draft, match)

    def drafts(self) -> Iterator[Draft]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.text:
                self._at += 1
                yield from self._close()
            elif line.text.startswith((".. ", "..\t", "__ ")) or line.text in ("..", "__"):
                yield from self._close()
                yield from self._explicit(line)
            elif not self._paragraph.is_open and self._is_data(line):
                yield from self._data(line)
            elif title := self._title(line):
                yield from self._heading(*title)
            else:
                yield from self._prose(line)
        yield from self._close()

    # Paragraphs

    def _prose(self, line: Line) -> Iterator[Draft]:
        start, item = line.start, False
        if not self._paragraph.is_open or self._column != line.indent:
            prefix = _FIELD.match(line.text)
            while marker := _ITEM.match(self._text, start, line.end):
                item = marker[1] is not None
                start = marker.end()
            start += prefix.end() if prefix and start == line.start else 0
            if start == line.start and line.text.startswith("| "):
                start += 2
        self._at += 1
        if self._paragraph.is_open and start == line.start and self._column in (-1, line.indent):
            self._paragraph.end = line.end
            self._column = line.indent
            return
        yield from self._close()
        self._open(Draft(start=line.start, item=item), start, line.end)
        self._indent = self._column = line.indent + start - line.start

    def _open(self, draft: Draft, start: int, end: int) -> None:
        self._paragraph.open(draft, start, end)
        self._indent, self._column = self._lines[self._at - 1].indent, -1

    def _close(self) -> Iterator[Draft]:
        """End the paragraph; after ``::`` what is indented or quoted below it is code."""
        is_code_next = self._paragraph.written.endswith("::")
        yield from self._paragraph.close()
        if is_code_next:
            self._pass_code()

    def _pass_code(self) -> None:
        while self._at < len(self._lines) and not self._lines[self._at].text:
            self._at += 1
        first = self._line(self._at)
        if first.indent > self._indent:
            self._pass_body(self._indent)
        elif first.text and not first.text[0].isalnum() and first.text[0] != ".":
            while self._line(self._at).text.startswith(first.text[0]):
                self._at += 1

    def _pass_body(self, indent: int) -> int:
        """Pass over blank and deeper lines; where the last of them with text ends."""
        end = self._lines[self._at - 1].end
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.text and line.indent <= indent:
                break
            end = line.end if line.text else end
            self._at += 1
        return end

    # Titles

    def _title(self, line: Line) -> tuple[Line, str, int] | None:
        """The title that begins here, its adornment, and how many lines both take."""
        if line.indent:
            return None
        if _ADORNMENT.fullmatch(line.text):
            return self._overlined(line)
        below = self._line(self._at + 1)
        if self._paragraph.is_open or not _is_adornment(below, line):
            return None
        return line, below.text[0], 2

    def _overlined(self, line: Line) -> tuple[Line, str, int] | None:
        title, below = self._line(self._at + 1), self._line(self._at + 2)
        if title.text and below.text == line.text and not _ADORNMENT.fullmatch(title.text):
            return title, line.text[0] * 2, 3
        return None

    def _line(self, index: int) -> Line:
        return self._lines[index] if index < len(self._lines) else Line(len(self._text), 0, "")

    def _heading(self, title: Line, adornment: str, count: int) -> Iterator[Draft]:
        yield from self._close()
        start = self._lines[self._at].start
        self._at += count
        if adornment not in self._levels:
            self._levels.append(adornment)
        level = self._levels.index(adornment) + 1
        self._open(Draft("heading", level, start), title.start, title.end)
        for draft in self._paragraph.close():
            draft.end = self._lines[self._at - 1].end
            yield draft

    # What is no prose

    def _is_data(self, line: Line) -> bool:
        return bool(
            line.text.startswith(">>> ")
            or _GRID.match(line.text)
            or _SIMPLE_TABLE.fullmatch(line.text)
            or (_TRANSITION.fullmatch(line.text) and not self._line(self._at + 1).text)
        )

    def _data(self, line: Line) -> Iterator[Draft]:
        """Doctests and grid tables end at a blank line, simple tables at a border before one."""
        is_simple = _SIMPLE_TABLE.fullmatch(line.text)
        first = self._at
        self._at += 1
        while self._at < len(self._lines):
            above, here = self._lines[self._at - 1].text, self._lines[self._at].text
            if not here and (not is_simple or _SIMPLE_TABLE.fullmatch(above)):
                break
            self._at += 1
        lines = self._lines[first : self._at]
        if self._has_tables and (is_simple or _GRID.match(line.text)):
            for cell in simple_cells(lines) if is_simple else grid_cells(lines):
                self.drawn.append(cell)
                yield from self._cell(cell)

    def _cell(self, cell: Cell) -> Iterator[Draft]:
        inner = Draft()
        lines = [self._text[line.start : line.end].rstrip() for line in cell]
        indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
        for line, text in zip(cell, lines, strict=True):
            inner.add(text[indent:], line.start + indent)
            inner.add("\n", line.start + len(text), 0)
        yield from self._apart(Block(inner.text, tuple(inner.pieces), "cell"))

    def _apart(self, block: Block) -> Iterator[Draft]:
        """The prose of a cell, which is read as a text of its own."""
        scanner = _Scanner(block.text, has_tables=False)
        for draft in moved(scanner.drafts(), block):
            draft.kind, draft.level = "cell", 0
            yield draft
        for citation in scanner.citations:
            items = tuple(replace(item, at=block.origin(item.at)) for item in citation.items)
            self.citations.append(KeyedCitation(block.locate(citation.span), items))

    def _explicit(self, line: Line) -> Iterator[Draft]:
        """Markup that begins with two dots."""
        self._at += 1
        if directive := _DIRECTIVE.match(line.text):
            yield from self._directive(line, directive[1].lower(), directive.end())
        elif footnote := _FOOTNOTE.match(line.text):
            self._open(Draft(start=line.start), line.start + footnote.end(), line.end)
        elif _REFERENCE.match(line.text):
            self.references.append(Span(line.start, self._pass_body(line.indent)))
        elif _TARGET.match(line.text):
            self._pass_body(line.indent)
        elif _COMMENT.match(line.text):
            empty = line.text == ".." and not self._line(self._at).text
            end = line.end if empty else self._pass_body(line.indent)
            span = Span(line.start, end)
            inside = self._text[line.start + 2 : end].strip()
            self.comments.append(Comment(span, inside))

    def _directive(self, line: Line, name: str, argument: int) -> Iterator[Draft]:
        if name not in _PROSE | _CAPTIONED | _TITLED:
            self._pass_body(line.indent)
            return
        if argument < len(line.text) and name not in _CAPTIONED:
            self._open(Draft(start=line.start), line.start + argument, line.end)
        if self._line(self._at).text and _OPTION.match(self._line(self._at).text):
            yield from self._close()
        options: dict[str, Line] = {}
        while (below := self._line(self._at)).indent > line.indent and (
            option := _OPTION.match(below.text)
        ):
            end = option.end()
            options[option[1]] = Line(below.start + end, below.indent + end, below.text[end:])
            self._at += 1
        if name in _TITLED:
            yield from self._close()
            first = self._at
            self._pass_body(line.indent)
            for lines in (
                [options["header"]] if "header" in options else [],
                self._lines[first : self._at],
            ):
                for field in csv_fields(lines, options):
                    yield from self._apart(field)


def _is_adornment(below: Line, title: Line) -> bool:
    if below.indent or not _ADORNMENT.fullmatch(below.text):
        return False
    return len(below.text) >= min(4, len(title.text))
