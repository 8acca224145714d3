"""Which names are to be written otherwise, and the smallest edits that do it."""

from __future__ import annotations

from collections.abc import Iterable

from zhengming.glossary.evidence import proves
from zhengming.glossary.forms import letters_of, pattern_of
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.mention import Mention
from zhengming.glossary.model import Concept, Term
from zhengming.text.edit import Edit, apply_edits, minimal_edits


def replacement(mention: Mention) -> Term | None:
    """The term that a careful editor would write instead, or None to leave the name alone.

    A Chinese variant becomes the preferred mainland name when the evidence allows it; a trial name
    gets its canonical spelling. What is ambiguous is left alone.
    """
    if len(mention.senses) > 1:
        return None
    concept, term = mention.sense.concept, mention.sense.term
    if concept.kind == "trial" and term.status == "preferred":
        return term if _differs(mention.written, term) else None
    return variant_target(concept, term)


def variant_target(concept: Concept, term: Term) -> Term | None:
    """The preferred name that evidence allows to be written for a variant.

    English and codes stay as they are, unless the project's own list says otherwise.
    """
    if not term.is_variant or not (term.evidence.own or term.lang.startswith("zh")):
        return None
    target = concept.preferred("zh-CN" if term.lang.startswith("zh") else term.lang)
    return target if target and proves(term, target) else None


def rewrite(text: str, matcher: Matcher) -> str:
    """``text`` with every name that has a replacement rewritten; what specs are held against."""
    return rewritten(text, matcher.find(text))


def rewritten(text: str, mentions: Iterable[Mention]) -> str:
    """The same where the names in it are known already."""
    edits: list[Edit] = []
    for mention in mentions:
        target = replacement(mention)
        if target:
            edits += minimal_edits(text, mention.positions, target.text)
    return apply_edits(text, edits)


def _differs(written: str, term: Term) -> bool:
    same_letters = letters_of(written) == letters_of(term.text)
    return not (same_letters and pattern_of(written) == pattern_of(term.text))
