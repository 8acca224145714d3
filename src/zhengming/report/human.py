"""Findings for people: the place, the message, and the line with a caret under the name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import partial

from zhengming.documents import Document
from zhengming.report.concise import line_of
from zhengming.report.model import Checked, Form, Tally
from zhengming.rules import Finding

_WIDTH = 72  # terminal cells of source shown
_AROUND = 2 * _WIDTH  # characters looked at on each side: more than are shown


def _items(checked: Checked, lang: str) -> Iterator[str]:
    document = checked.document
    for finding in checked.findings:
        yield f"{line_of(document, finding, lang)}\n{_excerpt(document, finding)}"


def _tail(mender: str, tally: Tally, lang: str) -> str:
    count, fixable = tally.total, tally.fixable
    if not tally.files:
        return ""
    if lang == "zh":
        return (
            f"{count} 处问题，其中 {fixable} 处可由 `{mender}` 修正。\n"
            if count
            else "没有发现问题。\n"
        )
    plural = "s" * (count > 1)
    return (
        f"{count} finding{plural}, {fixable} fixable with `{mender}`.\n"
        if count
        else "No findings.\n"
    )


def _excerpt(document: Document, finding: Finding) -> str:
    """The source line around the finding, marked below it; wide characters take two cells."""
    line, column = document.lines.position(finding.span.start)
    marked_first = document.stretches(finding.span)[0]
    length = marked_first.end - marked_first.start
    first = max(column - 1 - _AROUND, 0)  # a line may be a whole book
    text = document.lines.line(line, first, column - 1 + length + _AROUND).replace("\t", " ")
    start = column - 1 - first
    end = min(start + length, len(text))
    before = _end(text[:start], _WIDTH // 2)
    marked = text[start:end]
    after = _start(text[end:], max(_WIDTH - cells(before) - cells(marked), 0))
    caret = "^" * max(cells(marked), 1)
    return f"  | {before}{marked}{after}\n  | {' ' * cells(before)}{caret}\n"


def cells(text: str) -> int:
    """How many terminal cells a text takes."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _start(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text[: width + 1]):
        used += _cells(character)
        if used > width:
            return text[:index] + "…"
    return text[: width + 1]


def _end(text: str, width: int) -> str:
    if cells(text[-width - 1 :]) <= width and len(text) <= width:
        return text
    reversed_head = _start(text[: -width - 2 : -1], width)
    return "…" + reversed_head.rstrip("…")[::-1]


def form(mender: str) -> Form:
    """The form, closing with the command that mends what can be mended."""
    return Form(_items, tail=partial(_tail, mender))


FORM = form("zhengming normalize -w")
