"""Endings of generic names against targets, and of Chinese names against the INN beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from zhengming.errors import ZhengmingError
from zhengming.glossary.checks import error
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary


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
            yield error(
                f'"{english.text}" ends in -{stem} ({", ".join(sorted(targets))}), '
                f"yet its targets are {', '.join(concept.targets)}",
                english.place,
                "correct the name or the targets",
            )


def _pair(concept: Concept) -> Iterator[ZhengmingError]:
    english, chinese = concept.preferred("en"), concept.preferred("zh-CN")
    if not english or not chinese or english.lang != "en" or chinese.lang != "zh-CN":
        return
    for ending, stems in _table("stem_pairs.tsv").items():
        # The substance, without words behind it: cetuximab beta, amivantamab and hyaluronidase.
        words = english.text.split()
        if chinese.text.endswith(ending) and not any(word.endswith(tuple(stems)) for word in words):
            yield error(
                f'"{chinese.text}" ends in {ending}, yet the INN is "{english.text}"',
                chinese.place,
                f"an INN in -{', -'.join(sorted(stems))} is expected: check the pair",
            )


@cache
def _table(name: str) -> Mapping[str, frozenset[str]]:
    text = files("zhengming.glossary").joinpath("data", name).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {key: frozenset(values.split()) for key, values in rows}
