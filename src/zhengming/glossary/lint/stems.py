"""Endings of generic names against targets, and of Chinese names against the INN beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from zhengming.errors import ZhengmingError
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary
from zhengming.glossary.place import error_at
from zhengming.messages import Message


def check_stems(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """A stem tells the class: a drug of another class is paired or spelled wrongly."""
    for concept in glossary.concepts.values():
        if concept.kind == "drug":
            yield from _targets(concept)
            yield from _pair(concept)


def _targets(concept: Concept) -> Iterator[ZhengmingError]:
    english = concept.preferred("en")
    if not english or english.lang != "en" or not concept.targets:
        return
    for stem, targets in _table("stem_targets.tsv").items():
        if english.text.endswith(stem) and not targets & {*concept.targets}:
            yield error_at(
                Message(
                    f'"{english.text}" ends in -{stem} ({", ".join(sorted(targets))}), '
                    f"yet its targets are {', '.join(concept.targets)}",
                    f"“{english.text}”的词干为 -{stem}（{'、'.join(sorted(targets))}），"
                    f"而靶点为 {'、'.join(concept.targets)}",
                ),
                english.place,
                Message("correct the name or the targets", "请改正名称或靶点"),
            )


def _pair(concept: Concept) -> Iterator[ZhengmingError]:
    english, chinese = concept.preferred("en"), concept.preferred("zh-CN")
    if not english or not chinese or english.lang != "en" or chinese.lang != "zh-CN":
        return
    for ending, stems in _table("stem_pairs.tsv").items():
        # The substance, without words behind it: cetuximab beta, amivantamab and hyaluronidase.
        words = english.text.split()
        if chinese.text.endswith(ending) and not any(word.endswith(tuple(stems)) for word in words):
            yield error_at(
                Message(
                    f'"{chinese.text}" ends in {ending}, yet the INN is "{english.text}"',
                    f"“{chinese.text}”的词尾为“{ending}”，而 INN 为“{english.text}”",
                ),
                chinese.place,
                Message(
                    f"an INN in -{', -'.join(sorted(stems))} is expected: check the pair",
                    f"INN 的词干应为 -{'、-'.join(sorted(stems))}：请核对两个名称",
                ),
            )


@cache
def _table(name: str) -> Mapping[str, frozenset[str]]:
    text = files("zhengming.glossary").joinpath("data", name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {key: frozenset(values.split()) for key, values in rows}
