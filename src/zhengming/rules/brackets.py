"""ZH005: brackets and quotation marks without a partner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from zhengming.documents import Block, Document
from zhengming.documents.model import PROTECTED
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.citation import numbering
from zhengming.text.span import SpanSet

_PAIRS = ("()", "（）", "[]", "［］", "【】", "〔〕", "《》", "〈〉", "「」", "『』", "“”", "‘’")
# Either width closes the other; that is a fault of width, not of number.
_FAMILY = {pair[0]: pair[1] for pair in _PAIRS} | {"(": "）", "[": "］"}
_CLOSES = {pair[1]: pair[1] for pair in _PAIRS} | {")": "）", "]": "］"}
_PARTNER = {pair[at]: pair[1 - at] for pair in _PAIRS for at in (0, 1)}
_BRACKET = re.compile(rf"[{re.escape(''.join(_PAIRS))}]|{PROTECTED}+")
_NO_BRACKET = re.compile(rf"[^{re.escape(''.join(_PAIRS))}{PROTECTED}]+")
_INTERVAL = re.compile(r"[\[(]\s?[-−+]?[\d.∞]+\s?[,，]\s?[-−+]?[\d.∞]+\s?[\])]")
_ITEM = re.compile(
    r"(?:\A|[\s，。；：、,;:(（])(?:[0-9]{1,2}|[A-Za-z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})\Z"
)
_FACE = re.compile(r"[:;=8][-o*']?\Z")
_FARTHEST = 2000  # characters between partners
_MOST = 200  # findings in one document


def _unmatched(draft: Draft) -> Iterator[Finding]:
    """Each of them, up to as many as anybody will read; then how many more."""
    found = _all_unmatched(draft)
    yield from islice(found, _MOST)
    for finding in found:
        more = 1 + sum(1 for _ in found)
        message = Message(
            f"{more} more brackets without a partner in this document, here the first",
            f"其后还有{more}处括号或引号不成对，此为第一处",
        )
        yield finding._replace(message=message)


def _all_unmatched(draft: Draft) -> Iterator[Finding]:
    for block in draft.document.blocks:
        if _is_balanced(block.text):
            continue
        lonely: list[int] = []
        mixed: list[int] = []
        _match(draft.document, block, lonely, mixed)
        found = [(at, True) for at in lonely] + [(at, False) for at in mixed]
        for at, is_lonely in sorted(found):
            finding = _finding(block, at, _mark(draft.document, block, at), is_lonely)
            if not draft.once(_broken_citations).collides(finding.span):
                yield finding


def _is_balanced(text: str) -> bool:
    """Whether a block is told at a glance to have nothing but pairs, none of them far apart."""
    if len(text) > _FARTHEST:
        return False
    marks, before = _NO_BRACKET.sub("", text), ""
    while marks != before:
        before = marks
        for pair in _PAIRS:
            marks = marks.replace(pair, "")
    return not marks


def _broken_citations(draft: Draft) -> SpanSet:
    """Citations with a faulty bracket: CITE001 tells them."""
    spans = SpanSet()
    for marker in draft.once(numbering).markers:
        if marker.fault:
            spans.add(marker.span)
    return spans


def _match(document: Document, block: Block, lonely: list[int], mixed: list[int]) -> None:
    """Tell the brackets of a block that have no partner, or one of the other width."""
    text = block.text
    balanced = {at for m in _INTERVAL.finditer(text) for at in (m.start(), m.end() - 1)}
    stack: list[tuple[str, str, int]] = []
    waiting: Counter[str] = Counter()
    for match in _BRACKET.finditer(text):
        at = match.end() - 1
        mark = _mark(document, block, at)
        if mark in _FAMILY:
            if at not in balanced and text[at] != PROTECTED:
                stack.append((_FAMILY[mark], mark, at))
                waiting[_FAMILY[mark]] += 1
        elif mark in _CLOSES and at not in balanced:
            family = _CLOSES[mark]
            if waiting[family]:
                while True:
                    expected, opener, start = stack.pop()
                    waiting[expected] -= 1
                    if expected == family:
                        break
                    _add_lonely(text, start, lonely)
                if at - start > _FARTHEST:
                    _add_lonely(text, start, lonely)
                    _add_lonely(text, at, lonely)
                elif _PARTNER[opener] != mark:
                    mixed.append(at)
            else:
                _add_lonely(text, at, lonely)
    for _, _, start in stack:
        _add_lonely(text, start, lonely)


def _mark(document: Document, block: Block, at: int) -> str:
    """The bracket at ``at``; an address that was masked may have swallowed the one around it."""
    mark = block.text[at]
    return document.text[block.origin(at)] if mark == PROTECTED else mark


def _add_lonely(text: str, at: int, lonely: list[int]) -> None:
    """Note a bracket, unless it is masked, an apostrophe, a list item's, or a face."""
    mark, before = text[at], text[max(at - 5, 0) : at]
    if mark == PROTECTED:
        return
    if mark in "’‘" and (before[-1:].isalnum() or text[at + 1 : at + 2].isalnum()):
        return
    if mark in ")）" and (_ITEM.search(before) or _FACE.search(before)):
        return
    if mark == "(" and _FACE.search(before):
        return
    lonely.append(at)


def _finding(block: Block, at: int, mark: str, is_lonely: bool) -> Finding:
    partner = _PARTNER[mark]
    if is_lonely:
        message = Message(f'"{mark}" has no "{partner}"', f"“{mark}”缺少与之配对的“{partner}”")
    else:
        message = Message(
            f'"{mark}" closes a bracket of the other width', f"“{mark}”与前括号全半角不一致"
        )
    return Finding("ZH005", "warning", block.locate((at, at + 1)), message)


ZH005 = Rule(
    "ZH005",
    Message("a bracket or quotation mark without a partner", "不成对的括号或引号"),
    Message(
        "Every bracket and curly quotation mark, of either width, has its partner in the same "
        "paragraph. List items such as 1) and intervals such as [0, 1) are known. Whether the "
        "missing one is to be written or the lone one to go, only the author knows. Citation "
        "numbers are CITE001's. Source: GB/T "
        "15834-2011, 4.8 and 4.9.",
        "括号与弯引号，无论全半角，均应在同段内成对。1) 等项目编号与 [0, 1) 等区间不在此列。"
        "是补是删，只有作者知道。引文序号由CITE001处理。来源：GB/T 15834—2011《标点符号用法》4.8、4.9。",
    ),
    _unmatched,
    failing=(
        "对照组］的疗效",
        "疗效（PFS显著。",
        "所谓”标准治疗”",
        "贝伐珠单抗（bevacizumab)",
        "见说明（https://example.org/a)。",
    ),
    passing=(
        "疗效（PFS［中位］）显著，“标准”与《指南》",
        "1) 疗效；2) 安全；区间 [0, 1) 与 (0, 1]；don’t；:)",
        "见（https://example.org/a）与 (https://example.org/b)",
    ),
)
