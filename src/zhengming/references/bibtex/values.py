"""Field values as BibTeX writes them: braces, quotes, numbers, macros and ``#`` between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from zhengming.messages import Message

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: name for name in _MONTHS.split()}

_SPACE = re.compile(r"[ \t\r\n]*")
_BARE = re.compile(r"[^\s{}\"#%,=，]+")
_DELIMITER = re.compile(r'(?<!\\)[{}"]')
_NEXT_FIELD = re.compile(r"[\s，,;；]*([A-Za-z][\w:+/-]*)\s*=")
_DOUBLED = re.compile(r"[，；;]+")


class ValueReadError(Exception):
    """A value cannot be read: what is wrong, and a hint."""

    def __init__(self, message: Message, hint: Message) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Piece:
    """One part of a value: ``text`` without its delimiters, which are ``{``, ``"`` or empty."""

    text: str
    delimiter: str = ""


def split_value(raw: str) -> list[Piece]:
    """Cut ``"a" # jan # {b}`` into its pieces.

    Raises:
        ValueReadError: something follows a piece that is not ``#`` (a comma is missing), or a
            delimiter is not closed.
    """
    pieces: list[Piece] = []
    position = _skip(raw, 0)
    while True:
        piece, position = _piece(raw, position)
        pieces.append(piece)
        position = _skip(raw, position)
        if position == len(raw):
            return pieces
        if raw[position] != "#":
            raise _trailing(raw[position:])
        position = _skip(raw, position + 1)


def evaluate(raw: str, macros: Mapping[str, str]) -> str:
    """Return the text of a value, its macros (keys in lower case) replaced.

    Raises:
        ValueReadError: as ``split_value``, or a macro is undefined.
    """
    return "".join(
        piece.text if piece.delimiter or piece.text.isdecimal() else _macro(piece.text, macros)
        for piece in split_value(raw)
    )


def _skip(raw: str, position: int) -> int:
    match = _SPACE.match(raw, position)
    return match.end() if match else position


def _piece(raw: str, position: int) -> tuple[Piece, int]:
    if raw[position : position + 1] in ("{", '"'):
        end = _closing(raw, position)
        return Piece(raw[position + 1 : end], raw[position]), end + 1
    bare = _BARE.match(raw, position)
    if not bare:
        found = raw[position : position + 10]
        problem = (
            Message(f"no value before “{found}”", f"“{found}”之前没有值")
            if found
            else Message("a value is missing", "缺少值")
        )
        raise ValueReadError(
            problem, Message("write the value in braces: {…}", "将值写在花括号内：{…}")
        )
    return Piece(bare[0]), bare.end()


def _closing(raw: str, start: int) -> int:
    quoted, depth = raw[start] == '"', 0
    for match in _DELIMITER.finditer(raw, start + 1):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif depth == 0 and sign == ('"' if quoted else "}"):
            return match.start()
        elif sign == "}":
            depth -= 1
    raise ValueReadError(
        Message("the quotation mark that opens this value is never closed", "此值的引号没有闭合")
        if quoted
        else Message("the brace that opens this value is never closed", "此值的花括号没有闭合"),
        Message(
            "close it, or escape a brace that is text as \\{",
            "请补上闭合符号；文本中的花括号写作 \\{",
        ),
    )


def _trailing(rest: str) -> ValueReadError:
    following = _NEXT_FIELD.match(rest)
    if following and _DOUBLED.match(rest):
        return ValueReadError(
            Message(
                f"“{rest[0]}” stands where a comma separates this field from “{following[1]}”",
                f"此字段与“{following[1]}”之间应为逗号，现为“{rest[0]}”",
            ),
            Message("replace it by the half-width comma “,”", "请改为半角逗号“,”"),
        )
    if following:
        return ValueReadError(
            Message(
                f"a comma is missing before the field “{following[1]}”",
                f"字段“{following[1]}”之前缺少逗号",
            ),
            Message("put a comma after the value before it", "请在前一个值之后加逗号"),
        )
    shown = " ".join(rest.split())[:20]
    return ValueReadError(
        Message(f"“{shown}” follows the end of the value", f"值结束后还有“{shown}”"),
        Message(
            "put the whole value in one pair of braces, or join parts with #",
            "请将整个值放入一对花括号，或以 # 连接各部分",
        ),
    )


def _macro(name: str, macros: Mapping[str, str]) -> str:
    value = macros.get(name.lower())
    if value is not None:
        return value
    near = get_close_matches(name.lower(), macros, n=1)
    raise ValueReadError(
        Message(f"“{name}” is not defined by any @string", f"没有 @string 定义“{name}”"),
        Message(f"did you mean {near[0]}?", f"是否指 {near[0]}？")
        if near
        else Message("define it, or put the text in braces", "请先定义，或将文本放入花括号"),
    )
