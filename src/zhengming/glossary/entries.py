"""A glossary file in its canonical form, read entry by entry in a quarter of the time of a YAML parser.

What is written in any other way, or wrongly, is left to the parser. See ``canonical``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from sys import intern

from zhengming.glossary.evidence import DOCUMENT_KINDS, Weigh
from zhengming.glossary.model import (
    KINDS,
    LANGUAGES,
    LONGEST,
    MARKETS,
    PHASES,
    SETTINGS,
    STATUSES,
    Concept,
    Evidence,
    Source,
    Spec,
    Term,
)
from zhengming.glossary.place import Place


def _one_of(words: Iterable[str]) -> str:
    return rf"({'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})"


_FLOW = r"\[\]{},?"
_PLAIN = (
    rf"(?!-(?:\s|$))[^\s!&*%@`'\"|>#=:{_FLOW}]"
    rf"(?:[^\s:{_FLOW}]++|:(?=[^\s{_FLOW}])| ++(?=[^\s#{_FLOW}]))*+"
)
_SCALAR = rf"(?:{_PLAIN}|'(?:[^'\n]|'')*+')"
_NOT_EMPTY = rf"(?:{_PLAIN}|'(?:[^'\n]|'')++')"
_TEXT = f"({_SCALAR})"
_NAME = f"({_NOT_EMPTY})"
_LIST = rf"\[({_SCALAR}(?:, {_SCALAR})*+)\]"
_HEAD = re.compile(rf"- id: {_NAME}\n  kind: {_one_of(KINDS)}\n(?:  targets: {_LIST}\n)?  terms:\n")
_TERM = re.compile(
    rf"    - {{text: {_NAME}, lang: {_one_of(LANGUAGES)}, status: {_one_of(STATUSES)}"
    rf"(?:, type: (abbreviation))?(?:, setting: {_one_of(SETTINGS)})?(?:, sources: {_LIST})?}}\n"
)
_TAIL = re.compile(
    rf"(?:  look_alikes: {_LIST}\n)?(?:  except: {_LIST}\n)?(?:  registry: {_LIST}\n)?"
    rf"(?:  drugs: {_LIST}\n)?(?:  phase: {_TEXT}\n)?"
    rf"(?:  publication: {{(?!}})(?:doi: {_TEXT})?(?:(?:(?<={{)|, )pmid: {_TEXT})?}}\n)?"
    rf"(?:  notes: {_TEXT}\n)?"
    rf"(?:  specs:\n((?:    - {{in: {_NOT_EMPTY}, out: {_NOT_EMPTY}}}\n)+))?\n*"
)
_SPEC = re.compile(rf"    - {{in: {_TEXT}, out: {_TEXT}}}\n")
_SOURCE = re.compile(
    rf"- id: {_NAME}\n  kind: {_one_of(DOCUMENT_KINDS)}\n  title: {_NAME}\n"
    rf"(?:  publisher: {_TEXT}\n)?(?:  year: (\d+)\n)?(?:  where: {_TEXT}\n)?"
    rf"(?:  market: {_one_of(MARKETS)}\n)?\n*"
)
_EACH = re.compile(_SCALAR)


def read_concepts(text: str, path: str, weigh: Weigh) -> list[Concept] | None:
    """The concepts of a file in canonical form; None if it is in another.

    Args:
        text: of the file.
        path: to name it by.
        weigh: tells what a name amounts to by its documents.
    """
    if not _is_plain(text):
        return None
    rest = lru_cache(maxsize=None)(partial(_rest, weigh))  # thousands of names rest on the same
    concepts = []
    at, line = 0, 1
    while at < len(text):
        head = _HEAD.match(text, at)
        if not head:
            return None
        first = line
        at, line = head.end(), line + head.group().count("\n")
        terms = []
        while match := _TERM.match(text, at):
            terms.append(_term(match, (path, line), rest))
            at, line = match.end(), line + 1
        tail = _TAIL.match(text, at)
        if not tail or not terms:
            return None
        concept = _concept(head, terms, tail, (path, first))
        if not concept:
            return None
        concepts.append(concept)
        at, line = tail.end(), line + tail.group().count("\n")
    return concepts


def _rest(weigh: Weigh, sources: str | None) -> tuple[tuple[str, ...], Evidence]:
    documents = _list(sources)
    return documents, weigh(documents)


def _term(
    match: re.Match[str],
    place: Place,
    rest: Callable[[str | None], tuple[tuple[str, ...], Evidence]],
) -> Term:
    name, lang, status, short, setting, sources = match.groups()
    documents, evidence = rest(sources)
    return Term(
        _text(name),
        intern(lang),
        intern(status),
        documents,
        short or "fullForm",
        setting or "",
        place,
        evidence,
    )


def _concept(
    head: re.Match[str], terms: Sequence[Term], tail: re.Match[str], place: Place
) -> Concept | None:
    """One entry from its parts; None if one holds what the patterns do not look at."""
    key, kind, targets = head.groups()
    looks, exceptions, registry, drugs, phase, doi, pmid, notes, specs = tail.groups()
    if (phase and _text(phase) not in PHASES) or any(len(term.text) > LONGEST for term in terms):
        return None
    return Concept(
        _text(key),
        intern(kind),
        tuple(terms),
        place,
        _list(targets),
        _list(looks),
        _list(exceptions),
        _list(registry),
        _list(drugs),
        _text(phase),
        {name: _text(value) for name, value in (("doi", doi), ("pmid", pmid)) if value},
        _text(notes),
        tuple(_specs(tail, place[0], terms[-1].place[1] + 1)) if specs else (),
    )


def read_sources(text: str, path: str) -> list[Source] | None:
    """The same for a ``sources.yaml``."""
    if not _is_plain(text):
        return None
    sources = []
    at, line = 0, 1
    while at < len(text):
        match = _SOURCE.match(text, at)
        if not match:
            return None
        key, kind, title, publisher, year, where, market = match.groups()
        sources.append(
            Source(
                _text(key),
                intern(kind),
                _text(title),
                _text(publisher),
                int(year) if year else None,
                _text(where),
                market or "",
                (path, line),
            )
        )
        at, line = match.end(), line + match.group().count("\n")
    return sources


def _is_plain(text: str) -> bool:
    """YAML forbids some of what cannot be printed, or ends lines there."""
    return text.replace("\n", "").isprintable()


def _specs(tail: re.Match[str], path: str, line: int) -> Iterator[Spec]:
    """The specs in the tail of an entry, which begins on a line."""
    line += tail.string.count("\n", tail.start(), tail.start(9))
    for number, match in enumerate(_SPEC.finditer(tail[9]), line):
        given, expected = match.groups()
        yield Spec(_text(given), _text(expected), (path, number))


def _list(items: str | None) -> tuple[str, ...]:
    if not items:
        return ()
    values = map(_text, _EACH.findall(items)) if "'" in items else items.split(", ")
    return tuple(map(intern, values))


def _text(scalar: str | None) -> str:
    if not scalar:
        return ""
    return scalar[1:-1].replace("''", "'") if scalar[0] == "'" else scalar
