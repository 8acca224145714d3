"""TERM004: names built like a drug's that the glossary does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from zhengming.glossary.loaded import LoadedGlossary
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.near import Near
from zhengming.rules.stems import DrugLike, drug_like
from zhengming.text.span import Span


def _unknown(draft: Draft) -> Iterator[Finding]:
    told: set[str] = set()
    for block, projection, mentions in draft.passages:
        known = iter(mentions)
        name = next(known, None)
        for word in drug_like(projection.text):
            start, end, _ = projection.stretch(word.start, word.end)
            while name and name.end <= start:
                name = next(known, None)
            if name and name.start < end:
                continue  # a known name stands here
            if word.text in told or any(map(draft.names.matcher.forms, word.tails())):
                continue
            told.add(word.text)
            span = block.locate((start, end))
            yield _finding(word, _near_names(draft.names).of(word.tails()), span)


@lru_cache(maxsize=1)
def _near_names(names: LoadedGlossary) -> Near:
    return Near(
        term.text
        for concept in names.glossary.concepts.values()
        for term in concept.terms
        if concept.kind == "drug" and term.status in ("preferred", "admitted")
    )


def _finding(word: DrugLike, near: Sequence[str], span: Span) -> Finding:
    also = f"; near names: {', '.join(near)}" if near else ""
    auch = f"；近似名称：{'、'.join(near)}" if near else ""
    return Finding(
        "TERM004",
        "question",
        span,
        Message(
            f'"{word.text}" ends like a generic name (-{word.stem}: {word.group}), but the glossary '
            f"does not know it{also}",
            f"“{word.text}”形似药物通用名（-{word.stem}），但词库中没有{auch}",
        ),
    )


TERM004 = Rule(
    "TERM004",
    Message("a drug-like name that the glossary does not know", "词库中没有的药名"),
    Message(
        "Generic names end in a stem that tells their class (-tinib 替尼, -mab 单抗). A name with a "
        "stem that the glossary does not know is new, or misspelled; names one character away are "
        "listed to compare, never written. A known drug may be one of them: check the label, or "
        "add the name to a glossary of your own. Told once a document. Source: WHO, The use of "
        "stems in the selection of INN, 2018.",
        "通用名以词干表示类别（替尼 -tinib、单抗 -mab）。带有词干而词库中没有的名称，或为新药，或为误写；"
        "仅列出一字之差的名称供比较，绝不改写。请核对说明书，或将其加入自己的词库。每个文档只报告一次。"
        "来源：世界卫生组织《INN词干的使用》（2018）。",
    ),
    _unknown,
    failing=(
        "患者口服洛恩替尼。",
        "给予维\n拉替尼治疗。",
        "patients on crizotinib and larlatinib",
    ),
    passing=(
        "替尼泊苷、莫达非尼、吡非尼酮、西利宾安、佐米曲普坦、司莫司汀、恩曲他滨、阿克苏",
        "某单抗类药物与替尼类药物",
        "患者口服洛拉替尼（lorlatinib）。",
    ),
)
