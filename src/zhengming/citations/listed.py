"""The numbered entries of a reference list that is written out in a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhengming.documents import Document
from zhengming.text.span import Span

_START = re.compile(
    r"^[^\S\r\n]*(?:>[^\S\r\n]*)?(?:[-*+][^\S\r\n]+)?"
    r"(?:\\?[\[［【〔][ ]?(?P<bracketed>\d{1,4})[ ]?\\?[\]］】〕]"
    r"|(?P<dotted>\d{1,4})(?:\\?[.．、)）](?!\d)|\t|\u3000|[ ]{2,}))",
    re.MULTILINE,
)
_FARTHEST = 3  # a dotted number this far beyond the last may still be an entry's


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry: its number, its place, and what is written after the number."""

    number: int
    span: Span
    text: str


def find_listed(document: Document) -> tuple[Listed, ...]:
    """The numbered entries of the document's reference lists, in order."""
    entries: list[Listed] = []
    for section in document.references:
        entries += _entries(document, section, entries[-1].number if entries else 0)
    return tuple(entries)


def _entries(document: Document, section: Span, last: int) -> Iterator[Listed]:
    starts = _starts(document, section, last)
    for index, (match, number) in enumerate(starts, 1):
        end = starts[index][0].start() if index < len(starts) else section.end
        text = document.text[match.end() : end].rstrip()
        yield Listed(number, Span(match.start(), match.end() + len(text)), text.strip())


def _starts(document: Document, section: Span, last: int) -> Sequence[tuple[re.Match[str], int]]:
    """Where entries start; a list keeps the form of its first number."""
    starts: list[tuple[re.Match[str], int]] = []
    form: str | None = None
    for match in _START.finditer(document.text, section.start, section.end):
        form = form or match.lastgroup
        if match.lastgroup != form:
            continue
        number = int(match[match.lastgroup or 0])
        if form == "dotted":
            if document.format == "markdown" and starts:
                number = last + 1  # Markdown counts on from the first number, whatever is written
            elif starts and not last <= number <= last + _FARTHEST:
                continue
        starts.append((match, number))
        last = number
    return starts
