"""A project's own glossary files, with concepts and documents added in canonical form."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from zhengming.glossary.canonical import format_concepts, format_sources
from zhengming.glossary.concepts import parse_concepts, parse_sources
from zhengming.glossary.format import format_file
from zhengming.glossary.load import read_file
from zhengming.glossary.model import Concept, Source


def with_concepts(path: Path, concepts: Sequence[Concept]) -> str:
    """The file at ``path``, which need not be there yet, with these concepts in it.

    Raises:
        ZhengmingError: what is there is no glossary file, or has comments, which would be lost.
    """
    found = {c.id: c for c in parse_concepts(_text(path), str(path))}
    return format_concepts((found | {c.id: c for c in concepts}).values())


def with_sources(path: Path, sources: Sequence[Source]) -> str:
    """The same for a ``sources.yaml``."""
    found = {s.id: s for s in parse_sources(_text(path), str(path))}
    return format_sources((found | {s.id: s for s in sources}).values())


def _text(path: Path) -> str:
    return format_file(read_file(path), str(path)) if path.exists() else ""
