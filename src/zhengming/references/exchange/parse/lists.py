"""A reference list cut into entries: numbered or not, broken over lines or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhengming.references.exchange.parse.folding import fold
from zhengming.references.exchange.values import joined

_NUMBER = re.compile(
    r"\s*(?:\[\s*(\d{1,4})\s*\]|\(\s*(\d{1,4})\s*\)|(\d{1,4})\s*(?:[.)、]|\s{2,}|\t))\s*"
)
_BARE_NUMBER = re.compile(r"\s*(\d{1,4})\s(?=[^\W\d_]|[《“\[])")
_HEADING = re.compile(
    r"\s*(?:主要)?(?:参考文献|文献|references?|bibliography|literature)\s*:?\s*", re.IGNORECASE
)
_FINISHED = re.compile(r"[.。\])）]\s*$|https?://\S+\s*$|10\.\d{4,9}/\S+\s*$|\d\s*$")
_RUN = re.compile(r"(\s)\s+")
_GLUED = re.compile(r"(?:https?://\S*[/_=&?.%-]|10\.\d{4,9}/\S*|\w-)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """The text of one entry without its number, and the line it starts on."""

    text: str
    line: int


def split_list(text: str) -> Iterator[Entry]:
    """Yield the entries of a list.

    In a numbered list an entry goes on until the next number; in one with empty lines until the
    next empty line; otherwise until a line that could end an entry.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1)]
    lines = [(number, line) for number, line in lines if not _HEADING.fullmatch(fold(line))]
    filled = [line for _, line in lines if line.strip()]
    numbered = bool(filled) and _number(filled[0], first=True) is not None
    spaced = not numbered and any(not line.strip() for _, line in _inner(lines))
    starts = _numbered_starts if numbered else _spaced_starts if spaced else _unmarked_starts
    pieces: list[str] = []
    first = 0
    for number, line, begins in starts(lines):
        if begins and pieces:
            yield Entry(_joined(pieces), first)
            pieces = []
        if line.strip():
            first = first if pieces else number
            pieces.append(line.strip())
    if pieces:
        yield Entry(_joined(pieces), first)


_Lines = list[tuple[int, str]]
_Starts = Iterator[tuple[int, str, bool]]


def _inner(lines: _Lines) -> _Lines:
    """Drop the empty lines at both ends."""
    filled = [index for index, (_, line) in enumerate(lines) if line.strip()]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _numbered_starts(lines: _Lines) -> _Starts:
    last = 0
    for number, line in lines:
        found = _number(line, first=not last)
        value = int(found[found.lastindex or 0]) if found else 0
        # “2013. http://…” may begin a broken line: a number has to follow the one before.
        begins = found is not None and (not last or last < value <= last + 20 or value == 1)
        last = value if begins else last
        yield number, line[found.end() :] if begins and found else line, begins


def _number(line: str, *, first: bool) -> re.Match[str] | None:
    """Match the number of an entry; one followed by a space alone has to begin with 1."""
    folded = fold(line)
    bare = _BARE_NUMBER.match(folded)
    return _NUMBER.match(folded) or (bare if bare and (not first or bare[1] == "1") else None)


def _spaced_starts(lines: _Lines) -> _Starts:
    after_gap = True
    for number, line in lines:
        yield number, line, after_gap
        after_gap = not line.strip()


def _unmarked_starts(lines: _Lines) -> _Starts:
    complete = True
    for number, line in lines:
        yield number, line, complete
        complete = _FINISHED.search(line[-300:]) is not None if line.strip() else complete


def _joined(pieces: list[str]) -> str:
    """Join broken lines; an address or a hyphened word goes on without a space."""
    glued = [pieces[0]]
    for piece in pieces[1:]:
        if _GLUED.search(glued[-1][-300:]):
            glued[-1] += piece
        else:
            glued.append(piece)
    return _RUN.sub(r"\1", joined(glued))
