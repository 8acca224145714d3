"""Two states of a glossary compared, in words that a pharmacist reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zhengming.glossary.canonical import sorted_terms
from zhengming.glossary.model import SETTINGS, Concept, Term
from zhengming.glossary.rewrite import variant_target

Words = tuple[str, str]
"""The same sentence in English and Chinese."""

_LISTS: tuple[tuple[str, str, str], ...] = (
    ("targets", "targets", "靶点"),
    ("look_alikes", "look-alikes", "易混名称"),
    ("exceptions", "exceptions", "例外"),
    ("registry", "registry ids", "注册号"),
    ("drugs", "drugs", "药物"),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What became different about one concept; without words when it is the same."""

    concept: str
    words: tuple[Words, ...]


def differences(before: Mapping[str, Concept], after: Mapping[str, Concept]) -> list[Change]:
    """The concepts that differ, by id."""
    changes = []
    for key in sorted({*before, *after}):
        words = tuple(_differences(before.get(key), after.get(key)))
        if words:
            changes.append(Change(key, words))
    return changes


def _differences(before: Concept | None, after: Concept | None) -> Iterator[Words]:
    if before is None and after is not None:
        yield f"new {after.kind}", f"新增词条（{after.kind}）"
        for term in sorted_terms(after.terms):
            yield _added(after, term)
    elif after is None and before is not None:
        names = ", ".join(term.text for term in before.terms)
        yield f"removed ({names})", f"删除词条（{names}）"
    elif before is not None and after is not None:
        yield from _changed(before, after)


def _changed(before: Concept, after: Concept) -> Iterator[Words]:
    if before.kind != after.kind:
        yield f"is a {after.kind}, was a {before.kind}", f"类别由{before.kind}改为{after.kind}"
    old = {(term.text, term.lang): term for term in before.terms}
    new = {(term.text, term.lang): term for term in after.terms}
    for key, term in old.items():
        if key not in new:
            yield (
                f'"{term.text}" ({term.lang}, {term.status}) is gone',
                f"删去“{term.text}”（{term.lang}，{term.status}）",
            )
    for key, term in new.items():
        if key in old:
            yield from _term(before, old[key], after, term)
        else:
            yield _added(after, term)
    for field, english, chinese in _LISTS:
        yield from _list(english, chinese, getattr(before, field), getattr(after, field))
    yield from _facts(before, after)
    for spec in before.specs:
        if spec not in after.specs:
            told = f"{spec.given} → {spec.expected}"
            yield f"spec dropped: {told}", f"删去检验句：{told}"
    for spec in after.specs:
        if spec not in before.specs:
            told = f"{spec.given} → {spec.expected}"
            yield f"new spec: {told}", f"新增检验句：{told}"


def _facts(before: Concept, after: Concept) -> Iterator[Words]:
    if before.phase != after.phase:
        yield (
            f"phase is {after.phase or 'not stated'}, was {before.phase or 'not stated'}",
            f"试验分期由{before.phase or '未注明'}改为{after.phase or '未注明'}",
        )
    yield from _list("publication", "首篇论文", *map(_publication, (before, after)))
    if before.notes != after.notes:
        yield f'note: "{after.notes}", was "{before.notes}"', f"备注改为“{after.notes}”"


def _added(concept: Concept, term: Term) -> Words:
    fate = _fate(concept, term)
    return (
        f'new name "{term.text}" ({term.lang}, {term.status}, grade {term.evidence.grade}){fate[0]}',
        f"新增名称“{term.text}”（{term.lang}，{term.status}，{term.evidence.grade}级）{fate[1]}",
    )


def _term(before: Concept, old: Term, after: Concept, new: Term) -> Iterator[Words]:
    name = f'"{new.text}"'
    if old.status != new.status:
        yield (
            f"{name} is {new.status}, was {old.status}",
            f"“{new.text}”由{old.status}改为{new.status}",
        )
    if old.type != new.type:
        yield f"{name} is of type {new.type}, was {old.type}", f"“{new.text}”类型改为{new.type}"
    if old.setting != new.setting:
        yield _setting(new)
    label = (f"sources of {name}", f"“{new.text}”的文献")
    yield from _list(*label, old.sources, new.sources)
    if old.evidence.grade != new.evidence.grade:
        grades = new.evidence.grade, old.evidence.grade
        yield (
            f"{name} has grade {grades[0]}, had {grades[1]}",
            f"“{new.text}”由{grades[1]}级变为{grades[0]}级",
        )
    if (fate := _fate(after, new)) != _fate(before, old):
        yield (
            f"{name} {'' if fate[0] else 'is not rewritten any more'}{fate[0].lstrip(', ')}",
            f"“{new.text}”{fate[1].lstrip('，') or '不再改写'}",
        )


def _setting(term: Term) -> Words:
    where = SETTINGS.get(term.setting, ("wherever it stands", "在任何位置都"))
    return f'"{term.text}" counts {where[0]}', f"“{term.text}”{where[1]}识别"


def _fate(concept: Concept, term: Term) -> Words:
    target = variant_target(concept, term)
    if target is None:
        return "", ""
    return f', will be rewritten as "{target.text}"', f"，将改写为“{target.text}”"


def _list(english: str, chinese: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Words]:
    added = ", ".join(value for value in new if value not in old)
    gone = ", ".join(value for value in old if value not in new)
    if added:
        yield f"{english}: added {added}", f"{chinese}：增加{added}"
    if gone:
        yield f"{english}: removed {gone}", f"{chinese}：删去{gone}"


def _publication(concept: Concept) -> tuple[str, ...]:
    return tuple(f"{key} {value}" for key, value in concept.publication.items())
