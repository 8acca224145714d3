"""Typst: markup is prose; what follows ``#`` is code, but for the content blocks in it.

Maths, raw text, labels, references and strings are protected, but for strings that are titles and
captions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.documents.assemble import assemble
from zhengming.documents.builder import Draft
from zhengming.documents.citekeys import KeyedCitation, KeyedItem
from zhengming.documents.encoding import Encoding
from zhengming.documents.model import Comment, Document
from zhengming.documents.names import names
from zhengming.text.span import Span

_MARKUP_MODES = ("", "[", "t")
_STATEMENTS = names("let set show import include if else for while return context break continue")
_EOL = r"(?:\r\n|\r(?!\n)|\n)"
_MARKUP = re.compile(rf"[\\#$`/<@*_~\[\]]|-\?|https?://[^\s\[\]#<>\"]*+|{_EOL}")
_LINE = re.compile(
    r"[ \t]*+(?:(?P<blank>[\r\n]|\Z)|(?P<heading>=+)[ \t]+|(?P<item>[-+/]|\d+\.)[ \t]+)"
)
_CODE = re.compile(r"""["\[\](){};`/$]|[\r\n]""")
_WORD = re.compile(r"[^\W\d][\w-]*")
_CHAIN = re.compile(r"\.[^\W\d][\w-]*")
# Before a string in code that is text for readers.
_SHOWN = re.compile(
    r"(?<![\w-])(?:caption|title|subtitle|alt|supplement|abstract|description):[ \t]*\Z"
)
_LONGEST_NAME = 24
_LABEL = re.compile(r"<[\w:.-]+>")
_REFERENCE = re.compile(r"@(?P<key>[\w](?:[\w:.-]*\w)?)")
_CITED = re.compile(r"""\(\s*+(?:<(?P<label>[^<>\s]++)>|label\(\s*+"(?P<named>[^"\s]++)")""")
# Labels of figures, tables and sections, which may stand in another file.
_CROSS_REFERENCE = re.compile(
    r"(?:fig|tbl|tab|sec|eqt?|lst|code|chap?|app|thm|lem|def|fn|alg)[:._-]", re.IGNORECASE
)
_UNICODE = re.compile(r"\\u\{([0-9a-fA-F]{1,6})\}")
_TICKS = re.compile(r"`+")
_LINE_END = re.compile(r"[\r\n]|\Z")
_COMMENT_MARK = re.compile(r"/\*|\*/")
_STRING_STOP = re.compile(r'\\.|"', re.DOTALL)
_MATHS_STOP = re.compile(r'\\.|"|\$', re.DOTALL)
_ESCAPES = str.maketrans({character: f"\\{character}" for character in "\\#$*_`<@"})


def parse(path: str, text: str, encoding: Encoding) -> Document:
    """The prose blocks, the reference lists and the comments of a Typst source."""
    scanner = _Scanner(text)
    drafts = list(scanner.drafts())
    return assemble(
        path, "typst", text, encoding, drafts,
        comments=scanner.comments, citations=scanner.cited(), escape=_escape,
    )  # fmt: skip


def _escape(content: str) -> str:
    return content.translate(_ESCAPES)


