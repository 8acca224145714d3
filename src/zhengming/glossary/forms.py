"""The written forms under which a term is looked for, as they look after projection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from zhengming.glossary.model import Concept, Term
from zhengming.text.projection import project

_SEPARATOR = re.compile(r"(?<=[^\s-])[\s-](?=[^\s-])")
# FLAURA2, PLB1003, JBR.10: what people part or join.
_NUMBERED = re.compile(r"(?P<word>.*[A-Za-z]{2})(?P<sign>\.?)(?P<number>\d{1,8})")
_LONG_NUMBER = re.compile(r"\d{2}")
_DIGIT = re.compile(r"\d")
_LONG_WORD = re.compile("[A-Za-z]{6}")
_LETTERS = re.compile(r"[A-Za-z]")
_MOST_SEPARATORS = 3
# Short names of drugs that are no words in any case: 5-FU, VP-16; L-OHP, Ara-C.
_MARKED = re.compile(
    r"(?=.*\d)(?:[^A-Za-z]*[A-Za-z]){2}.*|(?=[^-]+-[^-]+)(?:[^A-Za-z]*[A-Za-z]){4}.*"
)
_BOUND = "\x01"  # neither a letter nor a gap, so that names next to it are as they are alone


@dataclass(slots=True, eq=False)  # as a record, but compared and hashed at a glance
class Sense:
    """One reading of a form: a term of a concept; the same as another only if it is it."""

    concept: Concept
    term: Term


# What a string means that is looked for; an exception means nothing, it only protects.
Reading = Sense | None


class Form(NamedTuple):
    """A reading, and how the string must stand there.

    Attributes:
        senses: the reading; none for an exception.
        letters: its Latin letters in each case that they may stand in; none if any will do.
        hyphenated: whether a hyphen joins it to a neighbour (J-ALEX is not ALEX).
    """

    senses: tuple[Sense, ...]
    letters: tuple[str, ...]
    hyphenated: bool


@lru_cache(maxsize=2**16)  # rules ask again and again for what they find
def pattern_of(text: str) -> str:
    """What a name looks like in projected text."""
    return project(text.strip()).text


def patterns_of(texts: Iterable[str]) -> list[str]:
    """The same of many names at once, which is faster."""
    names = [text.strip() for text in texts]
    patterns = project(_BOUND.join(names)).text.split(_BOUND)
    return patterns if len(patterns) == len(names) else [pattern_of(name) for name in names]


def letters_of(text: str) -> str:
    """The Latin letters of a text, in their case."""
    return "".join(_LETTERS.findall(text))


def readings_of(concept: Concept) -> Iterator[tuple[str, tuple[Reading]]]:
    """Every spelling of every term and exception of a concept, and what it means."""
    for term in concept.terms:
        reading = (Sense(concept, term),)
        for spelling in _spellings(concept, term):
            yield spelling, reading
    for exception in concept.exceptions:
        yield exception, (None,)


@lru_cache(maxsize=2**16)  # worked out for what a text holds
def form_of(reading: Reading) -> Form:
    """How a string with this reading must stand in a text."""
    if reading is None:
        return Form((), (), hyphenated=True)
    concept, term = reading.concept, reading.term
    letters = _capitals(concept, term) if _is_cased(concept, term) else ()
    return Form((reading,), letters, hyphenated=concept.kind != "trial")


def _is_cased(concept: Concept, term: Term) -> bool:
    """INNs and English full forms may stand in any case; trial names, codes and symbols not."""
    ordinary = term.lang == "en" and term.type == "fullForm" and term.status != "brand"
    return not (ordinary and concept.kind in ("drug", "abbreviation", "organisation"))


def _capitals(concept: Concept, term: Term) -> tuple[str, ...]:
    """The letters of a name in each case that they may stand in; none if any will do.

    Labels print brands in capitals too (TALZENNA). With its number the name of a trial is no
    ordinary word, however it is written (Keynote-189), nor is a long one of mixed case with any
    number (CHECKMATE 9LA); without a number a capital may begin it (MonarchE).
    """
    letters = letters_of(term.text)
    written = [letters] if letters else []
    if letters and term.status == "brand":
        written.append(letters.upper())
    elif _is_marked(concept, term):
        return ()
    elif letters and concept.kind == "trial":
        is_long, is_mixed = bool(_LONG_NUMBER.search(term.text)), not letters.isupper()
        if _LONG_WORD.search(term.text) and (is_long or (is_mixed and _DIGIT.search(term.text))):
            return ()
        if is_long:
            written += (letters.upper(), letters.capitalize())
        elif is_mixed:
            written.append(letters[0].upper() + letters[1:])
    return tuple(dict.fromkeys(written))


def _is_marked(concept: Concept, term: Term) -> bool:
    return (
        concept.kind == "drug"
        and term.type == "abbreviation"
        and _MARKED.fullmatch(term.text) is not None
    )


def _spellings(concept: Concept, term: Term) -> list[str]:
    """A code or the name of a trial with a space, a hyphen or nothing between its parts.

    A short name of a drug with or without its hyphens, if a digit or four letters tell that it is
    no word. The Chinese name of an antibody in full too: 单抗 is short for 单克隆抗体.
    """
    text = term.text
    if concept.kind == "trial" or term.status == "code":
        parts = _SEPARATOR.split(text)
        if len(parts) > _MOST_SEPARATORS + 1:
            return [text]
        joints: list[tuple[str, ...]] = [("-", " ", "")] * (len(parts) - 1)
        if match := _NUMBERED.fullmatch(parts[-1]):
            parts[-1:] = match["word"], match["number"]
            joints.append(_joints(concept, match["sign"], match["number"]))
        spellings = parts[:1]
        for joint, part in zip(joints, parts[1:], strict=True):
            spellings = [f"{left}{sign}{part}" for left in spellings for sign in joint]
        return spellings
    if concept.kind == "drug" and text.endswith("单抗"):
        return [text, f"{text[:-1]}克隆抗体"]
    if "-" in text and _is_marked(concept, term):
        return [text, text.replace("-", "")]
    return [text]


def _joints(concept: Concept, sign: str, number: str) -> tuple[str, ...]:
    """What may stand before a number that is printed at the end of a word, or behind a full stop.

    What stands behind a trial and a blank may count years: "FLAURA 2 年".
    """
    if concept.kind != "trial":
        return (sign, "-", " ") if len(number) > 2 else (sign,)
    joined = ("", "-", sign) if sign else ("", "-")
    return (*joined, " ") if len(number) > 2 or number[0] == "0" else joined
