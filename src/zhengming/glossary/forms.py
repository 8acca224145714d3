"""The written forms under which a term is looked for, as they look after projection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from zhengming.glossary.model import Concept, Term
from zhengming.text.projection import project

_SEPARATOR = re.compile(r"(?<=[^\s-])[\s-](?=[^\s-])")
# FLAURA2, PLB1003: what people part. What stands behind a trial and a blank may count years.
_NUMBERED = re.compile(r"(?P<word>.*[A-Za-z]{2})(?P<number>\d{1,8})")
_LONG_NUMBER = re.compile(r"\d{2}")
_LETTERS = re.compile(r"[A-Za-z]")
_MOST_SEPARATORS = 3


@dataclass(frozen=True, slots=True, eq=False)  # compared and hashed at a glance
class Sense:
    """One reading of a form: a term of a concept; the same as another only if it is it."""

    concept: Concept
    term: Term


class Form(NamedTuple):
    """A string to look for in projected text.

    Attributes:
        pattern: folded and without gaps, as ``project`` leaves it.
        senses: its readings; none for an exception, which only protects.
        letters: the Latin letters that must stand as written, or "" when case does not matter.
        hyphenated: whether a hyphen joins it to a neighbour (J-ALEX is not ALEX).
    """

    pattern: str
    senses: tuple[Sense, ...]
    letters: str
    hyphenated: bool


@lru_cache(maxsize=2**16)  # a glossary asks twice for each of its names, rules for what they find
def pattern_of(text: str) -> str:
    """What a name looks like in projected text."""
    return project(text.strip()).text


def letters_of(text: str) -> str:
    """The Latin letters of a text, in their case."""
    return "".join(_LETTERS.findall(text))


def forms_of(concept: Concept) -> Iterator[Form]:
    """Every form of every term and exception of a concept."""
    for term in concept.terms:
        cased = _is_cased(concept, term)
        senses = (Sense(concept, term),)
        for spelling in _spellings(concept, term):
            pattern, letters = pattern_of(spelling), letters_of(spelling) if cased else ""
            for written in _capitals(concept, term, letters):
                yield Form(pattern, senses, written, hyphenated=concept.kind != "trial")
    for exception in concept.exceptions:
        yield Form(pattern_of(exception), (), "", hyphenated=True)


def _is_cased(concept: Concept, term: Term) -> bool:
    """INNs and English full forms may stand in any case; trial names, codes and symbols not."""
    ordinary = term.lang == "en" and term.type == "fullForm" and term.status != "brand"
    return not (ordinary and concept.kind in ("drug", "abbreviation", "organisation"))


def _capitals(concept: Concept, term: Term, letters: str) -> Iterable[str]:
    """The letters of a name in each case that they may stand in.

    Labels print brands in capitals too (TALZENNA); with its number the name of a trial is no
    ordinary word, however it is written (Checkmate 227, Keynote-189).
    """
    if term.status == "brand":
        return dict.fromkeys((letters, letters.upper()))
    if concept.kind == "trial" and _LONG_NUMBER.search(term.text):
        return dict.fromkeys((letters, letters.upper(), letters.capitalize()))
    return (letters,)


def _spellings(concept: Concept, term: Term) -> Iterator[str]:
    """A code or the name of a trial with a space, a hyphen or nothing between its parts.

    The Chinese name of an antibody in full too: 单抗 is short for 单克隆抗体.
    """
    parts = _SEPARATOR.split(term.text)
    if (concept.kind == "trial" or term.status == "code") and len(parts) <= _MOST_SEPARATORS + 1:
        for separators in product(("-", " ", ""), repeat=len(parts) - 1):
            yield "".join(map("".join, zip(parts, (*separators, ""), strict=True)))
        if len(parts) == 1 and (match := _NUMBERED.fullmatch(term.text)):
            if concept.kind == "trial" or len(match["number"]) > 2:
                yield f"{match['word']}-{match['number']}"
            if concept.kind != "trial" and len(match["number"]) > 2:
                yield f"{match['word']} {match['number']}"
        return
    yield term.text
    if concept.kind == "drug" and term.text.endswith("单抗"):
        yield f"{term.text[:-1]}克隆抗体"
