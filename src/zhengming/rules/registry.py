"""REG: trial registry ids, their shape and the trial they belong to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache

from zhengming.documents import Block
from zhengming.glossary.loaded import LoadedGlossary
from zhengming.glossary.model import Concept
from zhengming.rules.base import Draft, Finding, Located, Message, Rule
from zhengming.rules.near import Near
from zhengming.rules.registry_ids import RegistryId, registries_in, registry_ids
from zhengming.text.span import Span

_REACH = 60
_BEHIND = re.compile(
    r"[\s\u2043]*(?:[Ⅰ-ⅣI/\d]+期)?(?:临床)?(?:研究|试验|trial\b|study\b)?[\s，,]*[（(\[［]?\s*"
    r"(?:clinicaltrials\.gov)?\s*(?:(?:临床试验)?(?:注册|登记)号|identifier|registration number|no\.)?"
    r"\s*[:：,，]?\s*",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\s?[（(]\s?")


def _malformed(draft: Draft) -> Iterator[Finding]:
    for block, found in draft.once(_ids):
        if found.is_well_formed:
            continue
        shape = found.registry.shape
        near = _near_ids(draft.names).of([found.written])
        also = f"; is {' or '.join(near)} meant?" if near else ""
        auch = f"；是否为{'或'.join(near)}？" if near else ""
        yield Finding(
            "REG001",
            "error",
            block.locate((found.start, found.end)),
            Message(
                f'"{found.written}" is no id of {found.registry.name}: {shape[0]}{also}',
                f"“{found.written}”不是{found.registry.name}的注册号：应为{shape[1]}{auch}",
            ),
        )


def _misplaced(draft: Draft) -> Iterator[Finding]:
    owners: Mapping[str, Concept] | None = None
    trials: list[Located] = []
    for block, found in draft.once(_ids):
        if not found.is_well_formed:
            continue
        if owners is None:
            owners = _owners(draft.names)
            trials = [m for m in draft.mentions if m.mention.sense.concept.kind == "trial"]
        span = block.locate((found.start, found.end))
        trial = _beside(draft.document.text, trials, span)
        if trial is None:
            continue
        own = {number for s in trial.mention.senses for number in s.concept.registry}
        owner = owners.get(found.written)
        if found.written not in own and (owner or own):
            yield _misplacement(found, span, trial.mention.sense.concept, owner, own)


def _ids(draft: Draft) -> tuple[tuple[Block, RegistryId], ...]:
    registries = registries_in(draft.document.text)
    return tuple(
        (block, found)
        for block in (draft.document.blocks if registries else ())
        for found in registry_ids(block.text, registries)
    )


@lru_cache(maxsize=1)
def _owners(names: LoadedGlossary) -> Mapping[str, Concept]:
    """Trials of the glossary by registry id."""
    concepts = names.glossary.concepts.values()
    return {number: concept for concept in concepts for number in concept.registry}


@lru_cache(maxsize=1)
def _near_ids(names: LoadedGlossary) -> Near:
    return Near(_owners(names))


def _beside(text: str, trials: list[Located], span: Span) -> Located | None:
    """The trial that is named directly before an id, or in brackets behind it."""
    index = bisect_left(trials, span.start, key=lambda located: located.span.start)
    if index:
        before = trials[index - 1]
        end = before.span.end
        if span.start - end <= _REACH and _BEHIND.fullmatch(text, end, span.start):
            return before
    if index < len(trials) and _AHEAD.fullmatch(text, span.end, trials[index].span.start):
        return trials[index]
    return None


def _misplacement(
    found: RegistryId, span: Span, trial: Concept, owner: Concept | None, own: set[str]
) -> Finding:
    ids = " or ".join(sorted(own))
    if owner:
        ask = f"; {trial.label} is {ids}" if ids else ""
        frage = f"；{trial.label}为{ids}" if ids else ""
        message = Message(
            f"{found.written} is the trial {owner.label}, not {trial.label}{ask}",
            f"{found.written}属于试验{owner.label}，不是{trial.label}{frage}",
        )
    else:
        message = Message(
            f"is {found.written} the trial {trial.label}? the glossary has {ids}",
            f"{found.written}是否为试验{trial.label}？词库中为{ids}",
        )
    return Finding("REG002", "error" if owner else "question", span, message, concept=trial.id)


REG001 = Rule(
    "REG001",
    Message("a malformed trial registry id", "注册号格式有误"),
    Message(
        "An id that does not have the shape of its registry leads nowhere: NCT and 8 digits, "
        "ChiCTR and 10 (before 2018 as ChiCTR-TRC-12345678), EudraCT 2004-000446-20, ISRCTN and 8, "
        "jRCT and 10, UMIN and 9, DRKS and 8, ACTRN and 14, CTRI/2018/01/012345, KCT and 7, CTR and "
        "8. Ids of the glossary one digit away are listed, never written. Source: the registries' "
        "own pages; WHO ICTRP, registry network.",
        "格式不符的注册号无从检索：NCT加8位数字，ChiCTR加10位（2018年前如ChiCTR-TRC-12345678），"
        "EudraCT如2004-000446-20，ISRCTN加8位，jRCT加10位，UMIN加9位，DRKS加8位，ACTRN加14位，"
        "KCT加7位，CTR加8位。仅列出词库中一位之差的注册号，绝不改写。来源：各注册机构；WHO ICTRP。",
    ),
    _malformed,
    failing=("研究（NCT0270662）正在进行。", "registered as ChiCTR18000123 and ISRCTN1234567"),
    passing=(
        "研究（NCT02706626、NCT 02706626）、ChiCTR1800012345、ChiCTR-TRC-10001234",
        "EudraCT 2004-000446-20, ISRCTN12345678, jRCT2031200125, jRCTs031180001, CTR20140001",
    ),
)
REG002 = Rule(
    "REG002",
    Message("a registry id that belongs to another trial", "注册号与试验名不符"),
    Message(
        "The registry id directly beside a trial's name is, in the glossary, another trial's, or the "
        "trial has another id there. Copying the line above is the usual way to get there. A trial "
        "may have several ids: if yours is right, add it to the glossary. Source: the registry "
        "entries and primary papers named in the glossary.",
        "试验名旁的注册号在词库中属于另一试验，或该试验在词库中有不同的注册号，多因复制上一行所致。"
        "一个试验可有多个注册号：若无误，请补入词库。来源：词库所列注册信息与首篇论文。",
    ),
    _misplaced,
    failing=("ALEX 研究（NCT03052608）", "CROWN（注册号：NCT02075840）显示获益"),
    passing=(
        "ALEX 研究（NCT02075840）与 CROWN（NCT03052608）",
        "与 ALEX 研究不同，本研究（NCT01234567）入组……",
    ),
)
