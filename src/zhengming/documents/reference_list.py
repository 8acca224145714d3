"""Reference lists written out in a draft: headings, numbered entries, and how to spot them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.text.span import Span

_LINE = re.compile(r"[^\r\n]+")
_NUMBER = r"[\s\d.、一二三四五六七八九十第章节#]*+"
_CHINESE = r"参\s*考\s*文\s*献|參\s*考\s*文\s*獻|引用文献|引用文獻"
_ENGLISH = r"references?|bibliography|literature\s+cited|works\s+cited"
_HEADING = re.compile(
    rf"{_NUMBER}(?:(?:主要|英文|中文)?(?:{_CHINESE})(?:\s*[（(/]?\s*(?:{_ENGLISH})\s*[)）]?)?"
    rf"|(?:{_ENGLISH}))\s*[:：]?",
    re.IGNORECASE,
)
_LONGEST_HEADING = 60
# What follows a reference list in manuscripts, as the first words of a line.
_BACK_MATTER = re.compile(
    r"(?:附\s*录|致\s*谢|作者贡献|利益冲突|图\s*注|附\s*[表图]|摘\s*要|Abstract|Appendi(?:x|ces)"
    r"|Acknowledge?ments?|Figure legends?|Supplementary (?:material|data|table|figure)s?|Tables)"
    r"[\s\d一二三四五A-E.:：]*+",
    re.IGNORECASE,
)
_MARK = r"\\?[\[［][A-Z]{1,2}(?:[/／][A-Z]{2})?\\?[\]］]"
_TYPE_MARK = re.compile(_MARK)
_NEW_ENTRY = r"\\?[\[［]\d{1,4}\\?[\]］]"
# [12] or ［12］ first, and a type mark such as [J], ［M/OL］ on this or one of the next three lines.
_ENTRY = re.compile(
    rf"^[^\S\r\n]*(?:[-*+][^\S\r\n]+)?{_NEW_ENTRY}"
    rf"(?=[^\r\n]*(?:[\r\n]+[^\S\r\n]*(?![\[［\s])[^\r\n]*){{0,3}}?{_MARK})",
    re.MULTILINE,
)
_NEXT_BREAK = re.compile(rf"(?:\r\n|\r|\n)[^\S\r\n]*+(?=\r|\n|{_NEW_ENTRY}|[-*+][^\S\r\n])|\Z")


def is_reference_heading(text: str) -> bool:
    """Whether a line or heading says 参考文献, References or the like, and nothing else."""
    text = text.strip()
    return len(text) <= _LONGEST_HEADING and _HEADING.fullmatch(text) is not None


def has_type_mark(text: str) -> bool:
    """Whether an item of a numbered list shows a mark such as [J] or ［M/OL］."""
    return _TYPE_MARK.search(text) is not None


def numbered_entries(text: str) -> Iterator[Span]:
    """Spans of entries such as ``[1] 张三. 题名[J]. …``, each up to the next entry or blank line."""
    if "]" not in text and "］" not in text:
        return
    done = 0
    for match in _ENTRY.finditer(text):
        if match.start() >= done:
            done = _NEXT_BREAK.search(text, match.end()).start()  # type: ignore[union-attr]
            yield Span(match.start(), done)


def section_in_lines(text: str) -> Span | None:
    """The reference section of a text whose headings are plain lines, its heading left out."""
    lines = _LINE.finditer(text)
    for heading in lines:
        if is_reference_heading(heading.group()):
            following = (line for line in lines if _BACK_MATTER.fullmatch(line.group().strip()))
            end = next((line.start() for line in following), len(text))
            return Span(heading.end(), end)
    return None
