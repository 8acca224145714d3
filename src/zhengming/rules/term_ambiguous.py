"""TERM003: names that several concepts share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from zhengming.glossary.model import Concept
from zhengming.rules.base import Draft, Finding, Located, Message, Rule

_BESIDE = re.compile(r"[\s\u2043（(［\[，,、;；:：/·）)\]］]{0,6}(?:简称|又称|即|or |i\.e\. ?)?")


def _ambiguous(draft: Draft) -> Iterator[Finding]:
    settled: dict[str, bool] = {}
    for index, located in enumerate(draft.mentions):
        senses = located.mention.senses
        if len(senses) < 2 or not any(sense.term.status == "ambiguous" for sense in senses):
            continue
        concepts = {sense.concept.id: sense.concept for sense in senses}
        written = senses[0].term.text
        if len(concepts) < 2:
            continue
        if written not in settled:
            settled[written] = _is_registered(draft, concepts)
        if not settled[written]:
            settled[written] = _is_beside(draft, index, concepts)
        if not settled[written]:
            yield _finding(located, written, concepts)
            # Of an abbreviation one question is enough: it is explained once.
            settled[written] = all(sense.term.type == "abbreviation" for sense in senses)


def _is_registered(draft: Draft, concepts: Mapping[str, Concept]) -> bool:
    """Whether a registry id in the document tells what is meant."""
    registry = {number for concept in concepts.values() for number in concept.registry}
    return any(number in draft.document.text for number in registry)


def _is_beside(draft: Draft, index: int, concepts: Mapping[str, Concept]) -> bool:
    """Whether a name beside it tells what is meant."""
    here = draft.mentions[index]
    for other in draft.mentions[max(index - 1, 0) : index + 2]:
        if other is here or other.block is not here.block or len(other.mention.senses) > 1:
            continue
        first, second = sorted((here.mention.span, other.mention.span))
        if other.mention.sense.concept.id in concepts and _BESIDE.fullmatch(
            here.block.text, first.end, second.start
        ):
            return True
    return False


def _finding(located: Located, written: str, concepts: Mapping[str, Concept]) -> Finding:
    names = [_candidate(concept) for concept in concepts.values()]
    return Finding(
        "TERM003",
        "question",
        located.span,
        Message(
            f'"{written}" may mean {" or ".join(names)}; write the one that is meant',
            f"“{written}”可能指{'或'.join(names)}，请写明所指",
        ),
    )


def _candidate(concept: Concept) -> str:
    """The concept with what tells it apart: a trial's id and drugs, a drug's code."""
    if concept.registry:
        return f"{concept.registry[0]} ({', '.join(concept.drugs) or concept.label})"
    code = next((term.text for term in concept.terms if term.status == "code"), "")
    return f"{concept.label} ({code})" if code else concept.label


TERM003 = Rule(
    "TERM003",
    Message("a name that several drugs or trials share", "一名多指"),
    Message(
        "Documents use this name for different drugs, trials or terms. Only the author knows which "
        "is meant: write the English name, the code or the registry id beside it. A name beside it "
        "that tells, or a registry id in the document, settles it. An abbreviation is asked about once.",
        "不同文献用该名称指不同的药物、试验或术语。只有作者知道所指：请加注英文名、研发代号或注册号。"
        "旁注的名称或文中的注册号足以说明时，不再提问。缩略语每篇只问一次。",
    ),
    _ambiguous,
    failing=("患者口服瑞齐替尼。", "予瑞厄替尼治疗。"),
    passing=("患者口服洛拉替尼。", "患者口服瑞齐替尼（BPI-7711）。"),
)
