"""Where a draft explains its abbreviations.

In brackets, in every order that Chinese and English journals print: 无进展生存期（progression-free
survival，PFS）, 无进展生存期（PFS）, progression-free survival (PFS), PFS（无进展生存期）; and in notes
and lists: PFS 为无进展生存期；PFS: progression-free survival.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase, digits
from typing import NamedTuple

from zhengming.documents import Block
from zhengming.rules.abbreviation_letters import (
    initials_spell,
    is_abbreviation,
    singular,
    spells,
    words_of,
)
from zhengming.rules.base import Draft
from zhengming.rules.parts import Part, Parts, document_parts
from zhengming.text.projection import Projection, fold_width, project
from zhengming.text.script import HAN, has_han
from zhengming.text.span import Span

_TOKEN = r"[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*"
_BRACKET = re.compile(r"\(([^()]{2,160})\)")
_INNER = re.compile(r"\[([^\[\]()]{2,60})\]")  # (hazard ratio [HR], 0.43)
# A field of a bracket that is one short word without a long number in it.
_FIELD = re.compile(
    r"(?:^|[,;:])\s?(?![^,;:]{11}|[^,;:]*\d{3})[a-z][a-z0-9/-]+(?=\s?(?:[,;:]|$))|简称|缩写"
)
_SPACE = re.compile(r"\s")
_NAMING = re.compile(
    r"(?:以下|下文|下称)?(?:均?简称|缩写)为?[:：]?|(?:abbreviated|hereafter) (?:as )?"
)
_PARTS = re.compile(r"\s*[,;:]\s*")
# From the first Han of the last characters that Chinese words are written with.
_HAN_RUN = re.compile(rf"(?:.*[^{HAN}0-9a-z-])?+[0-9a-z-]*+(?P<run>[{HAN}].*)", re.DOTALL)
_LATIN = f"{ascii_lowercase}{digits}-"
_WORDS = f"{_LATIN}'’/ "
_LAST_TOKEN = re.compile(rf"(?<![A-Za-z0-9-]){_TOKEN}$")
_ASIDE = frozenset({"heading", "title", "cell"})
_LONGEST = 10
_RUN, _WINDOW = 40, 120  # characters before a bracket that Chinese and English words may take


@cache  # seldom asked for, and slow to compile
def _noted() -> re.Pattern[str]:
    return re.compile(
        r"(?<![A-Za-z0-9/-])((?=[a-z]{0,3}[A-Z][a-z]{0,2}[A-Z])[A-Za-z0-9/-]{2,10})\s?(?:为|是|指|表示|代表|means |denotes |stands for |indicates |[=:,，：])\s?"
        rf"([{HAN}][{HAN}0-9-]+|[A-Za-z][A-Za-z0-9' -]+)"
    )


@cache
def _explanation() -> re.Pattern[str]:
    return re.compile(
        rf"(?!如|例如|包括|含|见|详见|图|表|尤其|主要|其中|特别|指南)[{HAN}]{{3}}[^、]*"
    )


class Definition(NamedTuple):
    """One explanation of an abbreviation.

    Attributes:
        abbreviation: as written, in the singular.
        english: the words its letters were found in, or "".
        chinese: the Han text before the bracket, or ""; where it starts is not known.
        span: the bracket, in the document.
        kind: ``bracket``; ``aside`` for one in a heading or a cell; ``reversed`` for PFS（…）;
            ``note`` in table notes and lists.
    """

    abbreviation: str
    english: str
    chinese: str
    span: Span
    part: Part
    kind: str


def definitions(draft: Draft) -> tuple[Definition, ...]:
    """Every explanation in the draft, in order."""
    parts = draft.once(document_parts)
    found: list[Definition] = []
    for block, projection in draft.projections:
        if "(" in projection.text:
            found += _in_brackets(_BRACKET, block, projection, parts)
            if "[" in projection.text:
                found += _in_brackets(_INNER, block, projection, parts)
    found += (d for part in parts.parts for d in _in_notes(draft, part))
    return tuple(sorted(found, key=lambda d: d.span))


def _in_brackets(
    bracket: re.Pattern[str], block: Block, projection: Projection, parts: Parts
) -> Iterator[Definition]:
    text = projection.text
    for match in bracket.finditer(text):
        at = match.start() - text.startswith(" ", match.start() - 1)
        if not (_FIELD.search(match[1]) or _is_latin(text, at - 1)):
            continue
        inner = _written(projection, match.start(1), match.end(1))
        if inner.islower() and not _is_latin(text, at - 1):
            continue
        explained = _explained(inner, projection, at)
        if explained:
            first, last = projection.origin(match.start()), projection.origin(match.end() - 1)
            span = block.locate((first, last + 1))
            abbreviation, english, chinese, kind = explained
            kind = "aside" if block.kind in _ASIDE and kind == "bracket" else kind
            part = parts.at(span.start)
            yield Definition(singular(abbreviation), english, chinese, span, part, kind)


def _is_latin(text: str, at: int) -> bool:
    return at >= 0 and text[at].isascii() and text[at].isalnum()


def _written(projection: Projection, start: int, end: int) -> str:
    """A stretch of the projection with its letters in the case of the source."""
    written = projection.written(start, end)
    if written.lower() == projection.text[start:end]:
        return written  # nothing was folded
    written = fold_width(written)
    return written if written.isprintable() else _SPACE.sub(" ", written)


def _explained(inner: str, projection: Projection, at: int) -> tuple[str, str, str, str] | None:
    """The abbreviation, its English and Chinese words and the kind of the explanation."""
    fields = [_unnamed(field) for field in _PARTS.split(inner.strip())]
    for index, field in enumerate(fields):
        if not is_abbreviation(field):
            continue
        for other in (*fields[max(index - 1, 0) : index], *fields[index + 1 : index + 2]):
            if spells(field, other):
                return field, other, _han_before(projection, at), "bracket"
        if len(fields) == 1:
            if chinese := _han_before(projection, at):
                return field, "", chinese, "bracket"
            before = projection.text[max(at - _WINDOW, 0) : at]
            if words := words_of(field, before[len(before.rstrip(_WORDS)) :]):
                return field, words, "", "bracket"
    return _reversed(fields[0], projection, at)


def _unnamed(field: str) -> str:
    naming = _NAMING.match(field)
    return field[naming.end() :] if naming else field


def _han_before(projection: Projection, at: int) -> str:
    before = projection.text[max(at - _RUN, 0) : at].rstrip(_LATIN)
    if not has_han(before[-1:]):
        return ""
    run = _HAN_RUN.match(projection.text, max(at - _RUN, 0), at)
    return _written(projection, *run.span("run")) if run else ""


def _reversed(field: str, projection: Projection, at: int) -> tuple[str, str, str, str] | None:
    match = _LAST_TOKEN.search(projection.text, max(at - _LONGEST - 1, 0), at)
    token = _written(projection, *match.span()) if match else ""
    if not is_abbreviation(token):
        return None
    if _explanation().fullmatch(field):
        return token, "", field, "reversed"
    return (token, field, "", "reversed") if spells(token, field) else None


def _in_notes(draft: Draft, part: Part) -> Iterator[Definition]:
    if part.kind not in ("table", "abbreviations"):
        return
    projection = project(draft.document.text[part.span.start : part.span.end])
    text = _written(projection, 0, len(projection.text))
    for match in _noted().finditer(text):
        abbreviation, words = match[1], match[2].strip()
        if not is_abbreviation(abbreviation):
            continue
        chinese = has_han(words[:1])
        if chinese or initials_spell(abbreviation, words):
            offsets = (projection.origin(match.start()), projection.origin(match.end() - 1) + 1)
            span = Span(*(part.span.start + offset for offset in offsets))
            english, han = ("", words) if chinese else (words, "")
            yield Definition(singular(abbreviation), english, han, span, part, "note")
