"""TERM004: names built like a drug's that the glossary does not know."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from zhengming.glossary.forms import pattern_of
from zhengming.rules.base import Draft, Finding, Message, Rule
from zhengming.rules.stems import DrugLike, drug_like, one_edit_apart
from zhengming.text.projection import project
from zhengming.text.span import Span


def _unknown(draft: Draft) -> Iterator[Finding]:
    known: Mapping[str, Sequence[str]] | None = None
    told: set[str] = set()
    for block in draft.document.blocks:
        projection = project(block.text)
        for word in drug_like(projection.text):
            if word.text in told:
                continue
            span = Span(projection.origin(word.start), projection.origin(word.end - 1) + 1)
            place = block.locate(span)
            if draft.named.collides(place) or any(map(draft.names.matcher.forms, _tails(word))):
                continue
            told.add(word.text)
            known = _names(draft) if known is None else known
            near = _near(word, known[word.stem])
            yield _finding(word, near, place)


def _names(draft: Draft) -> Mapping[str, Sequence[str]]:
    """The drug names of the glossary by the stem they end in; keys are patterns."""
    names: dict[str, list[str]] = defaultdict(list)
    for concept in draft.names.glossary.concepts.values():
        if concept.kind == "drug":
            for term in concept.terms:
                if term.status in ("preferred", "admitted"):
                    pattern = pattern_of(term.text)
                    for word in drug_like(pattern):
                        if word.end == len(pattern):
                            names[word.stem].append(term.text)
    return names


def _tails(word: DrugLike) -> Sequence[str]:
    """The word, and without its first characters: in Chinese they may be the sentence's."""
    if word.text.isascii():
        return (word.text,)
    return [word.text[at:] for at in range(len(word.text) - len(word.stem))]


def _near(word: DrugLike, known: Sequence[str]) -> list[str]:
    """Known names that one edit parts from the word."""
    return sorted({name for name in known for tail in _tails(word) if one_edit_apart(tail, name)})


def _finding(word: DrugLike, near: Sequence[str], span: Span) -> Finding:
    also = f"; near names: {', '.join(near)}" if near else ""
    auch = f"；近似名称：{'、'.join(near)}" if near else ""
    return Finding(
        "TERM004",
        "question",
        span,
        Message(
            f'"{word.text}" is built like the name of a {word.group}, but the glossary does not '
            f"know it{also}",
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
        "患者口服奥卡替尼。",
        "给予恩沙\n替布替尼治疗。",
        "patients on lorlatanib and ocatinib",
    ),
    passing=(
        "替尼泊苷、莫达非尼、吡非尼酮、西利宾安、佐米曲普坦、司莫司汀、恩曲他滨、阿克苏",
        "某单抗类药物与替尼类药物",
        "患者口服洛拉替尼（lorlatinib）。",
    ),
)
