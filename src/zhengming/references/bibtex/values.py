"""Field values as BibTeX writes them: braces, quotes, numbers, macros and ``#`` between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTHS = {name: name for name in _MONTHS.split()}

_SPACE = re.compile(r"[ \t\r\n]*")
_BARE = re.compile(r"[^\s{}\"#%,=，]+")
_DELIMITER = re.compile(r'(?<!\\)[{}"]')
_NEXT_FIELD = re.compile(r"[\s，,;；]*([A-Za-z][\w:+/-]*)\s*=")
_DOUBLED = re.compile(r"[，；;]+")


class ValueReadError(Exception):
    """A value cannot be read: what is wrong, and a hint."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
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
        problem = f"no value before “{found}”" if found else "a value is missing"
        raise ValueReadError(problem, "write the value in braces: {…}")
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
        f"the {'quotation mark' if quoted else 'brace'} that opens this value is never closed",
        "close it, or escape a brace that is text as \\{",
    )


def _trailing(rest: str) -> ValueReadError:
    following = _NEXT_FIELD.match(rest)
    if following and _DOUBLED.match(rest):
        return ValueReadError(
            f"“{rest[0]}” stands where a comma separates this field from “{following[1]}”",
            "replace it by the half-width comma “,”",
        )
    if following:
        return ValueReadError(
            f"a comma is missing before the field “{following[1]}”",
            "put a comma after the value before it",
        )
    shown = " ".join(rest.split())[:20]
    return ValueReadError(
        f"“{shown}” follows the end of the value",
        "put the whole value in one pair of braces, or join parts with #",
    )


def _macro(name: str, macros: Mapping[str, str]) -> str:
    value = macros.get(name.lower())
    if value is not None:
        return value
    near = get_close_matches(name.lower(), macros, n=1)
    raise ValueReadError(
        f"“{name}” is not defined by any @string",
        f"did you mean {near[0]}?" if near else "define it, or put the text in braces",
    )
