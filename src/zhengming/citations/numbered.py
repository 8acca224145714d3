"""Numbered citations in drafts without keys: [1], ［3-5］, 〔2〕, 【7，9】, word¹², ``<sup>1</sup>``, ^1^.

Intervals ([37, 49] after "CI"), type marks ([J]), years (〔2019〕5号), powers and units (10⁹, m²) and
isotopes (¹⁸F) are not citations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from zhengming.documents import Block, Document
from zhengming.documents.model import PROTECTED
from zhengming.text.span import Span

Form = Literal["bracket", "superscript"]
Fault = Literal["opening", "closing", "unlike"]

_OPEN, _CLOSE = "[［〔【", "]］〕】"
_DASH = r"\-‐‑‒–—―−－~～"
# Bounded, so that a text of numbers takes linear time.
_LIST = rf"\d{{1,3}}(?:\s{{0,4}}[,，、;；{_DASH}]\s{{0,4}}\d{{1,3}}){{0,30}}"
_CLOSES = re.escape(_CLOSE)
_OPENED = re.compile(
    rf"(?P<gap>\s{{0,4}})(?P<list>{_LIST})(?![\d.%‰])\s{{0,4}}(?P<close>[{_CLOSES}])?"
)
_CLOSING = re.compile(
    rf"(?<![A-Za-z0-9_.=<>≤≥±/:：%({_DASH}（,，{re.escape(_OPEN)}])(?P<list>{_LIST})[^\S\r\n]*\Z"
)
_LINE_END = re.compile(r"[\r\n]")
_ANY = re.compile(rf"[{re.escape(_OPEN + _CLOSE)}]")
_BETWEEN = re.compile(rf"\s{{0,2}}[{_DASH}]\s{{0,2}}")  # [1]-[3]
_SPLIT = re.compile(r"\s*[,，、;；]\s*")
_RANGE = re.compile(rf"(\d+)\s*[{_DASH}]\s*(\d+)")
_INTERVAL = re.compile(
    r"(?:CI|CrI|IQR|区间|范围|间距|位距|数组|向量|range|interval|array|vector|∈|=|＝)[\s:：,，(（]*(?:为|是|of|was)?\s*$",
    re.IGNORECASE,
)
_HALF_OPEN = re.compile(r"[(（][^()（）]*[,，]\s*$")
_COUNTED = re.compile(r"\s*(?:[A-Za-z]|[例个年名岁天周月次位项种人]|mg|%)")
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PLAIN = str.maketrans(_RAISED + "⁻", "0123456789-")
_SUPERSCRIPT = re.compile(rf"(?P<list>[{_RAISED}]{{1,3}}(?:[,，⁻–-][{_RAISED}]{{1,3}})*)")
_CARETS = re.compile(rf"\^(?P<list>{_LIST})\^")
_BETWEEN_TAGS = re.compile(rf"{PROTECTED}(?P<list>{_LIST}){PROTECTED}")
_RAISING = re.compile(r"(?:<sup\b[^<>]*>|\\textsuperscript\{)\Z", re.IGNORECASE)
_TAG = 60  # characters of a tag with its attributes
_SIGN = re.compile(rf"[{re.escape(_OPEN + _CLOSE)}{_RAISED}^{PROTECTED}]")
# After Han, after punctuation, after a whole word: units (m², cm³) are shorter.
_AFTER = re.compile(r"(?:[\u3400-\u9fff]|[.,;:)\]”’\"'。，；：、）］”’]|[A-Za-z][a-z]{3,})\Z")
_LOOK = 200  # characters in which the other bracket of a pair is looked for
_WIDEST = 60  # numbers in one range; more is a scale, not a citation


class Numbered(NamedTuple):
    """A numbered citation.

    Attributes:
        span: in the document, brackets included.
        fault: the bracket that is missing, or ``unlike`` for two that are no pair; else "".
        in_cell: whether it stands in a table's cell.
    """

    span: Span
    numbers: tuple[int, ...]
    form: Form
    fault: Fault | Literal[""] = ""
    in_cell: bool = False


def find_numbered(document: Document) -> tuple[Numbered, ...]:
    """All numbered citations in the prose, in order; time is linear in its length."""
    return tuple(marker for block in document.blocks for marker in _in_block(block, document.text))


def numbers_of(written: str) -> tuple[int, ...]:
    """The numbers that a list like ``1，3-5`` names, or none if it cannot be a citation."""
    numbers: list[int] = []
    for part in _SPLIT.split(written.strip()):
        if match := _RANGE.fullmatch(part):
            first, last = int(match[1]), int(match[2])
            if not first < last < first + _WIDEST:
                return ()
            numbers += range(first, last + 1)
        elif part.isdecimal():
            numbers.append(int(part))
        else:
            return ()
    return tuple(numbers) if 0 not in numbers else ()


def _in_block(block: Block, source: str) -> Iterator[Numbered]:
    text = block.text
    done = last = 0
    for sign in _SIGN.finditer(text):
        at = sign.start()
        if at < done:
            continue
        found: _Found | None
        if text[at] == PROTECTED:
            found = _tagged(block, source, at) if text[at + 1 : at + 2].isdecimal() else None
        elif text[at] in _OPEN:
            found = _opened(text, at)
        elif text[at] in _CLOSE:
            found = _unopened(text, at, done)
        else:
            found = _raised(text, at)
        if found:
            start, end, numbers, form, fault = found
            is_range = last and not fault and _BETWEEN.fullmatch(text, done, start)
            if is_range and last < numbers[0] < last + _WIDEST:
                numbers = (*range(last + 1, numbers[0]), *numbers)
            done, last = end, 0 if fault else numbers[-1]
            span = block.locate((start, done))
            yield Numbered(span, numbers, form, fault, block.kind == "cell")


_Found = tuple[int, int, tuple[int, ...], Form, Fault | Literal[""]]


def _opened(text: str, at: int) -> _Found | None:
    """A citation from its opening bracket on."""
    match = _OPENED.match(text, at + 1)
    numbers = numbers_of(match["list"]) if match else ()
    if match is None or not numbers or (len(numbers) > 1 and _is_interval(text, at)):
        return None
    if match["close"]:
        pair = _CLOSE.index(match["close"]) == _OPEN.index(text[at])
        return at, match.end(), numbers, "bracket", "" if pair else "unlike"
    end = match.end("list")
    if _LINE_END.search(match["gap"]):  # a lone bracket, and the next line opens with a number
        return None
    if _COUNTED.match(text, end) or _opens_more(text, end):
        return None
    return at, end, numbers, "bracket", "closing"


def _unopened(text: str, at: int, done: int) -> _Found | None:
    """A citation that has only its closing bracket."""
    first = max(at - _LOOK, done)
    match = _CLOSING.search(text[first:at])
    numbers = numbers_of(match["list"]) if match else ()
    if match is None or not numbers or _closes_more(text, first + match.start()):
        return None
    return first + match.start(), at + 1, numbers, "bracket", "opening"


def _is_interval(text: str, at: int) -> bool:
    return _INTERVAL.search(text[max(at - 24, 0) : at]) is not None


def _closes_more(text: str, start: int) -> bool:
    """Whether a bracket that holds more than numbers is still open at ``start``, as in (0, 5]."""
    before = _ANY.findall(text, max(start - _LOOK, 0), start)
    half_open = _HALF_OPEN.search(text[max(start - 24, 0) : start]) is not None
    return half_open or (bool(before) and before[-1] in _OPEN)


def _opens_more(text: str, end: int) -> bool:
    """Whether the next bracket closes, so that the numbers only begin a longer aside."""
    following = _ANY.search(text, end, end + _LOOK)
    return following is not None and following.group() in _CLOSE


def _raised(text: str, at: int) -> _Found | None:
    match = (_CARETS if text[at] == "^" else _SUPERSCRIPT).match(text, at)
    numbers = numbers_of(match["list"].translate(_PLAIN)) if match else ()
    if match is None or not numbers or not _is_raised_citation(text, *match.span()):
        return None
    return *match.span(), numbers, "superscript", ""


def _tagged(block: Block, source: str, at: int) -> _Found | None:
    """A citation between tags; each tag is one protected character of the block."""
    match = _BETWEEN_TAGS.match(block.text, at)
    if match is None or not (numbers := numbers_of(match["list"])):
        return None
    origin = block.origin(at + 1)
    is_raised = _RAISING.search(source, max(origin - _TAG, 0), origin)
    if is_raised is None or not _is_raised_citation(block.text, *match.span()):
        return None
    return *match.span("list"), numbers, "superscript", ""


def _is_raised_citation(text: str, start: int, end: int) -> bool:
    """Whether raised digits follow a word and are no power, unit, charge or isotope."""
    before, after = text[max(start - 8, 0) : start], text[end : end + 1]
    if after.isascii() and (after.isalpha() or after == "+"):
        return False
    return _AFTER.search(before) is not None
