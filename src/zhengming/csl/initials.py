"""Given names as initials, and initials set as a style wants them."""

from __future__ import annotations

import re

_PIECE = re.compile(r"(\s*[-‐‑]\s*|\s+)")
_TAG = re.compile(r"</?[a-z]+>")


def initialize(given: str, mark: str, *, hyphen: bool, shorten: bool) -> str:
    """Return the given names as initials.

    Args:
        given: such as ``Charles D.`` or ``Hsien-Li``.
        mark: what follows each initial (``initialize-with``).
        hyphen: keep the hyphens between initials.
        shorten: reduce whole names to initials; else only set those there are.
    """
    words: list[str] = []
    glue = ""
    pieces = _PIECE.split(_spaced(given))
    for index, piece in enumerate(pieces):
        if index % 2:
            glue = piece.strip()
        elif piece:
            words.append(_join(words, piece, glue, hyphen))
    out = ""
    for index, word in enumerate(words):
        out = _add(out, word, mark, shorten, last=index == len(words) - 1)
    return re.sub(r"\s+", " ", out).strip()


def _spaced(given: str) -> str:
    """Put a space after each stop, so that ``J.R.R.`` is three words."""
    return re.sub(r"\.(?![\s-]|$)", ". ", given)


def _join(words: list[str], piece: str, glue: str, hyphen: bool) -> str:
    return f"-{piece}" if glue and hyphen and words else piece


def _add(out: str, word: str, mark: str, shorten: bool, *, last: bool) -> str:
    dash = "-" if word.startswith("-") else ""
    bare = word.removeprefix("-")
    core = bare.rstrip(".")
    tags = _TAG.findall(core)
    letters = _TAG.sub("", core)
    if not letters:
        return out
    if dash:
        out = out.rstrip(" ")
    if letters[0].islower():
        if dash and shorten:
            return out
        return f"{out.rstrip()} {bare} " if out else f"{bare} "
    abbreviated = bare.endswith(".") or len(letters) == 1
    short = letters if abbreviated or not shorten else _initial(letters)
    if not shorten and not abbreviated:
        return f"{out.rstrip()} {dash}{bare} ".lstrip() if not dash else f"{out}{dash}{bare} "
    opened = "".join(tag for tag in tags if not tag.startswith("</"))
    closed = "".join(tag for tag in tags if tag.startswith("</"))
    end = mark.rstrip() if closed else mark
    tail = mark[len(end) :] if closed else ""
    return f"{out}{dash}{opened}{short}{end}{closed}{tail}"


def _initial(letters: str) -> str:
    """Return the initial of a name: ``TSerendorj`` begins with one letter, written Ts."""
    capitals = len(letters) - len(letters.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    if 1 < capitals < len(letters):
        return letters[:capitals].capitalize()
    return letters[0]
