"""Where everything in a BibTeX text stands, to the character, so that it can be edited in place.

The scanner finds the same blocks as the reader, and says of each whether it is regular; it
judges nothing else. Broken blocks are spans too, so that the ones beside them stay editable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from zhengming.text.span import Span

# ASCII white space only: the scanner also runs over bytes decoded as Latin-1.
_WS = r"[ \t\r\n\f\v]"
_START = re.compile(rf"@(\w*){_WS}*([{{(])", re.ASCII)
_GAP = re.compile(rf"(?:{_WS}+|%[^\n]*(?:\n|\Z))*")
_SPACE = re.compile(f"{_WS}*")
_KEY = re.compile(r"[^,{}=\"#%]*?(?=[ \t\r\n\f\v]*[,{}=\"#%]|\Z)", re.DOTALL)
_PAREN_KEY = re.compile(r"[^,{}=\"#%]*?(?=[ \t\r\n\f\v]*[,{})=\"#%]|\Z)", re.DOTALL)
_NAME = re.compile(r"[^\s{}()\"#%\\~,=]+")
_SIMPLE = r"\{[^{}\\@]*+(?:\{[^{}\\@]*+\}[^{}\\@]*+)*+\}"
_SIMPLE_FIELD = re.compile(
    rf"{_WS}*+([^\s{{}}()\"#%\\~,=]++){_WS}*+={_WS}*+({_SIMPLE}|\d++){_WS}*+(?:,|(?=}}))", re.ASCII
)
_BARE = re.compile(r"[^\s{}()\"#%,=]+")
_MARK = re.compile(r'(?<!\\)[{}"]|^[ \t]*@\w+[ \t]*[{(]', re.MULTILINE | re.ASCII)
_RESUME = re.compile(r'(?<!\\)[{}",)]|^[ \t]*@\w+[ \t]*[{(]', re.MULTILINE | re.ASCII)


class FieldSpan(NamedTuple):
    """``name = value`` and what its value covers, delimiters included."""

    name: str
    span: Span
    value: Span


@dataclass(frozen=True, slots=True)
class BlockSpan:
    """One ``@type{…}``.

    Attributes:
        type: in lower case: an entry's, or ``comment``, ``preamble``, ``string``.
        key: an entry's key, a macro's name; empty for the others.
        span: from the ``@`` to the closing delimiter, which it includes.
        key_span: where the key stands.
        body: between the delimiters.
        fields: in order; for ``string`` the one definition.
        regular: nothing in it but what the grammar allows.
        closed: its closing delimiter is there.
    """

    type: str
    key: str
    span: Span
    key_span: Span
    body: Span
    fields: tuple[FieldSpan, ...]
    regular: bool
    closed: bool

    @property
    def is_entry(self) -> bool:
        """Whether it is an entry and not a comment, preamble or macro."""
        return self.type not in ("comment", "preamble", "string")

    def field(self, name: str) -> FieldSpan | None:
        """The first field with this name, whatever its case."""
        name = name.lower()
        return next((field for field in self.fields if field.name.lower() == name), None)


def scan(text: str, start: int = 0) -> Iterator[BlockSpan]:
    """Yield the blocks of a BibTeX text in order; all else is free text."""
    while found := _START.search(text, start):
        block = _Scanner(text, found).block()
        yield block
        start = max(block.span.end, found.end())


class _Scanner:
    """Reads one block; ``at`` moves from left to right only."""

    def __init__(self, text: str, found: re.Match[str]) -> None:
        self.text = text
        self.start = found.start()
        self.type = found[1].lower()
        self.close = "}" if found[2] == "{" else ")"
        self.at = self.body = found.end()
        self.fields: list[FieldSpan] = []
        self.regular = True
        self.key = Span(self.at, self.at)

    def block(self) -> BlockSpan:
        if self.type in ("comment", "preamble"):
            closed = self.skip_to_close()
        elif self.type == "string":
            closed = self.read_fields()
        else:
            closed = self.read_key() and self.read_fields()
        body = Span(self.body, self.at)
        end = self.at + closed
        key = self.text[self.key.start : self.key.end]
        if self.type == "string" and self.fields:
            key = self.fields[0].name
        return BlockSpan(
            self.type, key, Span(self.start, end), self.key, body, tuple(self.fields),
            self.regular and closed, closed,
        )  # fmt: skip

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def skip(self, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self.text, self.at)
        if match:
            self.at = match.end()

    def read_key(self) -> bool:
        """Move past the key and its comma; False where no fields can follow."""
        self.skip(_SPACE)
        pattern = _KEY if self.close == "}" else _PAREN_KEY
        match = pattern.match(self.text, self.at)
        self.key = Span(self.at, match.end() if match else self.at)
        self.at = self.key.end
        self.skip(_SPACE)
        if self.peek() == ",":
            self.at += 1
            return True
        if self.peek() == self.close:
            return True
        self.regular = False
        return self.resume()

    def read_fields(self) -> bool:
        """Read fields up to the closing delimiter; False where there is none."""
        while True:
            self.simple_fields()
            self.skip(_GAP)
            sign = self.peek()
            if sign == self.close:
                return True
            if not self.field() and not self.resume():
                return False
            if self.peek() == ",":
                self.at += 1

    def simple_fields(self) -> None:
        """Move past the fields, with their commas, that one expression can read."""
        while found := _SIMPLE_FIELD.match(self.text, self.at):
            start, end = found.span(2)
            span = Span(found.start(1), end)
            self.fields.append(FieldSpan(found[1], span, Span(start, end)))
            self.at = found.end()

    def field(self) -> bool:
        name = _NAME.match(self.text, self.at)
        if not name:
            return False
        self.at = name.end()
        self.skip(_SPACE)
        if self.peek() != "=":
            return False
        self.at += 1
        self.skip(_SPACE)
        value_start = self.at
        while True:
            if not self.piece():
                return False
            value_end = self.at
            self.skip(_SPACE)
            if self.peek() != "#":
                break
            self.at += 1
            self.skip(_SPACE)
        value = Span(value_start, value_end)
        self.fields.append(FieldSpan(name[0], Span(name.start(), value_end), value))
        return self.peek() in (",", self.close) and self.peek() != ""

    def piece(self) -> bool:
        """Move past ``{…}``, ``"…"``, a number or a macro."""
        if self.peek() == "{":
            return self.delimited("}")
        if self.peek() == '"':
            return self.delimited('"')
        bare = _BARE.match(self.text, self.at)
        if bare:
            self.at = bare.end()
        return bool(bare)

    def delimited(self, close: str) -> bool:
        """Move past a delimited piece; stay where it is never closed."""
        depth = 0
        for mark in _MARK.finditer(self.text, self.at + 1):
            sign = mark[0]
            if depth == 0 and sign == close:
                self.at = mark.end()
                return True
            if sign == "{":
                depth += 1
            elif sign == "}":
                depth -= 1
            elif sign != '"':
                return False
        return False

    def resume(self) -> bool:
        """After something irregular: move to the next comma or to the end; False at a new block."""
        self.regular = False
        depth, quoted = 0, False
        for mark in _RESUME.finditer(self.text, self.at):
            sign = mark[0]
            if sign == '"' and depth == 0:
                quoted = not quoted
            elif sign == "{":
                depth += 1
            elif depth == 0 and not quoted and sign in (",", self.close):
                self.at = mark.start()
                return True
            elif sign == "}":
                depth -= depth > 0
            elif len(sign) > 1:
                self.at = mark.start()
                return False
        self.at = len(self.text)
        return False

    def skip_to_close(self) -> bool:
        depth = 0
        for mark in _RESUME.finditer(self.text, self.at):
            sign = mark[0]
            if depth == 0 and sign == self.close:
                self.at = mark.start()
                return True
            depth += {"{": 1, "}": -1}.get(sign, 0) if depth or sign == "{" else 0
            if len(sign) > 1:
                self.at = mark.start()
                return False
        self.at = len(self.text)
        return False
