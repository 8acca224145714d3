"""Names against each other: brands, containment, chains."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Concept, Glossary, Term
from zhengming.glossary.place import error_at
from zhengming.glossary.rewrite import rewrite, variant_target
from zhengming.messages import Message
from zhengming.text.script import has_han

_SHORTEST = 3  # Han characters; what is shorter stands inside other words too often


def check_names(glossary: Glossary, matcher: Matcher) -> Iterator[ZhengmingError]:
    """What is preferred stays as it is, alone and inside longer names; what is rewritten settles."""
    brands = _brands(glossary)
    for concept in glossary.concepts.values():
        yield from _preferred(concept)
        for term in concept.terms:
            if term.status == "preferred" and concept.kind == "drug" and term.text in brands:
                yield error_at(
                    Message(
                        f'"{term.text}" is preferred, and a brand of {brands[term.text]}',
                        f"“{term.text}”是首选名，又是 {brands[term.text]} 的商品名",
                    ),
                    term.place,
                    Message("a brand is never the preferred name", "商品名不能作首选名"),
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
            yield error_at(
                Message(
                    f'"{first.text}" and "{term.text}" are both preferred ({term.lang})',
                    f"“{first.text}”和“{term.text}”都是首选名（{term.lang}）",
                ),
                term.place,
                Message("one of them is `admitted`", "其中一个应为 `admitted`"),
            )


def _in_text(concept: Concept, term: Term, matcher: Matcher) -> Iterator[ZhengmingError]:
    # What is a name in one setting only is looked for in it.
    found = matcher.find(f"{term.text} 1 mg" if term.setting else term.text)
    senses = found[0].senses if len(found) == 1 else ()
    if not any(sense.concept.id == concept.id for sense in senses):
        others = [mention.sense.concept.id for mention in found]
        yield error_at(
            Message(
                f'"{term.text}" is not found as a name of {concept.id}, but as {", ".join(others) or "nothing"}',
                f"“{term.text}”未被识别为 {concept.id} 的名称，识别结果：{'、'.join(others) or '无'}",
            ),
            term.place,
            Message("another name or exception hides it", "被另一名称或例外遮蔽"),
        )
    once = rewrite(term.text, matcher)
    target = variant_target(concept, term) if len(senses) == 1 else None
    if target and has_han(term.text) and len(term.text) < _SHORTEST:
        yield error_at(
            Message(f'"{term.text}" is too short to be rewritten', f"“{term.text}”过短，不宜改写"),
            term.place,
            Message(
                'it may stand inside other words; give it the status "admitted"',
                "它可能出现在其他词中；请将状态改为“admitted”",
            ),
        )
    if once != (target.text if target else term.text) or rewrite(once, matcher) != once:
        yield error_at(
            Message(
                f'"{term.text}" would be rewritten to "{once}"', f"“{term.text}”会被改写为“{once}”"
            ),
            term.place,
            Message(
                "a rewrite must end with the preferred name, and leave that alone",
                "改写须以首选名告终，且不再改动首选名",
            ),
        )
