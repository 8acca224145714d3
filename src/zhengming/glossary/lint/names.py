"""Names against each other: brands, containment, chains."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.checks import error
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary, Term
from zhengming.glossary.rewrite import rewrite, variant_target
from zhengming.text.script import has_han

_SHORTEST = 3  # Han characters; what is shorter stands inside other words too often


def check_names(glossary: Glossary, matcher: Matcher) -> Iterator[ZhengmingError]:
    """What is preferred stays as it is, alone and inside longer names; what is rewritten settles."""
    brands = _brands(glossary)
    for concept in glossary.concepts.values():
        yield from _preferred(concept)
        for term in concept.terms:
            if term.status == "preferred" and concept.kind == "drug" and term.text in brands:
                yield error(
                    f'"{term.text}" is preferred, and a brand of {brands[term.text]}',
                    term.place,
                    "a brand is never the preferred name",
                )
            yield from _in_text(concept, term, matcher)


def _brands(glossary: Glossary) -> dict[str, str]:
    return {
        term.text: concept.id
        for concept in glossary.concepts.values()
        for term in concept.terms
        if term.status == "brand"
    }


def _preferred(concept: Concept) -> Iterator[ZhengmingError]:
    """One preferred name for each language and type."""
    seen: dict[tuple[str, str], Term] = {}
    for term in concept.terms:
        if term.status != "preferred":
            continue
        first = seen.setdefault((term.lang, term.type), term)
        if first is not term:
            yield error(
                f'"{first.text}" and "{term.text}" are both preferred ({term.lang})',
                term.place,
                "one of them is `admitted`",
            )


def _in_text(concept: Concept, term: Term, matcher: Matcher) -> Iterator[ZhengmingError]:
    found = list(matcher.find(term.text))
    senses = found[0].senses if len(found) == 1 else ()
    if not any(sense.concept.id == concept.id for sense in senses):
        others = ", ".join(mention.sense.concept.id for mention in found) or "nothing"
        yield error(
            f'"{term.text}" is not found as a name of {concept.id}, but as {others}',
            term.place,
            "another name or exception hides it",
        )
    once = rewrite(term.text, matcher)
    target = variant_target(concept, term) if len(senses) == 1 else None
    if target and has_han(term.text) and len(term.text) < _SHORTEST:
        yield error(
            f'"{term.text}" is too short to be rewritten',
            term.place,
            'it may stand inside other words; give it the status "admitted"',
        )
    if once != (target.text if target else term.text) or rewrite(once, matcher) != once:
        yield error(
            f'"{term.text}" would be rewritten to "{once}"',
            term.place,
            "a rewrite must end with the preferred name, and leave that alone",
        )
