"""ZH002: Simplified characters in a Traditional text.

Most Simplified characters are in Traditional use too (后, 里, 干), so that a passage has to be
told to be Simplified before it is converted: to convert 干擾素 would make 幹擾素 of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from zhengming.rules.base import Draft, Finding, Fix, Message, Passage, Rule
from zhengming.rules.script import runs
from zhengming.text.edit import Edit
from zhengming.text.script import has_kana, is_simplified_only, to_traditional

_HAN_FROM = "\u3400"


class _Counted(NamedTuple):
    """A passage, and how many of its characters belong to one script alone."""

    passage: Passage
    simplified: int
    traditional: int


def _simplified(draft: Draft) -> Iterator[Finding]:
    place = draft.script
    if place in ("zh-Hans", "keep"):
        return
    counted = [
        _counted(passage, place) for passage in draft.passages if not has_kana(passage.block.text)
    ]
    balance = sum(simplified - traditional for _, simplified, traditional in counted)
    for passage, simplified, traditional in counted:
        own = simplified - traditional
        is_simplified = own > 0 or (own == 0 and balance > 0)
        if is_simplified or simplified:
            yield from _findings(passage, place, is_simplified)


def _counted(passage: Passage, place: str) -> _Counted:
    simplified = traditional = 0
    for at, position in _han(passage):
        written, folded = passage.block.text[position], passage.projection.text[at]
        simplified += written == folded and is_simplified_only(written, place)
        traditional += written != folded
    return _Counted(passage, simplified, traditional)


def _han(passage: Passage) -> Iterator[tuple[int, int]]:
    """Where each Han character stands in the projection, gaps left out, and in the block."""
    block, projection, _ = passage
    end = len(projection.text)
    for at, position in enumerate(projection.positions(0, end) if end else ()):
        if block.text[position] >= _HAN_FROM:
            yield at, position


def _letters_of_names(passage: Passage) -> set[int]:
    """The places of drug names: their characters stand for sounds, not for words."""
    drugs = (m for m in passage.mentions if m.sense.concept.kind == "drug")
    return {position for mention in drugs for position in mention.positions}


def _findings(passage: Passage, place: str, is_simplified: bool) -> Iterator[Finding]:
    block, folded = passage.block, passage.projection.text
    converted, names = to_traditional(folded, place), _letters_of_names(passage)
    changed: dict[int, str] = {}
    for at, position in _han(passage):
        old, new = block.text[position], converted[at]
        if old == new or old != folded[at] or not (is_simplified or is_simplified_only(old, place)):
            continue
        if position not in names or to_traditional(old, place) != old:  # 依托泊苷 is no 依託
            changed[position] = new
    for span, old, new in runs(passage, changed):
        message = Message(
            f'Simplified "{old}" in a Traditional text: "{new}"',
            f"繁體文本中的簡體字“{old}”：“{new}”",
        )
        yield Finding("ZH002", "warning", span, message, Fix("safe", (Edit(span, new),)))


ZH002 = Rule(
    "ZH002",
    Message("Simplified characters in a Traditional text", "繁體文本中夾用簡體字"),
    Message(
        "Where Traditional Chinese is wanted (zh-Hant, zh-TW, zh-HK), Simplified passages are "
        "converted with OpenCC (s2t, s2tw, s2hk), so that words decide (头发, 发现) and no word is "
        "replaced by that of another place; where two words may be read (后头发), read the result. "
        "In a passage that is Traditional already only characters that Simplified text alone has "
        "are converted. Source: the first plane of Big5, by which the characters are told apart.",
        "目标文字为繁体（zh-Hant、zh-TW、zh-HK）时，简体段落用 OpenCC 转换（s2t、s2tw、s2hk），由词决定字"
        "（头发、发现），不换用他地词汇；词有两读处（后头发）请校读。原为繁体的段落只转换仅简体使用的字。"
        "来源：以 Big5 常用字区分。",
    ),
    _simplified,
    failing=("藥物治疗", "藥物的疗效與安全性"),
    passing=("藥物治療的療效與安全性", "前后、公里與台灣"),
)
