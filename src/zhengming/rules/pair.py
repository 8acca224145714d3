"""PAIR: the Chinese and the English abstract of one article say the same."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from zhengming.documents import Block
from zhengming.rules.base import Draft, Finding, Located, Message, Rule
from zhengming.rules.pair_numbers import Number, numbers
from zhengming.rules.parts import Part, document_parts

_LANGUAGES = (("zh", "Chinese", "中文"), ("en", "English", "英文"))


def _abstracts(draft: Draft) -> tuple[Part, Part] | None:
    parts = draft.once(document_parts)
    chinese, english = parts.abstract("zh"), parts.abstract("en")
    return (chinese, english) if chinese and english else None


def _names(draft: Draft, rule: str, kind: str) -> Iterator[Finding]:
    """Names of one kind that stand in one of the two abstracts only."""
    pair = _abstracts(draft)
    if pair is None:
        return
    named: tuple[dict[str, Located], ...] = ({}, {})
    possible: tuple[set[str], ...] = (set(), set())
    for index, part in enumerate(pair):
        for located in draft.mentions_in(part.span):
            senses = located.mention.senses
            possible[index].update(sense.concept.id for sense in senses)
            if len(senses) == 1 and senses[0].concept.kind == kind:
                named[index].setdefault(senses[0].concept.id, located)
    for index, here in enumerate(named):
        for concept_id, located in here.items():
            if concept_id not in possible[1 - index]:
                label = located.mention.sense.concept.label
                message = _only(label, index)
                yield Finding(rule, "warning", located.span, message, concept=concept_id)


def _blocks(draft: Draft, part: Part) -> Sequence[Block]:
    """Those that reach into a part of the document."""
    blocks = draft.document.blocks
    first, last = (
        bisect_left(blocks, offset, key=lambda block: block.origin(0)) for offset in part.span
    )
    return blocks[max(first - 1, 0) : last]


def _only(what: str, index: int) -> Message:
    _, english, chinese = _LANGUAGES[index]
    _, other, another = _LANGUAGES[1 - index]
    return Message(
        f"{what} stands in the {english} abstract and not in the {other} one",
        f"{chinese}摘要有 {what}，{another}摘要没有",
    )


def _numbers(draft: Draft) -> Iterator[Finding]:
    pair = _abstracts(draft)
    if pair is None:
        return
    found: list[list[Number]] = [
        [number for block in _blocks(draft, part) for number in numbers(block, part.span)]
        for part in pair
    ]
    for index, here in enumerate(found):
        there = {number.value for number in found[1 - index]}
        told = set(there)
        for number in here:
            if number.is_exact and number.value not in told:
                told.add(number.value)
                yield Finding("PAIR004", "warning", number.span, _only(number.written, index))


def _rule(
    identifier: str, kind: str, summary: Message, examples: tuple[str, str, str, str]
) -> Rule:
    return Rule(
        identifier,
        summary,
        Message(
            "The abstracts are translations of each other. Names are compared by what they mean, "
            "so 洛拉替尼 and lorlatinib are one; a name that may mean several is not compared.",
            "中英文摘要应当对应。名称按所指比较，洛拉替尼与 lorlatinib 视为同一；一名多义的不比较。",
        ),
        lambda draft: _names(draft, identifier, kind),
        failing=examples[:2],
        passing=examples[2:],
    )


_BOTH = "摘要：{}\n\nAbstract: {}\n"

PAIR001 = _rule(
    "PAIR001",
    "drug",
    Message("a drug in only one of the two abstracts", "药名只见于中英文摘要之一"),
    (
        _BOTH.format("洛拉替尼和克唑替尼有效。", "Lorlatinib was effective."),
        _BOTH.format("洛拉替尼有效。", "Alectinib was effective."),
        _BOTH.format("洛拉替尼有效。", "Lorlatinib was effective."),
        "摘要：洛拉替尼有效。\n\n# 前言\n\n克唑替尼有效。",
    ),
)
PAIR002 = _rule(
    "PAIR002",
    "trial",
    Message("a trial in only one of the two abstracts", "试验名只见于中英文摘要之一"),
    (
        _BOTH.format("CROWN 研究。", "The study."),
        _BOTH.format("该研究。", "The PROFILE 1014 study."),
        _BOTH.format("CROWN 研究。", "The CROWN study."),
        "摘要：CROWN 研究。",
    ),
)
PAIR003 = _rule(
    "PAIR003",
    "gene",
    Message("a gene in only one of the two abstracts", "基因只见于中英文摘要之一"),
    (
        _BOTH.format("检测 ALK 与 EGFR。", "We tested ALK."),
        _BOTH.format("检测 ALK。", "We tested ALK and EGFR."),
        _BOTH.format("检测间变性淋巴瘤激酶。", "We tested ALK."),
        "摘要：检测 ALK。\n\n# 前言\n\n检测 EGFR。",
    ),
)
PAIR004 = Rule(
    "PAIR004",
    Message("a number in only one of the two abstracts", "数字只见于中英文摘要之一"),
    Message(
        "Decimals, percentages and counts from 32 up are compared by value; smaller whole numbers "
        "may be words or dates in one of the languages. English number words are read.",
        "小数、百分数和 32 以上的整数按数值比较；更小的整数在另一种语言中可能写成词或日期。"
        "英文数词也会识别。",
    ),
    _numbers,
    failing=(
        _BOTH.format("中位生存期 41.6 个月。", "The median survival was 46.1 months."),
        _BOTH.format("纳入 172 例，74% 缓解。", "We enrolled 172 patients; 47% responded."),
    ),
    passing=(
        _BOTH.format(
            "纳入 1 720 例，占 3%~7%（P<0.001）。", "In 1,720 patients, 3%-7% (P < .001)."
        ),
        _BOTH.format("62 例患者，3 例缓解。", "Sixty-two patients; three responded in 2 weeks."),
    ),
)
