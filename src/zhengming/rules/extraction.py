"""ZH006, ZH007: what typesetting and extraction do to characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.text.script import LETTER, has_han

_ROMAN = "(?:III|II|IV|I|VI|V)"
_STAGE = re.compile("期(?<=[IVabcABC]期)")  # found fast: see text/words.py
_PHASE = re.compile(rf"(?<![A-Za-z0-9-]){_ROMAN}[abcABC]?(?:[/~～、至和或-]{_ROMAN}[abcABC]?)?\Z")
_LONGEST = 9  # characters of one or two numerals


def _phases(draft: Draft) -> Iterator[Finding]:
    """One finding a document, at the first place."""
    spans = [
        block.locate(match.span())
        for block in draft.document.blocks
        for stage in _STAGE.finditer(block.text)
        if (match := _numerals(block.text, stage.start()))
    ]
    if spans:
        written = draft.document.text[spans[0].start : spans[0].end]
        yield Finding(
            "ZH006",
            "question",
            spans[0],
            Message(
                f'"{written}期" ({len(spans)}×) has Roman numerals in Latin letters; '
                "Chinese journals print Ⅰ, Ⅱ, Ⅲ, Ⅳ",
                f"“{written}期”等{len(spans)}处以拉丁字母作罗马数字；中文期刊多用Ⅰ、Ⅱ、Ⅲ、Ⅳ",
            ),
        )


def _numerals(text: str, end: int) -> re.Match[str] | None:
    return _PHASE.search(text, max(end - _LONGEST, 0), end)


# U+2043 or the soft hyphen before a line end; four or more Han characters set apart by spaces.
_HYPHENATED = tuple(re.compile(rf"{hyphen}[^\S\r\n]*[\r\n]") for hyphen in "\u2043\u00ad")
_SPACED = re.compile(rf"{f' {LETTER}' * 4}(?!{LETTER})(?: {LETTER}(?!{LETTER}))*")
_FEWEST = 3


def _extracted(draft: Draft) -> Iterator[Finding]:
    """One finding a document, at the first place."""
    spans = sorted(
        block.locate(match.span())
        for block in draft.document.blocks
        for pattern in (*_HYPHENATED, _SPACED)
        for match in pattern.finditer(block.text)
        if pattern is not _SPACED or all(map(has_han, match.group().split()))
    )
    if len(spans) >= _FEWEST:
        yield Finding(
            "ZH007",
            "question",
            spans[0],
            Message(
                f"this text looks like the extract of a PDF: {len(spans)} words are broken by "
                "typesetting hyphens or spaced out, here the first; names are found across them, "
                "but repair the text before it goes on",
                f"文本似由PDF提取：{len(spans)}处被排版连字符断开或逐字加空格，此为第一处；"
                "名称仍可识别，但请先修复文本",
            ),
        )


ZH006 = Rule(
    "ZH006",
    Message("Roman numerals of phases and stages in Latin letters", "以拉丁字母书写的分期罗马数字"),
    Message(
        "Phases of trials and stages of disease are printed Ⅰ期, Ⅱ期, Ⅲ期 by most Chinese medical "
        "journals; I期 looks like the letter and sorts apart. Houses differ (Unicode itself prefers "
        "letters), so this is a question, told once a document.",
        "多数中文医学期刊将临床试验与疾病分期印作Ⅰ期、Ⅱ期、Ⅲ期；I期易与字母相混，检索亦不一致。"
        "各刊体例不一（Unicode建议用字母），故仅提问，每个文档一次。",
    ),
    _phases,
    failing=("多数处于I期或II期阶段", "III期随机对照研究"),
    passing=("多数处于Ⅰ期或Ⅱ期阶段", "phase III trial, 第3期，AAVI期"),
)
ZH007 = Rule(
    "ZH007",
    Message("text broken by PDF extraction", "PDF提取造成的断字"),
    Message(
        "Extraction leaves typesetting hyphens (U+2043, U+00AD) at line ends and spaces between the "
        "characters of justified lines. Names are found across them, but searches, translation "
        "memories and readers stumble. Told once a document.",
        "提取PDF会在行末留下排版连字符（U+2043、U+00AD），并在两端对齐的行内逐字加空格。"
        "本工具能跨越它们识别名称，但检索、翻译记忆与读者会受影响。每个文档只报告一次。",
    ),
    _extracted,
    failing=(
        "crizo⁃\ntinib，alec⁃\ntinib，lorla⁃\ntinib",
        "胞 系 中 被 发 现\n\n复 合 突 变 有 效\n\n等 复 合 突 变",
    ),
    passing=("crizotinib，alectinib", "前 言\n\n参 考 文 献\n\n张 三"),
)
