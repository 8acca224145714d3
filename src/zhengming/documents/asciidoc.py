"""AsciiDoc: paragraphs, titles, list items, cells, and the text in delimited prose blocks.

Listings, literal and pass-through blocks, attributes, macros and indented paragraphs are protected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from zhengming.documents.assemble import assemble
from zhengming.documents.builder import Draft
from zhengming.documents.citekeys import KeyedCitation, listed_keys
from zhengming.documents.encoding import Encoding
from zhengming.documents.linewise import Line, Paragraph, split_lines
from zhengming.documents.model import Comment, Document
from zhengming.documents.names import names
from zhengming.text.span import Span

_VERBATIM_STYLES = names(
    "source listing literal stem latexmath asciimath pass plantuml ditaa mermaid"
)
_CITING = names("cite citenp fullcite")  # of asciidoctor-bibtex: keys, each with its place
_PROSE_MACROS = names("footnote footnoteref link mailto xref")

_VERBATIM = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|/{4,}|~~~+|```+|[,:]={3,})(?!.)|```+[^`]*$")
_PROSE_BLOCK = re.compile(r"={4,}|\*{4,}|_{4,}|--|'''+|<<<|---|\*\*\*|\+")
_TABLE = re.compile(r"[|!]={3,}")
_ATTRIBUTE = re.compile(r":!?\w[\w-]*!?:(?:[ \t]|$)")
_BLOCK_ATTRIBUTES = re.compile(r"\[(?:\[[^\]]*+\]|(?P<style>[\w-]*+)[^\]]*+)\]")
_TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_BLOCK_TITLE = re.compile(r"\.(?=[^\s.])")
_BLOCK_MACRO = re.compile(r"[A-Za-z]\w*::[^\s\[]*+\[[^\]]*+\]")
_ITEM = re.compile(
    r"(?:\*{1,6}|-|(\.{1,6}|\d{1,4}\.|[A-Za-z]\.)|<(?:\d{1,3}|\.)>)[ \t]+(?:\[[ x*]\][ \t]+)?(?=\S)"
)
_TERM = re.compile(r":{2,4}(?:[ \t]+|$)|;;(?:[ \t]+|$)")
_CELL = re.compile(r"(?<!\\)[|!]")
_CELL_SPEC = re.compile(
    r"(?:^|[ \t])(?=\S)(?:\d+(?:\.\d+)?|\.\d+)?[+*]?[<^>]?(?:\.[<^>])?[adehlmsv]?[ \t]*$"
)
_MARKUP = re.compile(
    r"\\(?P<escaped>[*_`#^~+{<\[&|])"
    r"|(?P<tick>`{1,2})(?=\S)[^`\r\n]*+(?:(?:\r\n|\r|\n)(?![ \t]*[\r\n])[^`\r\n]*+){0,5}`{1,2}"
    r"|\+\+\+(?:[^+]|\+(?!\+\+))*+\+\+\+|\+\+(?:[^+]|\+(?!\+))*+\+\+|\$\$[^$]*+\$\$"
    r"|(?<![\w+])\+(?=[^\s+])[^+\r\n]*+(?<=\S)\+(?!\w)"
    r"|<<[^<>]*+>>|\[\[[^\[\]]*+\]\]|\[[.#%][\w.#%-]*+\](?=[#*_`])|\{[\w:!-]+\}|<\d{1,3}>"
    r"|(?P<address>(?:https?|ftp|irc)://[^\s\[\]<>，。；、）]+)"
    r"|(?<![A-Za-z0-9])(?P<macro>[a-z][a-z0-9_-]{1,30}):(?P<target>[^\s\[\]:]{0,200})\[(?P<content>[^\]]{0,1000}+)\]"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});)"
    r"|[\^~](?=\S)|(?<=\S)[\^~]|(?P<mark>[*_#]{1,2})"
)


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose blocks, the reference lists and the comments of an AsciiDoc source."""
    scanner = _Scanner(text)
    drafts = list(scanner.drafts())
    return assemble(
        path, "asciidoc", text, encoding, drafts,
        comments=scanner.comments, citations=scanner.citations,
    )  # fmt: skip


