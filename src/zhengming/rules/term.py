"""TERM001, TERM002: names that have a better name."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.glossary.model import Concept
from zhengming.glossary.rewrite import edits_for, replacement
from zhengming.rules.base import Draft, Finding, Fix, Located, Message, Rule
from zhengming.text.edit import Edit
from zhengming.text.span import Span


def fix_for(located: Located, edits: tuple[Edit, ...]) -> Fix:
    """A safe fix from edits of the block's text."""
    block = located.block
    moved = (Edit(Span(block.origin(e.span.start), _end(located, e)), e.content) for e in edits)
    return Fix("safe", tuple(moved))


def _end(located: Located, edit: Edit) -> int:
    if edit.span.start == edit.span.end:
        return located.block.origin(edit.span.start)
    return located.block.origin(edit.span.end - 1) + 1


def _variants(draft: Draft) -> Iterator[Finding]:
    for located in draft.mentions:
        mention = located.mention
        concept, term = mention.sense.concept, mention.sense.term
        if len(mention.senses) > 1 or concept.kind == "trial" or not term.is_variant:
            continue
        better = concept.preferred("zh-CN" if term.lang.startswith("zh") else term.lang)
        if better is None:
            continue
        target = replacement(mention, located.block.text)
        if target:
            fix = fix_for(located, edits_for(mention, located.block.text, target))
            yield _variant(located, concept, better.text, fix)
        elif term.lang.startswith("zh"):
            yield _unproven(located, concept, better.text)


def _variant(located: Located, concept: Concept, better: str, fix: Fix) -> Finding:
    written = located.mention.sense.term.text
    return Finding(
        "TERM001",
        "error",
        located.span,
        Message(
            f'"{written}" should be "{better}" ({concept.label})',
            f"“{written}”应写作“{better}”（{concept.label}）",
        ),
        fix,
        concept.id,
    )


def _unproven(located: Located, concept: Concept, better: str) -> Finding:
    written = located.mention.sense.term.text
    return Finding(
        "TERM002",
        "question",
        located.span,
        Message(
            f'is "{written}" meant as "{better}" ({concept.label})? no document shows it, so it is '
            "not rewritten",
            f"“{written}”是否指“{better}”（{concept.label}）？尚无文献依据，故不改写",
        ),
        concept=concept.id,
    )


TERM001 = Rule(
    "TERM001",
    Message("a name that is not the preferred one", "非首选名称"),
    Message(
        "The glossary shows, with documents, that this Chinese name is a variant of the generic "
        "name approved on the mainland. One drug, one name: readers compare doses and trials by "
        "name. The fix is safe and changes only the characters that differ.",
        "词库以文献证明该中文名是内地通用名的异写。一药一名，读者才能按名称核对剂量和试验。"
        "修正是安全的，只改动不同的字。",
    ),
    lambda draft: (f for f in _variants(draft) if f.rule == "TERM001"),
    failing=("患者口服劳拉替尼。", "色瑞\n替尼联合贝伐珠单抗。"),
    passing=("患者口服洛拉替尼。", "德曲妥珠单抗是抗体偶联药物。"),
)
TERM002 = Rule(
    "TERM002",
    Message("a variant that no document proves", "无文献依据的异写"),
    Message(
        "The glossary lists this form as a likely variant but holds no document that shows it. "
        "It is asked about and never rewritten.",
        "词库将该形式列为可能的异写，但没有文献依据：只提问，不改写。",
    ),
    lambda draft: (f for f in _variants(draft) if f.rule == "TERM002"),
    failing=("患者口服罗拉替尼。", "给予克里唑替尼治疗。"),
    passing=("患者口服洛拉替尼。", "患者口服劳拉替尼。"),
)
