"""ZH001: Traditional characters in a Simplified text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import groupby

from zhengming.rules.base import Draft, Finding, Fix, Message, Passage, Rule
from zhengming.text.edit import Edit
from zhengming.text.script import has_kana, in_simplified
from zhengming.text.span import Span
from zhengming.text.together import together


def _traditional(draft: Draft) -> Iterator[Finding]:
    if draft.script != "zh-Hans":
        return
    simplified = together(in_simplified, [block.text for block in draft.document.blocks])
    for passage, text in zip(draft.passages, simplified, strict=True):
        written = passage.block.text
        if text != written and not has_kana(written):
            yield from _findings(passage, text)


def _findings(passage: Passage, simplified: str) -> Iterator[Finding]:
    pairs = enumerate(zip(passage.block.text, simplified, strict=True))
    changed = {index: new for index, (old, new) in pairs if old != new}
    for span, old, new in runs(passage, changed):
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


def runs(passage: Passage, changed: Mapping[int, str]) -> Iterator[tuple[Span, str, str]]:
    """Changed characters that stand together in the source: where, what, and what they become.

    They are parted where a name begins or ends, since a name may be rewritten instead.

    Args:
        passage: in which the characters stand.
        changed: offsets in the block, rising, each with its new character.
    """
    block = passage.block
    edges = [edge for mention in passage.mentions for edge in (mention.start, mention.end)]

    def stretch(pair: tuple[int, int]) -> tuple[int, int]:
        rank, index = pair
        return block.origin(index) - rank, bisect_right(edges, index)

    for _, group in groupby(enumerate(changed), stretch):
        run = [index for _, index in group]
        first, end = run[0], run[-1] + 1
        new = "".join(changed[index] for index in run)
        yield block.locate((first, end)), block.text[first:end], new


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
    passing=("最明确的选择", "磺胺甲噁唑", "抗PD-1療法の選択はがん治療です。"),
)
