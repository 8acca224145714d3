"""Reference lists written out in a draft: headings, numbered entries, and how to spot them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.text.span import Span

_HEADING = re.compile(
    r"(?:[\d.一二三四五六七八九十、\s]*)(?:主要|英文|中文)?"
    r"(?:参\s*考\s*文\s*献|參\s*考\s*文\s*獻|引用文献|references?|bibliography|literature\s+cited)\s*[:：]?",
    re.IGNORECASE,
)
# [12] or ［12］ first, and a type mark such as [J], ［M/OL］ further on.
_ENTRY = re.compile(
    r"^[^\S\r\n]*(?:[-*+][^\S\r\n]+)?\\?[\[［]\d{1,4}\\?[\]］]"
    r"(?=[^\r\n]*(?:[\r\n]+[^\S\r\n]*(?![\[［\s])[^\r\n]*){0,3}?\\?[\[［][A-Z]{1,2}(?:[/／][A-Z]{2})?\\?[\]］])",
    re.MULTILINE,
)
_NEXT_BREAK = re.compile(
    r"(?:\r\n|\r|\n)[^\S\r\n]*(?=\r|\n|\\?[\[［]\d{1,4}\\?[\]］]|[-*+][^\S\r\n])|\Z"
)


def is_reference_heading(text: str) -> bool:
    """Whether a line or heading says 参考文献, References or the like, and nothing else."""
    return _HEADING.fullmatch(text.strip()) is not None


def numbered_entries(text: str) -> Iterator[Span]:
    """Spans of entries such as ``[1] 张三. 题名[J]. …``, each up to the next entry or blank line."""
    done = 0
    for match in _ENTRY.finditer(text):
        if match.start() >= done:
            done = _NEXT_BREAK.search(text, match.end()).start()  # type: ignore[union-attr]
            yield Span(match.start(), done)
