"""TERM001, TERM002: names that have a better name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from zhengming.glossary.evidence import proves
from zhengming.glossary.forms import Sense
from zhengming.glossary.model import Term
from zhengming.glossary.rewrite import variant_target
from zhengming.rules.base import Draft, Finding, Fix, Located, Message, Name, Rule
from zhengming.rules.told_names import is_told
from zhengming.text.edit import LINE_ENDS, Edit, Safety, minimal_edits
from zhengming.text.script import name_to_traditional, to_simplified, to_traditional

_BROKEN = re.compile(f"[{LINE_ENDS}]")


def fix_for(located: Located, name: str, safety: Safety = "safe") -> Fix | None:
    """The fix, in the document, that turns a name into another; none that would join two lines."""
    text, mention = located.block.text, located.mention
    if _BROKEN.search(text, mention.start, mention.end):
        edits = minimal_edits(text, mention.positions, name)
        if any(_BROKEN.fullmatch(text, *edit.span) for edit in edits):
            return None
    return Fix(safety, partial(_edits, located, name))


def _edits(located: Located, name: str) -> tuple[Edit, ...]:
    block, mention = located.block, located.mention
    edits = minimal_edits(block.text, mention.positions, name)
    return tuple([Edit(block.locate(span), content) for span, content in edits])


def _variants(draft: Draft) -> Iterator[Finding]:
    """Variants that are to be rewritten."""
    for name, places in draft.named.items():
        better = _better(name.senses)
        if better is None or not better.proven:
            continue
        concept, term = name.senses[0].concept, name.senses[0].term
        label, wording = concept.label, _wording(draft, name, better.term)
        message = Message(
            f'"{term.text}" should be "{wording}" ({label})',
            f"“{term.text}”应写作“{wording}”（{label}）",
        )
        for located in places:
            if is_told(located.block.text, *located.mention.span, wording):
                continue
            fix = fix_for(located, wording)
            yield Finding("TERM001", "error", located.span, message, fix, concept.id)


def _unproven(draft: Draft) -> Iterator[Finding]:
    """Chinese variants that nothing allows to rewrite."""
    for name, places in draft.named.items():
        better = _better(name.senses)
        concept, term = name.senses[0].concept, name.senses[0].term
        if better is None or better.proven or not term.lang.startswith("zh"):
            continue
        label = concept.label
        grade = term.evidence.grade
        message = Message(
            f'is "{term.text}" meant as "{better.term.text}" ({label})? the evidence '
            f"(grade {grade}) does not allow a rewrite",
            f"“{term.text}”是否指“{better.term.text}”（{label}）？证据等级 {grade}，不足以改写",
        )
        for located in places:
            yield Finding("TERM002", "question", located.span, message, concept=concept.id)


class _Better(NamedTuple):
    """The preferred name, and whether the evidence allows to write it unasked."""

    term: Term
    proven: bool


@lru_cache(maxsize=2**16)  # a glossary gives the same answer in every draft
def _better(senses: tuple[Sense, ...]) -> _Better | None:
    """What to write for a name that means one thing and is the variant of one other than a trial's."""
    concept, term = senses[0].concept, senses[0].term
    if len(senses) > 1 or concept.kind == "trial" or not term.is_variant:
        return None
    better = concept.preferred("zh-CN" if term.lang.startswith("zh") else term.lang)
    return _Better(better, variant_target(concept, term) is not None) if better else None


def _wording(draft: Draft, name: Name, target: Term) -> str:
    """The name to write: the one of the place that the text is for, else in the text's script."""
    concept, term = name.senses[0].concept, name.senses[0].term
    script = draft.script
    convert = name_to_traditional if concept.kind == "drug" else to_traditional
    if script == "zh-Hans" or not target.lang.startswith("zh"):
        return target.text
    if script == "keep":
        is_simplified = to_simplified(name.written) == name.written
        return target.text if is_simplified else convert(target.text, "zh-Hant")
    local = concept.preferred(script)
    if local and local.lang == script and proves(term, local):
        return local.text
    return convert(target.text, script)


TERM001 = Rule(
    "TERM001",
    Message("a name that is not the preferred one", "非首选名称"),
    Message(
        "The glossary shows, with documents, that this Chinese name is a variant of the generic "
        "name approved on the mainland. One drug, one name: readers compare doses and trials by "
        "name. The fix is safe and changes only the characters that differ. In a Traditional text "
        "the better name is written in its characters, or as its place calls the drug. A name that "
        "the text tells about (曾用名劳拉替尼), that stands beside the better one, or within a title in "
        "《》 is left as it is.",
        "词库以文献证明该中文名是内地通用名的异写。一药一名，读者才能按名称核对剂量和试验。"
        "修正是安全的，只改动不同的字。繁体文本中以繁体字书写，词库载有当地药名时用当地药名。"
        "文中作为别名提及（曾用名劳拉替尼）、与首选名并列或位于书名号内的名称不动。",
    ),
    _variants,
    failing=("患者口服劳拉替尼。", "色瑞\n替尼联合贝伐珠单抗。"),
    passing=("患者口服洛拉替尼。", "德曲妥珠单抗是抗体偶联药物。", "洛拉替尼（曾用名劳拉替尼）"),
)
TERM002 = Rule(
    "TERM002",
    Message("a variant that no document proves", "无文献依据的异写"),
    Message(
        "The glossary lists this form as a likely variant but holds no document that shows it. "
        "It is asked about and never rewritten.",
        "词库将该形式列为可能的异写，但没有文献依据：只提问，不改写。",
    ),
    _unproven,
    failing=("患者口服罗拉替尼。", "给予克里唑替尼治疗。"),
    passing=("患者口服洛拉替尼。", "患者口服劳拉替尼。"),
)
