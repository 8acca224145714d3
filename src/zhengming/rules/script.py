"""ZH: the script of Chinese prose."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from zhengming.documents import Block
from zhengming.rules.base import Draft, Finding, Fix, Message, Rule
from zhengming.text.edit import Edit
from zhengming.text.script import has_kana, to_simplified
from zhengming.text.span import Span


def _traditional(draft: Draft) -> Iterator[Finding]:
    if draft.script == "keep":
        return
    for block in draft.document.blocks:
        if has_kana(block.text):
            continue
        simplified = to_simplified(block.text)
        if simplified != block.text:
            yield from _findings(block, simplified)


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
