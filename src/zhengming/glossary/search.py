"""Names searched for by Chinese, pinyin, English, brand or code; what is near is only shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from zhengming.glossary.forms import pattern_of
from zhengming.glossary.model import Concept, Glossary, Term
from zhengming.glossary.pinyin import initials, pinyin
from zhengming.text.script import has_han

How = Literal["same", "starts", "holds", "pinyin", "near"]

_ORDER: tuple[How, ...] = ("same", "starts", "holds", "pinyin", "near")
_JOINTS = re.compile(r"[\s·-]+")
_ALIKE = 0.7  # of difflib's ratio: one character of four, two letters of ten
_FEWEST_LETTERS = 3  # of pinyin; fewer fit too many names


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was found, and how it fits what was searched for."""

    concept: Concept
    term: Term
    how: How


def search(glossary: Glossary, query: str, limit: int = 20) -> list[Hit]:
    """The best hits first; names that are merely near come last.

    Case, width, script, spaces and hyphens do not matter.
    """
    wanted = _key(query)
    if not wanted:
        return []
    index = _index(glossary.concepts.values())
    hits: dict[tuple[str, str], Hit] = {}
    for how, keys in _found(index, wanted):
        for key in keys:
            for concept, term in index[key]:
                hits.setdefault((concept.id, term.text), Hit(concept, term, how))
    ordered = sorted(hits.values(), key=lambda hit: _ORDER.index(hit.how))
    return ordered[:limit]


def find_concepts(glossary: Glossary, name: str) -> list[Concept]:
    """The concept with this id, else those that have this name."""
    if name in glossary.concepts:
        return [glossary.concepts[name]]
    found = _index(glossary.concepts.values()).get(_key(name), ())
    return list({concept.id: concept for concept, _ in found}.values())


_Index = Mapping[str, list[tuple[Concept, Term]]]


def _index(concepts: Iterable[Concept]) -> _Index:
    index: dict[str, list[tuple[Concept, Term]]] = {}
    for concept in concepts:
        index.setdefault(_key(concept.id), [])
        for term in concept.terms:
            index.setdefault(_key(term.text), []).append((concept, term))
        if not index[_key(concept.id)]:
            index[_key(concept.id)].append((concept, concept.terms[0]))
    return index


def _found(index: _Index, wanted: str) -> Iterator[tuple[How, list[str]]]:
    yield "same", [wanted] if wanted in index else []
    yield "starts", [key for key in index if key.startswith(wanted)]
    yield "holds", [key for key in index if wanted in key]
    sounds: dict[str, list[str]] = {}
    if wanted.isascii() and wanted.isalpha() and len(wanted) >= _FEWEST_LETTERS:
        for key in filter(has_han, index):
            sounds.setdefault(pinyin(key), []).append(key)
        yield (
            "pinyin",
            [
                key
                for sound, keys in sounds.items()
                for key in keys
                if sound.startswith(wanted) or initials(key) == wanted
            ],
        )
    near = get_close_matches(wanted, [*index, *sounds], n=10, cutoff=_ALIKE)
    yield "near", [key for name in near for key in (sounds.get(name) or [name])]


def _key(text: str) -> str:
    return _JOINTS.sub("", pattern_of(text))