class _Scanner:
    """A walk with a stack of modes.

    "" is markup, "[" a content block in code, "t" brackets in text; "(" and "{" are code, "#" is a
    statement up to its line end.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self.comments: list[Comment] = []
        self._references: list[KeyedCitation] = []
        self._labels: set[str] = set()
        self._modes = [""]
        self._draft = Draft()
        self._at = 0

    def drafts(self) -> Iterator[Draft]:
        text = self._text
        yield from self._line()
        while self._at < len(text):
            if self._modes[-1] in _MARKUP_MODES:
                yield from self._markup()
            else:
                yield from self._code()
        yield from self._next(Draft())

    def _next(self, draft: Draft) -> Iterator[Draft]:
        if self._draft.pieces:
            self._draft.end = self._at
            yield self._draft
        self._draft = draft

    def _line(self) -> Iterator[Draft]:
        """At the start of a line: a heading, an item, a blank line, or text that goes on."""
        match = _LINE.match(self._text, self._at)
        if match is None:
            if self._draft.kind == "heading":
                yield from self._next(Draft(start=self._at))
            return
        level = len(match["heading"] or "")
        kind = "heading" if level else "paragraph"
        item = match["item"] not in (None, "-", "/")
        yield from self._next(Draft(kind, level, self._at, item=item))
        if match["blank"] is None:
            self._at = match.end()

    def _markup(self) -> Iterator[Draft]:
        text, start = self._text, self._at
        match = _MARKUP.search(text, start)
        end = match.start() if match else len(text)
        self._draft.add(text[start:end], start)
        self._at = end
        if match is None:
            return
        sign = match.group()[0]
        if sign in "\r\nh":  # a line end, an address
            self._draft.add(match.group(), end)
            self._at = match.end()
            if sign != "h":
                yield from self._line()
        elif sign == "#":
            yield from self._expression()
        elif sign == "]" and self._modes[-1] == "[":
            self._modes.pop()
            self._at += 1
            yield from self._next(Draft(start=self._at))
            yield from self._arguments()
        else:
            self._inline(sign)

    def _inline(self, sign: str) -> None:
        text, at, draft = self._text, self._at, self._draft
        if sign == "\\":
            self._escape()
        elif sign == "$":
            draft.protect(at)
            self._maths()
        elif sign == "`":
            draft.protect(at)
            self._raw()
        elif sign == "/" and self._comment():
            pass
        elif sign == "<" and (label := _LABEL.match(text, at)):
            draft.protect(at)
            self._labels.add(label.group()[1:-1])
            self._at = label.end()
        elif sign == "@" and (reference := _REFERENCE.match(text, at)) and not _glued(text, at):
            draft.protect(at)
            self._cite(reference.start(), reference.end(), reference.start("key"))
            self._at = reference.end()
        elif sign == "-":  # a soft hyphen
            self._at += 2
        elif sign == "*" or (sign == "_" and not (_glued(text, at) and _glued(text, at + 2))):
            self._at += 1
        else:
            if sign == "[":
                self._modes.append("t")
            elif sign == "]" and self._modes[-1] == "t":
                self._modes.pop()
            draft.add("\u00a0" if sign == "~" else sign, at)
            self._at += 1

    def _escape(self) -> None:
        text, at = self._text, self._at
        if written := _UNICODE.match(text, at):
            code = int(written[1], 16)
            if code < 0x110000 and not 0xD800 <= code < 0xE000:
                self._draft.add(chr(code), at, len(written.group()))
            else:
                self._draft.protect(at)
            self._at = written.end()
        elif text[at + 1 : at + 2].isalnum():  # #\药: without the backslash it would be code
            self._draft.add(text[at + 1], at + 1)
            self._at += 2
        elif at + 1 < len(text):
            self._draft.add("\n" if text[at + 1].isspace() else text[at + 1], at, 2)
            self._at += 2
        else:
            self._at += 1

    def _comment(self) -> bool:
        """Pass over a comment; whether there was one. ``//`` in an address is none."""
        text, start = self._text, self._at
        if text.startswith("//", start) and text[start - 1 : start] != ":":
            match = _LINE_END.search(text, start)
            end = match.start() if match else len(text)
            inside = text[start + 2 : end]
        elif text.startswith("/*", start):
            end, depth = start + 2, 1
            while depth:
                mark = _COMMENT_MARK.search(text, end)
                if mark is None:
                    end = len(text)
                    break
                depth += 1 if mark.group() == "/*" else -1
                end = mark.end()
            inside = text[start + 2 : end - 2]
        else:
            return False
        self.comments.append(Comment(Span(start, end), inside.strip()))
        self._at = end
        return True

    def _raw(self) -> None:
        ticks = _TICKS.match(self._text, self._at)
        width = len(ticks.group()) if ticks else 1
        self._at += width
        if width != 2:
            end = self._text.find("`" * width, self._at)
            self._at = len(self._text) if end < 0 else end + width

    def _maths(self) -> None:
        self._at += 1
        while stop := _MATHS_STOP.search(self._text, self._at):
            self._at = stop.end()
            if stop.group() == "$":
                return
            if stop.group() == '"':
                self._string()
        self._at = len(self._text)

    def _string(self) -> None:
        """To the end of a string whose opening quote lies behind."""
        while stop := _STRING_STOP.search(self._text, self._at):
            self._at = stop.end()
            if stop.group() == '"':
                return
        self._at = len(self._text)

    # Citations

    def _cite(self, start: int, end: int, key: int, last: int | None = None) -> None:
        item = KeyedItem(self._text[key : last or end], key)
        self._references.append(KeyedCitation(Span(start, end), (item,)))

    def cited(self) -> list[KeyedCitation]:
        """References to keys; those to labels of the document are none."""
        return [
            reference
            for reference in self._references
            if reference.items[0].key not in self._labels
            and not _CROSS_REFERENCE.match(reference.items[0].key)
        ]

    # Code

    def _expression(self) -> Iterator[Draft]:
        """What follows ``#`` in markup."""
        text, start = self._text, self._at
        self._draft.protect(start)
        self._at += 1
        sign = text[self._at : self._at + 1]
        if word := _WORD.match(text, self._at):
            self._at = word.end()
            if word.group() == "cite" and (cited := _CITED.match(text, self._at)):
                group = "label" if cited["label"] else "named"
                self._cite(start, cited.end(), *cited.span(group))
            if word.group() in _STATEMENTS:
                self._modes.append("#")
            else:
                yield from self._arguments()
        elif sign == '"':
            self._at += 1
            self._string()
        elif sign and sign in "({[":
            yield from self._open(sign)

    def _arguments(self) -> Iterator[Draft]:
        """What may follow a name, a call or a content block at once."""
        text = self._text
        while chain := _CHAIN.match(text, self._at):
            self._at = chain.end()
        if text[self._at : self._at + 1] in ("(", "["):
            yield from self._open(text[self._at])

    def _open(self, sign: str) -> Iterator[Draft]:
        self._at += 1
        self._modes.append(sign)
        if sign == "[":
            yield from self._next(Draft(start=self._at))
            yield from self._line()

    def _code(self) -> Iterator[Draft]:
        text = self._text
        match = _CODE.search(text, self._at)
        if match is None:
            self._at = len(text)
            return
        self._at, sign = match.start(), match.group()
        if sign == "/":
            if not self._comment():
                self._at += 1
        elif sign == "`":
            self._raw()
        elif sign == "$":
            self._maths()
        elif sign == '"':
            start = self._at
            self._at += 1
            self._string()
            if _SHOWN.search(text, max(start - _LONGEST_NAME, 0), start):
                yield from self._shown(start)
        elif sign in "([{":
            yield from self._open(sign)
        elif sign in ")}":
            self._at += 1
            yield from self._close({")": "(", "}": "{"}[sign])
        elif sign == "]":  # the content block around a statement ends
            yield from self._close_content()
        elif self._modes[-1] == "#":  # a line end or semicolon ends the statement
            self._modes.pop()
            self._at += sign == ";"
        else:
            self._at += 1

    def _shown(self, start: int) -> Iterator[Draft]:
        """A string that readers see; one with escapes in it is left alone."""
        first, last = start + 1, self._at - 1
        if first < last and "\\" not in self._text[first:last]:
            yield from self._next(Draft(start=start))
            self._draft.add(self._text[first:last], first)
            yield from self._next(Draft(start=self._at))

    def _close(self, opened: str) -> Iterator[Draft]:
        while self._modes[-1] == "#":
            self._modes.pop()
        if self._modes[-1] == opened:
            self._modes.pop()
            if self._modes[-1] in _MARKUP_MODES:
                yield from self._arguments()

    def _close_content(self) -> Iterator[Draft]:
        while self._modes[-1] == "#":
            self._modes.pop()
        if self._modes[-1] != "[":
            self._at += 1
        yield from ()


def _glued(text: str, at: int) -> bool:
    """Whether a letter or digit stands right before ``at``."""
    return text[at - 1 : at].isalnum() and text[at - 1 : at].isascii()
