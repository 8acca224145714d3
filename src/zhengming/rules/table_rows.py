"""Rows of a table that has a column of drugs and one of their other names.

Two forms are read: Markdown pipe tables, and what PDF extraction makes of a table, one column
below the other, each a header line and then a line for each row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from zhengming.rules.base import Draft, Located
from zhengming.text.span import Span

Row = tuple[Sequence[Located], Sequence[Located]]

_NAMES = frozenset(
    ("药品名称", "药物名称", "药物", "药品", "通用名", "药名", "drug", "drug name", "generic name")
)
_CHINESE_ALIASES = ("别名", "其他名称", "曾用名", "研发代号", "代号", "商品名")
_ENGLISH_ALIASES = ("alias", "aliases", "other names", "synonyms")
_ALIASES = frozenset((*_CHINESE_ALIASES, *_ENGLISH_ALIASES))
_HEADER = re.compile(rf"(?:\A|[|\r\n])\s*(?:{'|'.join(_ALIASES)})\s*(?:[|\r\n]|\Z)", re.IGNORECASE)
_MOST = 100  # rows of an extracted table


def rows(draft: Draft) -> Iterator[Row]:
    """The mentions in the drug cell and in the alias cell of each row."""
    text = draft.document.text
    if not _HEADER.search(text):
        return
    lines = _lines(text)
    cells = (*_piped(lines), *_extracted(lines))
    for names, aliases in cells:
        yield draft.mentions_in(names), draft.mentions_in(aliases)


Line = tuple[int, str]


def _lines(text: str) -> Sequence[Line]:
    """The lines with something in them, each with its place."""
    lines = text.replace("\r", "\n").split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    return [pair for pair in zip(starts, lines, strict=False) if pair[1].strip()]


def _piped(lines: Sequence[Line]) -> Iterator[tuple[Span, Span]]:
    columns: tuple[int, int] | None = None
    for start, line in lines:
        if "|" not in line:
            columns = None
            continue
        cells = _cells(start, line)
        if columns is None:
            headers = [line[a - start : b - start].strip().lower() for a, b in cells]
            name = next((i for i, header in enumerate(headers) if header in _NAMES), None)
            alias = next((i for i, header in enumerate(headers) if header in _ALIASES), None)
            columns = (-1, -1) if name is None or alias is None else (name, alias)
        elif 0 <= max(columns) < len(cells):
            yield cells[columns[0]], cells[columns[1]]


def _cells(start: int, line: str) -> list[Span]:
    bars = [index for index, character in enumerate(line) if character == "|"]
    edges = [-1, *bars, len(line)]
    return [Span(start + a + 1, start + b) for a, b in pairwise(edges)]


def _extracted(lines: Sequence[Line]) -> Iterator[tuple[Span, Span]]:
    words = [line.strip().lower() for _, line in lines]
    header: int | None = None
    for index in [index for index, word in enumerate(words) if word in _NAMES or word in _ALIASES]:
        if words[index] in _NAMES:
            header = index
        elif header is not None:
            count = index - header - 1
            if 1 < count <= _MOST and index + count < len(lines):
                for row in range(1, count + 1):
                    yield _whole(lines[header + row]), _whole(lines[index + row])
            header = None


def _whole(line: Line) -> Span:
    return Span(line[0], line[0] + len(line[1]))
