"""Pandoc's citation syntax: ``[see @a, p. 3; -@b]``, ``@a`` and ``@a [p. 3]`` in running text.

https://pandoc.org/MANUAL.html#citation-syntax, with two differences that Chinese needs: a key in
running text is ASCII, since no space parts it from the words around it (见@shaw2020的研究), and
keys may be parted by ；, 、 or a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zhengming.text.span import Span

_KEY = r"[A-Za-z0-9_](?:[A-Za-z0-9_]|[:.#$%&+?<>~/-](?=[A-Za-z0-9_]))*"
_WIDE_KEY = r"\w(?:\w|[:.#$%&+?<>~/-](?=\w))*"
_BARE = re.compile(rf"(?<![A-Za-z0-9_\\.@-])(-?)@(?:\{{([^{{}}\s]+)\}}|({_KEY}))")
_ITEM = re.compile(
    rf"^(?P<prefix>[^@]*?)(?P<dash>-?)@(?:\{{(?P<braced>[^{{}}\s]+)\}}|(?P<key>{_WIDE_KEY}))(?P<rest>.*)$",
    re.DOTALL,
)
_CLUSTER = re.compile(r"\[([^\[\]]*+)\](?![(\[])")
_SEPARATOR = re.compile(r"[;；]|[、，,](?=\s*+(?:-?@))")
# In brackets behind a key in running text: what says itself that it is a place in the work.
_PLACE = re.compile(
    r"[ \t]?\[((?:pp?\.|pages?|ch(?:ap)?s?\.|chapters?|secs?\.|sections?|§|figs?\.|figures?|tabs?\."
    r"|tables?|vols?\.|nos?\.|第)\s*[0-9IVXLC][^\[\]@;]{0,80}+)\](?![(\[])",
    re.IGNORECASE,
)
# Keys in the commands of other formats, among notes, comments and the parameters of macros.
_LISTED = re.compile(
    r"\{[^{}]*+\}|\([^()]*+\)|%[^\r\n]*+|#\S*+|\\[A-Za-z]++|(?P<key>[^\s,，{}()%#\\\[\]]++)"
)


@dataclass(frozen=True, slots=True)
class KeyedItem:
    """One key of a citation, with the words around it and where the key stands."""

    key: str
    at: int
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False


@dataclass(frozen=True, slots=True)
class KeyedCitation:
    """A citation in a text; ``narrative`` is ``@key`` outside brackets.

    Attributes:
        odd: whether something other than a semicolon parts its keys.
    """

    span: Span
    items: tuple[KeyedItem, ...]
    narrative: bool = False
    odd: bool = False


def listed_keys(text: str, start: int, end: int) -> tuple[KeyedItem, ...]:
    """The keys of a list parted by commas, as LaTeX and others write it."""
    matches = _LISTED.finditer(text, start, end)
    return tuple(KeyedItem(m["key"], m.start()) for m in matches if m["key"])


def find_citations(text: str) -> Iterator[KeyedCitation]:
    """The citations of ``text`` in order; time is linear in its length."""
    done = 0
    for cluster in _CLUSTER.finditer(text):
        inner, start = cluster.group(1), cluster.start()
        parts = _parts(inner, cluster.start(1)) if "@" in inner else []
        items = _items(parts)
        if items:
            yield from _bare(text, done, start)
            is_odd = any(text[at - 1] not in ";；" for at, _ in parts[1:])
            yield KeyedCitation(Span(*cluster.span()), items, odd=is_odd)
            done = cluster.end()
    yield from _bare(text, done, len(text))


def _parts(inner: str, offset: int) -> list[tuple[int, str]]:
    """What stands between separators, each with its place."""
    edges = [(m.start(), m.end()) for m in _SEPARATOR.finditer(inner)]
    starts = [0, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), len(inner)]
    return [(offset + a, inner[a:b]) for a, b in zip(starts, ends, strict=True)]


def _items(parts: Sequence[tuple[int, str]]) -> tuple[KeyedItem, ...]:
    """The items between brackets, or none if a part has no key (then it is no citation)."""
    items = []
    for offset, part in parts:
        match = _ITEM.match(part)
        if match is None:
            return ()
        group = "braced" if match["braced"] else "key"
        prefix, suffix = match["prefix"].strip(), match["rest"].strip()
        key_at = offset + match.start(group)
        items.append(KeyedItem(match[group], key_at, prefix, suffix, bool(match["dash"])))
    return tuple(items)


def _bare(text: str, start: int, end: int) -> Iterator[KeyedCitation]:
    for match in _BARE.finditer(text, start, end):
        group = 2 if match[2] else 3
        place = _PLACE.match(text, match.end(), end)
        item = KeyedItem(
            match[group],
            match.start(group),
            suffix=place[1].strip() if place else "",
            suppress_author=bool(match[1]),
        )
        span = Span(match.start(), place.end() if place else match.end())
        yield KeyedCitation(span, (item,), narrative=True)
