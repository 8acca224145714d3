"""Numbers in prose, read so that Chinese and English texts can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from zhengming.documents import Block
from zhengming.text.span import Span

# 1 720, 1,720, 0.097 8 (groups of three after the point, GB/T 15835), .05
_NUMBER = re.compile(
    r"(?<![A-Za-z0-9.])(?<![A-Za-z][-‐⁃])(?P<digits>(?:\d{1,3}(?:[,\u2009\u202f ]\d{3})+(?!\d)|\d+)"
    r"(?P<part>\.(?:\d{3} )+\d{1,3}(?![\d.])|\.\d+)?|(?P<bare>\.\d+))(?![A-Za-z0-9]|\.\d)"
    r"\s?(?P<percent>[%％‰])?(?P<large>\s*[万亿])?"
)
_VALUES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_WORD = rf"(?:{'|'.join(_VALUES)})"
_WORDS = re.compile(rf"\b{_WORD}(?:[ -](?:hundred|and|{_WORD}))*\b", re.IGNORECASE)
_SMALLEST = 32  # below, a whole number may be a day, a month or a word


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written and its value; an exact one can be looked for in a translation."""

    span: Span
    written: str
    value: Decimal
    is_exact: bool


def numbers(block: Block, within: Span) -> Iterator[Number]:
    """The numbers of a block, in digits and in English words, in a part of the document."""
    return (n for n in _all_numbers(block, within) if within.start <= n.span.start < within.end)


def _all_numbers(block: Block, within: Span) -> Iterator[Number]:
    start, end = 0, len(block.text)
    if len(block.pieces) == 1:  # a whole plain text, of which an abstract is little
        start, end = (at - block.pieces[0].origin for at in (within.start, within.end))
    for match in _NUMBER.finditer(block.text, max(start, 0), max(end, 0)):
        if match["large"]:
            continue  # 1.2万 is 12,000 in the other language
        value = Decimal(re.sub(r"[,\s]", "", match["digits"]))
        exact = bool(match["part"] or match["bare"] or match["percent"]) or value >= _SMALLEST
        span = block.locate(Span(match.start(), match.start() + len(match.group().rstrip())))
        yield Number(span, match.group().strip(), value, exact)
    for match in _WORDS.finditer(block.text, max(start, 0), max(end, 0)):
        words = match.group().lower().replace("-", " ").split()
        span = block.locate(match.span())
        yield Number(span, match.group(), Decimal(_value(words)), False)


def _value(words: list[str]) -> int:
    total = 0
    for word in words:
        total = total * 100 if word == "hundred" else total + _VALUES.get(word, 0)
    return total