def _write(draft: Draft, match: re.Match[str]) -> None:
    """What inline markup leaves in its block."""
    at, written = match.start(), match.group()
    if match["escaped"]:
        draft.add(match["escaped"], at, 2)
    elif match["macro"] in _PROSE_MACROS:
        draft.protect(at)
        draft.add(match["content"], match.start("content"))
        draft.protect(match.end() - 1)
    elif match["entity"] and len(unescape(written)) == 1:
        draft.add(unescape(written), at, len(written))
    elif match["mark"]:
        _write_mark(draft, match)
    else:
        draft.protect(at)


def _write_mark(draft: Draft, match: re.Match[str]) -> None:
    """A mark at the edge of a word vanishes; a single one inside a Latin word is a character."""
    source, start, end = match.string, match.start(), match.end()
    inside = source[start - 1 : start].isalnum() and source[end : end + 1].isalnum()
    ascii_ = source[start - 1 : start].isascii() and source[end : end + 1].isascii()
    alone = source[start - 1 : start].isspace() and source[end : end + 1].isspace()
    if alone or (inside and ascii_ and end - start == 1):
        draft.add(match.group(), start)


class _Scanner:
    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = split_lines(text)
        self._at = 0
        self._paragraph = Paragraph(text, _MARKUP, self._mark)
        self._style = ""  # of the next block
        self._in_table = False
        self._has_begun = False
        self.comments: list[Comment] = []
        self.citations: list[KeyedCitation] = []

    def _mark(self, draft: Draft, match: re.Match[str]) -> None:
        if match["macro"] in _CITING:
            items = listed_keys(self._text, *match.span("content"))
            self.citations.append(KeyedCitation(Span(*match.span()), items))
        _write(draft, match)

    def drafts(self) -> Iterator[Draft]:
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.text or self._is_barrier(line):
                self._at += 1
                yield from self._paragraph.close()
            elif line.text.startswith("//") and not line.text.startswith("///") and not line.indent:
                self._comment(line)
                yield from self._paragraph.close()
            elif not line.indent and _VERBATIM.match(line.text):
                yield from self._paragraph.close()
                self._pass_block(line)
            elif _TABLE.fullmatch(line.text):
                yield from self._paragraph.close()
                self._in_table = not self._in_table
                self._at += 1
            elif self._in_table:
                yield from self._cells(line)
            elif self._is_code(line):
                self._pass_paragraph()
            else:
                yield from self._prose(line)
        yield from self._paragraph.close()

    def _is_barrier(self, line: Line) -> bool:
        """Whether the line is not text but parts what stands around it."""
        if match := _BLOCK_ATTRIBUTES.fullmatch(line.text):
            self._style = match["style"] or self._style
            return True
        if self._style in _VERBATIM_STYLES and line.text == "--":
            return False
        return bool(
            _PROSE_BLOCK.fullmatch(line.text)
            or _ATTRIBUTE.match(line.text)
            or _BLOCK_MACRO.fullmatch(line.text)
        )

    # What is no prose

    def _comment(self, line: Line) -> None:
        self._at += 1
        self.comments.append(Comment(Span(line.start, line.end), line.text[2:].strip()))

    def _pass_block(self, opening: Line) -> None:
        """Pass over a delimited block; a comment block is a comment."""
        delimiter = re.match(r"(.)\1*", opening.text)
        closing = delimiter.group() if opening.text[0] in "`~" and delimiter else opening.text
        self._at += 1
        first = self._at
        while self._at < len(self._lines) and self._lines[self._at].text != closing:
            self._at += 1
        self._at += 1
        if opening.text.startswith("/"):
            last = self._lines[min(self._at, len(self._lines)) - 1]
            inside = self._text[opening.end : last.start] if self._at > first + 1 else ""
            self.comments.append(Comment(Span(opening.start, last.end), inside.strip()))
        self._style = ""

    def _is_code(self, line: Line) -> bool:
        """Whether a paragraph of code begins: by its style, or by its indent."""
        if self._paragraph.is_open:
            return False
        return self._style in _VERBATIM_STYLES or (
            line.indent > 0 and not _ITEM.match(line.text) and not _TERM.search(line.text)
        )

    def _pass_paragraph(self) -> None:
        if self._lines[self._at].text == "--":
            self._pass_block(self._lines[self._at])
            return
        while self._at < len(self._lines) and self._lines[self._at].text:
            self._at += 1
        self._style = ""

    # Prose

    def _prose(self, line: Line) -> Iterator[Draft]:
        is_first, self._has_begun = not self._has_begun, True
        self._at += 1
        if not line.indent and (title := _TITLE.match(line.text)):
            yield from self._title(line, title, is_first)
        elif not self._paragraph.is_open and (caption := _BLOCK_TITLE.match(line.text)):
            self._paragraph.open(Draft(start=line.start), line.start + caption.end(), line.end)
            yield from self._paragraph.close()
        elif item := _ITEM.match(line.text):
            yield from self._paragraph.close()
            draft = Draft(start=line.start, item=item[1] is not None)
            yield from self._term(draft, line.start + item.end(), line.end)
        elif self._paragraph.is_open and not _TERM.search(line.text):
            self._paragraph.end = line.end
        else:
            yield from self._paragraph.close()
            yield from self._term(Draft(start=line.start), line.start, line.end)

    def _title(self, line: Line, title: re.Match[str], is_first: bool) -> Iterator[Draft]:
        yield from self._paragraph.close()
        level = len(title[1])
        draft = Draft("title" if is_first and level == 1 else "heading", level, line.start)
        draft.opens_references = self._style == "bibliography"
        self._style = ""
        self._paragraph.open(draft, line.start + title.end(), line.end)
        yield from self._paragraph.close()
        while draft.kind == "title" and self._at < len(self._lines) and self._lines[self._at].text:
            if self._lines[self._at].text.startswith("//"):
                self._comment(self._lines[self._at])
            else:  # author, revision, attributes
                self._at += 1

    def _term(self, draft: Draft, start: int, end: int) -> Iterator[Draft]:
        """A paragraph, or the term of a description and what follows it on its line."""
        self._style = ""
        term = _TERM.search(self._text, start, end)
        if term is None or term.start() == start:
            self._paragraph.open(draft, start, end)
            return
        self._paragraph.open(draft, start, term.start())
        yield from self._paragraph.close()
        if term.end() < end:
            self._paragraph.open(Draft(start=term.end()), term.end(), end)

    def _cells(self, line: Line) -> Iterator[Draft]:
        self._at += 1
        bars = list(_CELL.finditer(line.text))
        if not bars:
            if self._paragraph.is_open:
                self._paragraph.end = line.end
            else:
                self._paragraph.open(Draft("cell", start=line.start), line.start, line.end)
            return
        yield from self._cell(line, 0, bars[0].start())
        for bar, following in zip(bars, [*bars[1:], None], strict=True):
            yield from self._paragraph.close()
            end = following.start() if following else len(line.text)
            yield from self._cell(line, bar.end(), end, is_last=following is None)

    def _cell(self, line: Line, start: int, end: int, is_last: bool = False) -> Iterator[Draft]:
        """The text of a cell on one line; what stands right before a bar may be its format."""
        spec = None if is_last else _CELL_SPEC.search(line.text, start, end)
        end = spec.start() if spec else end
        first, last = line.start + start, line.start + end
        if not start and self._paragraph.is_open:  # the cell began on a line above
            self._paragraph.end = last
        elif line.text[start:end].strip():
            self._paragraph.open(Draft("cell", start=first), first, last)
        if not is_last:
            yield from self._paragraph.close()
