"""Concepts from elsewhere held against a glossary: what would change, and what cannot be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from zhengming.errors import ZhengmingError
from zhengming.glossary.checks import faults
from zhengming.glossary.diff import Change, differences
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary
from zhengming.glossary.rewrite import rewrite


@dataclass(frozen=True, slots=True)
class Review:
    """What accepting some concepts would mean.

    Attributes:
        concepts: what came in, without the specs that hold no longer.
        changes: by concept; those that say nothing new are left out.
        conflicts: contradictions with the rest of the glossary, with the place in the file.
    """

    concepts: tuple[Concept, ...]
    changes: tuple[Change, ...]
    conflicts: tuple[ZhengmingError, ...]


def review(glossary: Glossary, incoming: Sequence[Concept]) -> Review:
    """Compare, and check the glossary as it would be."""
    matcher = Matcher(({**glossary.concepts} | {c.id: c for c in incoming}).values())
    settled = tuple(_settled(concept, matcher) for concept in incoming)
    new = {concept.id: concept for concept in settled}
    before = {key: glossary.concepts[key] for key in new if key in glossary.concepts}
    after = Glossary({**glossary.concepts, **new}, glossary.sources)
    known = {str(fault) for fault in _faults(glossary)}
    conflicts = tuple(fault for fault in _faults(after) if str(fault) not in known)
    return Review(settled, tuple(differences(before, new)), conflicts)


def _settled(concept: Concept, matcher: Matcher) -> Concept:
    """A sheet cannot hold specs: those that its changes overtake are dropped, and told."""
    kept = tuple(spec for spec in concept.specs if rewrite(spec.given, matcher) == spec.expected)
    return replace(concept, specs=kept)


def _faults(glossary: Glossary) -> list[ZhengmingError]:
    return list(faults(glossary, Matcher(glossary.concepts.values())))
