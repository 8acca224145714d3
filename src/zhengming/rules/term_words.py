"""TERM008: 适应症, 禁忌症, 综合症, where medical editing writes 证 and 征."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.text.span import Span

_BETTER = {"适应症": "适应证", "禁忌症": "禁忌证", "综合症": "综合征"}
_WORDS = re.compile(f"症(?<={'|'.join(_BETTER)})")  # found fast: see text/words.py
_LENGTH = 3
_LABEL = "【[［"  # opens the heading of a section of a label


def _words(draft: Draft) -> Iterator[Finding]:
    """One finding for each word, at its first place."""
    places: dict[str, list[Span]] = {}
    for block in draft.document.blocks:
        for match in _WORDS.finditer(block.text):
            start, end = match.end() - _LENGTH, match.end()
            if start and block.text[start - 1] in _LABEL:
                continue
            word, span = block.text[start:end], block.locate((start, end))
            places.setdefault(word, []).append(span)
    for word, spans in places.items():
        yield Finding(
            "TERM008",
            "question",
            spans[0],
            Message(
                f'"{word}" ({len(spans)}×): medical journals write "{_BETTER[word]}"',
                f"“{word}”（{len(spans)}处）：医学期刊写作“{_BETTER[word]}”",
            ),
        )


TERM008 = Rule(
    "TERM008",
    Message("症 where medical journals write 证 or 征", "“症”“证”“征”混用"),
    Message(
        "症 is for symptoms and complications, 证 for what speaks for or against a treatment "
        "(适应证, 禁忌证), 征 for signs and syndromes (综合征). Labels print the heading 【适应症】, "
        "which is left alone, as are words in Traditional Chinese. Source: the journals of the "
        "Chinese Medical Association, which write so since 2000.",
        "“症”用于症状和并发症，“证”用于适应证、禁忌证，“征”用于征象和综合征。说明书标题【适应症】及"
        "繁体文本不在此列。来源：中华医学会系列杂志自2000年起的用法。",
    ),
    _words,
    failing=("这属于超适应症用药。", "禁忌症与综合症"),
    passing=("这属于超适应证用药。", "说明书【适应症】一项；并发症与后遗症；適應症"),
)
