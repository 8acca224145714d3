"""What a search looks at in a reference, and how a query is cut; the same in every store."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from zhengming.references.model import Reference
from zhengming.references.names import is_han
from zhengming.references.pinyin import name_pinyin, search_pinyin
from zhengming.references.plain import folded, written, year_of

_HAN_RUNS = re.compile("[\u3400-\u9fff]+")
_UMLAUT = re.compile("([ln])v")
_PEOPLE = ("author", "editor", "translator", "container-author", "holder")
_IDENTIFIERS = ("DOI", "PMID", "PMCID", "ISBN", "ISSN", "archive_location", "number")
_CONTAINERS = ("container-title", "container-title-short", "collection-title", "publisher")


def searchable(key: str, title: str, names: Iterable[str], container: str, identifiers: str) -> str:
    """One folded text, a line for each thing that a query may match, Chinese also in pinyin."""
    names = list(names)
    text = "\n".join((key, title, *names, container, identifiers))
    if not text.isascii():
        runs = (search_pinyin(run) for run in _HAN_RUNS.findall(f"{title} {container}"))
        people = (name_pinyin(name) for name in names if is_han(name))
        text = "\n".join((text, *runs, *people))
    return folded(text)


def searchable_item(item: Mapping[str, Any]) -> str:
    """``searchable`` of a CSL-JSON item."""
    names = [written(name) for role in _PEOPLE for name in item.get(role, ())]
    containers = " ".join(item[name] for name in _CONTAINERS if name in item)
    identifiers = " ".join(str(item[name]) for name in _IDENTIFIERS if name in item)
    year = str(year_of(item) or "")
    return searchable(
        str(item["id"]), item.get("title", ""), names, containers, f"{year} {identifiers}"
    )


def terms(query: str) -> list[str]:
    """The folded words of a query; a reference matches if it holds them all."""
    return folded(query).split()


def spellings(term: str) -> list[str]:
    """A term, and as pinyin keyboards write it: ``lv`` is ``lu`` in the index."""
    umlaut = _UMLAUT.sub(r"\1u", term)
    return [term] if umlaut == term else [term, umlaut]


def search(references: Iterable[Reference], query: str) -> list[Reference]:
    """References that hold every word of the query, the newest first."""
    wanted = [spellings(term) for term in terms(query)]
    found = []
    for reference in references:
        text = searchable_item(reference.item)
        if all(any(spelling in text for spelling in term) for term in wanted):
            found.append(reference)
    return sorted(found, key=lambda one: (-(year_of(one.item) or 0), one.id))
