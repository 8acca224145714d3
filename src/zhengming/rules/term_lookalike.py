"""TERM005: names of different drugs, one character apart, in one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from zhengming.glossary.likeness import share_a_class_alone
from zhengming.rules.base import Draft, Finding, Located, Message, Rule
from zhengming.text.script import has_han

_SHORTEST = 3
_BESIDE = re.compile(r"\s?[（(]")


def _look_alikes(draft: Draft) -> Iterator[Finding]:
    firsts = _firsts(draft)
    pairs = list(_pairs(firsts))
    explained = _explained(draft) if pairs else frozenset()
    for name, other in pairs:
        here, there = firsts[name], firsts[other]
        concepts = here.mention.sense.concept, there.mention.sense.concept
        if all(concept.id in explained for concept in concepts):
            continue
        if concepts[0].id not in explained:
            here, there = (here, there) if concepts[1].id in explained else _later(here, there)
        else:
            here, there = there, here
        yield _finding(here, there)


def _firsts(draft: Draft) -> Mapping[str, Located]:
    """The first mention of each Chinese drug name whose meaning is one."""
    firsts: dict[str, Located] = {}
    for (_, senses), places in draft.named.items():
        name = senses[0].term.text
        if senses[0].concept.kind == "drug" and len(senses) == 1 and has_han(name):
            firsts.setdefault(name, places[0])
    return firsts


def _explained(draft: Draft) -> frozenset[str]:
    """Drugs with another name, English or a code, in brackets or in a cell behind a Chinese one."""
    drugs = [m for m in draft.mentions if m.mention.senses[0].concept.kind == "drug"]
    return frozenset(
        one.mention.sense.concept.id
        for one, two in pairwise(drugs)
        if one.mention.senses[0].concept is two.mention.senses[0].concept
        and not two.mention.sense.term.lang.startswith("zh")
        and _is_beside(draft.document.text[one.span.end : two.span.start], one, two)
    )


def _is_beside(between: str, one: Located, two: Located) -> bool:
    if one.block is two.block:
        return _BESIDE.fullmatch(between) is not None
    return one.block.kind == "cell" and "\n" not in between


def _pairs(firsts: Mapping[str, Located]) -> Iterator[tuple[str, str]]:
    """Names of different drugs that differ in one character, or that the glossary pairs."""
    by_hole: dict[str, list[str]] = defaultdict(list)
    by_concept: dict[str, list[str]] = defaultdict(list)
    for name, located in firsts.items():
        if len(name) >= _SHORTEST:
            for at in range(len(name)):
                by_hole[f"{name[:at]}\0{name[at + 1 :]}"].append(name)
        if located.mention.sense.term.status in ("preferred", "admitted"):
            by_concept[located.mention.sense.concept.id].append(name)
    # Of a whole family each name is paired with the one before it; all pairs would be too many.
    pairs = {pair for names in by_hole.values() for pair in pairwise(names)}
    for name in (name for names in by_concept.values() for name in names):
        for twin in firsts[name].mention.sense.concept.look_alikes:
            pairs |= {(name, other) for other in by_concept.get(twin, ()) if _alike(name, other)}
    seen: set[frozenset[str]] = set()
    for name, other in sorted(pairs, key=lambda pair: [firsts[n].span for n in pair]):
        ids = frozenset(firsts[n].mention.sense.concept.id for n in (name, other))
        if len(ids) == 2 and ids not in seen and not share_a_class_alone(name, other):
            seen.add(ids)
            yield name, other


def _alike(name: str, other: str) -> bool:
    """Whether two names share half their characters; drugs may have names of many kinds."""
    return 2 * len({*name} & {*other}) >= min(len(name), len(other))


def _later(one: Located, two: Located) -> tuple[Located, Located]:
    return (two, one) if one.span < two.span else (one, two)


def _finding(here: Located, there: Located) -> Finding:
    name, other = (located.mention.sense.term.text for located in (here, there))
    label, twin = (located.mention.sense.concept.label for located in (here, there))
    return Finding(
        "TERM005",
        "question",
        here.span,
        Message(
            f'"{name}" ({label}) looks like "{other}" ({twin}), which stands in this document too; '
            "make sure that each is meant, and write the English name beside it once",
            f"“{name}”（{label}）与文中的“{other}”（{twin}）形近，请确认所指，并加注一次英文名",
        ),
        concept=here.mention.sense.concept.id,
    )


TERM005 = Rule(
    "TERM005",
    Message("look-alike drug names in one document", "同一文档中的形近药名"),
    Message(
        "Two drugs whose names differ in one character, or that the glossary lists as look-alikes, "
        "stand in one document. A slip between them would be a real name and no dictionary would "
        "catch it. The English name or code in brackets behind each, or in its row of a "
        "table, once, settles it. Told once a "
        "pair. Names that share the ending of a class alone (青霉素, 链霉素) are no such pair. Source: "
        "ISMP, List of confused drug names; NMPA, rules for generic names, which ask that names "
        "differ.",
        "文中有两个药名仅一字之差，或为词库所列形近名。二者混淆后仍是真实药名，任何词典都无法发现。"
        "各自加注一次英文名或代号（或列于表格同一行）即可。每对只报告一次。仅有类别词尾相同者"
        "（青霉素、链霉素）不在此列。来源：ISMP易混淆药名表；《中国药品通用名称命名原则》。",
    ),
    _look_alikes,
    failing=("恩沙替尼与恩曲替尼不同。", "阿来替尼（alectinib）或阿法替尼治疗"),
    passing=(
        "恩沙替尼（ensartinib）与恩曲替尼（entrectinib）不同。",
        "阿来替尼与洛拉替尼",
        "培养基中加入青霉素和链霉素",
        "| 药物 | 英文名 |\n|---|---|\n| 恩沙替尼 | ensartinib |\n| 恩曲替尼 | entrectinib |\n",
    ),
)
