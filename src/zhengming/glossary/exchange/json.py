"""A glossary as JSON: every name with its grade and its documents written out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from zhengming.glossary.model import Concept, Glossary, Source, Term
from zhengming.glossary.rewrite import variant_target

_VERSION = 1


def write_json(glossary: Glossary, concepts: Iterable[Concept]) -> str:
    """The chosen concepts and the documents they name."""
    chosen = list(concepts)
    used = {name for concept in chosen for term in concept.terms for name in term.sources}
    data = {
        "version": _VERSION,
        "concepts": [record(concept) for concept in chosen],
        "sources": [
            _source(source) for name, source in sorted(glossary.sources.items()) if name in used
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def record(concept: Concept) -> dict[str, Any]:
    """One concept as plain data; what is empty is left out."""
    data = {
        "id": concept.id,
        "kind": concept.kind,
        "targets": list(concept.targets),
        "terms": [_term(concept, term) for term in concept.terms],
        "look_alikes": list(concept.look_alikes),
        "except": list(concept.exceptions),
        "registry": list(concept.registry),
        "drugs": list(concept.drugs),
        "phase": concept.phase,
        "publication": dict(concept.publication),
        "notes": concept.notes,
    }
    return {key: value for key, value in data.items() if value}


def _term(concept: Concept, term: Term) -> dict[str, Any]:
    target = variant_target(concept, term)
    data: dict[str, Any] = {
        "text": term.text,
        "lang": term.lang,
        "status": term.status,
        "type": term.type,
        "grade": term.evidence.grade,
        "sources": list(term.sources),
    }
    setting = {"setting": term.setting} if term.setting else {}
    return data | setting | ({"rewritten_as": target.text} if target else {})


def _source(source: Source) -> dict[str, Any]:
    fields = ("id", "kind", "title", "publisher", "year", "where", "market")
    return {name: value for name in fields if (value := getattr(source, name))}
