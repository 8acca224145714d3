"""Findings for people: the place, the message, and the line with a caret under the name."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from zhengming.documents import Document
from zhengming.report.concise import line_of
from zhengming.report.model import Checked
from zhengming.rules import Finding

_WIDTH = 72  # terminal cells of source shown


def render(checked: Sequence[Checked], lang: str) -> str:
    """All findings with their source lines, and a closing count."""
    parts = [
        f"{line_of(c.document, f, lang)}\n{_excerpt(c.document, f)}"
        for c in checked
        for f in c.findings
    ]
    count = len(parts)
    fixable = sum(f.fix is not None for c in checked for f in c.findings)
    if not count:
        return "没有发现问题。\n" if lang == "zh" else "No findings.\n"
    parts.append(
        f"{count} 处问题，其中 {fixable} 处可由 `zhengming normalize -w` 修正。\n"
        if lang == "zh"
        else f"{count} finding{'s' * (count > 1)}, {fixable} fixable with `zhengming normalize -w`.\n"
    )
    return "".join(parts)


def _excerpt(document: Document, finding: Finding) -> str:
    """The source line around the finding, marked below it; wide characters take two cells."""
    line, column = document.lines.position(finding.span.start)
    text = document.lines.line(line).replace("\t", " ")
    start = column - 1
    end = min(start + finding.span.end - finding.span.start, len(text))
    before = _tail(text[:start], _WIDTH // 2)
    marked = text[start:end]
    after = _head(text[end:], max(_WIDTH - cells(before) - cells(marked), 0))
    caret = "^" * max(cells(marked), 1)
    return f"  | {before}{marked}{after}\n  | {' ' * cells(before)}{caret}\n"


def cells(text: str) -> int:
    """How many terminal cells a text takes."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _head(text: str, width: int) -> str:
    used = 0
    for index, character in enumerate(text[: width + 1]):
        used += _cells(character)
        if used > width:
            return text[:index] + "…"
    return text[: width + 1]


def _tail(text: str, width: int) -> str:
    if cells(text[-width - 1 :]) <= width and len(text) <= width:
        return text
    reversed_head = _head(text[: -width - 2 : -1], width)
    return "…" + reversed_head.rstrip("…")[::-1]
