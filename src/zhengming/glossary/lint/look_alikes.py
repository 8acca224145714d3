"""Chinese drug names one edit apart, computed, against the ``look_alikes`` that entries state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from zhengming.errors import ZhengmingError
from zhengming.glossary.likeness import share_a_class_alone
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary
from zhengming.glossary.place import error_at
from zhengming.messages import Message
from zhengming.text.script import has_han

_SHORTEST = 3
_STATUSES = ("preferred", "admitted", "ambiguous")


def neighbours(concepts: Iterable[Concept]) -> Mapping[str, set[str]]:
    """For each drug id the drugs with a name one character away, put in, left out or swapped.

    A name inside another one (环磷酰胺, 异环磷酰胺) is none: the longest name wins. Nor are names
    that share the ending of a class alone. Time is linear in the number of names.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    for concept in concepts:
        for term in concept.terms if concept.kind == "drug" else ():
            if term.status in _STATUSES and has_han(term.text) and len(term.text) >= _SHORTEST:
                owners[term.text].add(concept.id)
    by_hole: dict[str, set[str]] = defaultdict(set)
    for name in owners:
        for hole in _holes(name):
            by_hole[hole].add(name)
    found: dict[str, set[str]] = defaultdict(set)
    for name in owners:
        changed = {other for hole in _holes(name) for other in by_hole[hole]}
        moved = {other for other in (*_shorter(name), *_swapped(name)) if other in owners}
        for other in changed | moved:
            nested = name in other or other in name
            if not nested and not share_a_class_alone(name, other):
                for one in owners[name]:
                    found[one] |= owners[other] - {one}
                for two in owners[other]:
                    found[two] |= owners[name] - {two}
    return found


def _holes(name: str) -> Iterator[str]:
    """The name with a mark in place of one of its characters."""
    return (f"{name[:at]}\0{name[at + 1 :]}" for at in range(len(name)))


def _shorter(name: str) -> Iterator[str]:
    return (name[:at] + name[at + 1 :] for at in range(len(name)))


def _swapped(name: str) -> Iterator[str]:
    return (f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}" for at in range(len(name) - 1))


def check_look_alikes(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Every neighbour is listed, on both sides."""
    computed = neighbours(glossary.concepts.values())
    for concept in glossary.concepts.values():
        for other in sorted(computed.get(concept.id, set()) - {*concept.look_alikes}):
            yield error_at(
                Message(
                    f"{concept.id} looks like {other}, which its look_alikes do not list",
                    f"{concept.id} 与 {other} 形近，但 look_alikes 未列出",
                ),
                concept.place,
                Message(
                    "`zhengming glossary format --look-alikes` adds it",
                    "`zhengming glossary format --look-alikes` 可补全",
                ),
            )
        for other in concept.look_alikes:
            twin = glossary.concepts.get(other)
            if twin and concept.id not in twin.look_alikes and other not in computed[concept.id]:
                yield error_at(
                    Message(
                        f"{concept.id} lists {other} as a look-alike, but not the other way round",
                        f"{concept.id} 将 {other} 列为易混名称，反之则没有",
                    ),
                    concept.place,
                    Message(
                        f"add {concept.id} to the look_alikes of {other}",
                        f"请将 {concept.id} 加入 {other} 的 look_alikes",
                    ),
                )
