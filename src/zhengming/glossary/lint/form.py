"""The form of entries: ids, lists, numbers of registries and publications."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.checks import error
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REGISTRY = re.compile(
    r"NCT\d{8}|ChiCTR[A-Z-]*\d{8,10}|CTR\d{8}|JapicCTI-\d{6}|jRCT[A-Za-z]*\d+|UMIN\d{9}|C\d{9}"
    r"|EudraCT \d{4}-\d{6}-\d{2}|ISRCTN\d{8}"
)
DOI = re.compile(r"10\.\d{4,9}/\S+")
_PUBLICATION = {"doi": DOI, "pmid": re.compile(r"[1-9]\d{0,7}")}
_OF_OTHERS = {"drug": ("registry", "drugs", "phase", "publication"), "trial": ("targets",)}
_LISTS = ("targets", "look_alikes", "exceptions", "registry", "drugs")


def check_form(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Each entry by itself."""
    for concept in glossary.concepts.values():
        if not _ID.fullmatch(concept.id) and not concept.id.startswith("own-"):
            yield error(
                f'"{concept.id}" is no id',
                concept.place,
                "small letters and digits, joined by hyphens",
            )
        if not concept.terms:
            yield error(f'"{concept.id}" has no names', concept.place, "give it one")
        yield from _lists(concept)
        yield from _numbers(concept)
        yield from _fields_of_kind(concept)


def _lists(concept: Concept) -> Iterator[ZhengmingError]:
    for field in _LISTS:
        values = getattr(concept, field)
        for value in {value for value in values if values.count(value) > 1}:
            yield error(f'{field} names "{value}" twice', concept.place, "keep one")
    seen: set[tuple[str, str]] = set()
    for term in concept.terms:
        if (term.text, term.lang) in seen:
            yield error(f'"{term.text}" is given twice ({term.lang})', term.place, "keep one")
        seen.add((term.text, term.lang))
        if len(set(term.sources)) < len(term.sources):
            yield error(f'"{term.text}" names a source twice', term.place, "keep one")


def _numbers(concept: Concept) -> Iterator[ZhengmingError]:
    for number in concept.registry:
        if not _REGISTRY.fullmatch(number):
            yield error(
                f'"{number}" is no registry id', concept.place, "NCT and eight digits, or the like"
            )
    for key, value in concept.publication.items():
        if key not in _PUBLICATION:
            yield error(f'unknown field "{key}" in publication', concept.place, "doi or pmid")
        elif not _PUBLICATION[key].fullmatch(value):
            yield error(f'"{value}" is no {key.upper()}', concept.place, "copy it from the paper")


def _fields_of_kind(concept: Concept) -> Iterator[ZhengmingError]:
    article = "an" if concept.kind.startswith(("a", "o")) else "a"
    for field in _OF_OTHERS.get(concept.kind, ("phase",)):
        if getattr(concept, field):
            yield error(f"{article} {concept.kind} has no {field}", concept.place, "take it out")
