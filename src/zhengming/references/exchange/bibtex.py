"""BibTeX and biblatex among the exchange formats: read by ``references.bibtex``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.references.bibtex import read_bibtex
from zhengming.references.bibtex.scan import scan
from zhengming.references.exchange.base import Import, Problem
from zhengming.text.lines import LineIndex


def read(text: str, path: Path | None = None) -> Import:
    """Read every entry that can be; what cannot is a problem with its line."""
    found = read_bibtex(text, path)
    lines = LineIndex(text)
    missing = list(_missing(text, {reference.id for reference in found.references}, lines))
    problems = _told(missing, found.problems)
    return Import(found.references, tuple(sorted(problems, key=_line)), "bibtex")


def _missing(text: str, read_keys: set[str], lines: LineIndex) -> Iterator[tuple[str, range]]:
    """Entries that were not read, each by its beginning and its lines; of two with one key the second."""
    left = set(read_keys)
    for block in scan(text):
        if block.is_entry and block.type != "xdata" and block.key not in left:
            first, last = (lines.position(at)[0] for at in (block.span.start, block.span.end))
            yield f"@{block.type}{{{block.key}", range(first, last + 1)
        left.discard(block.key)


def _told(
    missing: Iterable[tuple[str, range]], problems: Iterable[ZhengmingError]
) -> Iterator[Problem]:
    """A problem for each entry that is missing, and those that cost no entry."""
    left = list(problems)
    for name, lines in missing:
        reason = next((one for one in left if (one.line or 1) in lines), None)
        if reason:
            left.remove(reason)
        unread = Message(f"{name}: this entry cannot be read", f"{name}：此条目无法读取")
        message = reason.message if reason else unread
        yield Problem((reason and reason.line) or lines[0], message, lost=True)
    yield from (Problem(one.line or 1, one.message) for one in left)


def _line(problem: Problem) -> int:
    return problem.line
