"""ZH: the script of Chinese prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from zhengming.documents import Block
from zhengming.rules.base import Draft, Finding, Fix, Message, Rule
from zhengming.rules.summary import summarise
from zhengming.text.edit import Edit
from zhengming.text.script import has_kana, to_simplified
from zhengming.text.span import Span
from zhengming.text.together import together


def _traditional(draft: Draft) -> Iterator[Finding]:
    if draft.script != "zh-Hans":
        return
    blocks = draft.document.blocks
    simplified = together(to_simplified, [block.text for block in blocks])
    for block, text in zip(blocks, simplified, strict=True):
        if text != block.text and not has_kana(block.text):
            yield from _findings(block, text)


def _findings(block: Block, simplified: str) -> Iterator[Finding]:
    """One finding for each run of characters that stand together in the source too."""
    pairs = enumerate(zip(block.text, simplified, strict=True))
    changed = [index for index, (old, new) in pairs if old != new]
    for _, group in groupby(enumerate(changed), lambda pair: block.origin(pair[1]) - pair[0]):
        run = [index for _, index in group]
        span = block.locate(Span(run[0], run[-1] + 1))
        old, new = block.text[run[0] : run[-1] + 1], simplified[run[0] : run[-1] + 1]
        yield Finding(
            "ZH001",
            "warning",
            span,
            Message(
                f'Traditional "{old}" in a Simplified text: "{new}"',
                f"简体文本中的繁体字“{old}”：“{new}”",
            ),
            Fix("safe", (Edit(span, new),)),
        )


ZH001 = Rule(
    "ZH001",
    Message("Traditional characters in a Simplified text", "简体文本中夹用繁体字"),
    Message(
        "Converted block by block with OpenCC t2s, so that words decide (理髮, 發現). Names known to "
        "the glossary come first. Text with Japanese syllables is left alone.",
        "按段用 OpenCC t2s 转换，由词决定字（理髮、發現）；词库中的名称优先。含日文假名的文字不动。",
    ),
    _traditional,
    failing=("最明確的選擇", "藥物治療"),
    passing=("最明确的选择", "抗PD-1療法の選択はがん治療です。"),
)


@cache
def _is_simplified(character: str) -> bool:
    """Whether a character is in the mainland's standard set and in no Traditional one.

    What both use (后, 里, 台) is encodable in both; what only Simplified text has, in GB 2312 alone.
    """
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    try:
        character.encode("big5hkscs")
    except UnicodeEncodeError:
        return True
    return False


def _simplified(draft: Draft) -> Iterator[Finding]:
    if draft.script in ("zh-Hans", "keep"):
        return
    findings = []
    for block in draft.document.blocks:
        known = {character for character in set(block.text) if _is_simplified(character)}
        if not known or has_kana(block.text):
            continue
        for match in re.finditer(f"[{''.join(sorted(known))}]+", block.text):
            span = block.locate(Span(*match.span()))
            message = Message(
                f'Simplified "{match.group()}" in a Traditional text',
                f"繁體文本中的簡體字“{match.group()}”",
            )
            findings.append(Finding("ZH002", "warning", span, message))
    what = Message("words in Simplified characters", "简体字")
    yield from summarise(draft, findings, what)


ZH002 = Rule(
    "ZH002",
    Message("Simplified characters in a Traditional text", "繁體文本中夾用簡體字"),
    Message(
        "Where Traditional Chinese is wanted (zh-Hant, zh-TW, zh-HK), characters that only "
        "Simplified text has are told. One Simplified character may stand for several Traditional "
        "ones (发: 發 or 髮), so nothing is rewritten. Source: GB 2312-80 and HKSCS-2008, by which "
        "the characters are told apart.",
        "目标文字为繁体（zh-Hant、zh-TW、zh-HK）时，报告仅简体使用的字。一个简体字可对应多个繁体字"
        "（发：發、髮），故不改写。来源：以GB 2312—80与HKSCS-2008字集区分。",
    ),
    _simplified,
    failing=("藥物治疗", "藥物的疗效與安全性"),
    passing=("藥物治療的療效與安全性", "前后、公里與台灣"),
)
