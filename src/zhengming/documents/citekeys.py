"""Pandoc's citation syntax: ``[see @a, p. 3; -@b]`` and ``@a`` in running text.

https://pandoc.org/MANUAL.html#citation-syntax, with one difference that Chinese needs: a key in
running text is ASCII, since no space parts it from the words around it (见@shaw2020的研究).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    """A citation in a text; ``narrative`` is ``@key`` outside brackets."""

    span: Span
    items: tuple[KeyedItem, ...]
    narrative: bool = False


def find_citations(text: str) -> Iterator[KeyedCitation]:
    """The citations of ``text`` in order; time is linear in its length."""
    done = 0
    for cluster in _CLUSTER.finditer(text):
        items = _items(cluster.group(1), cluster.start(1)) if "@" in cluster.group(1) else ()
        if items:
            yield from _bare(text, done, cluster.start())
            yield KeyedCitation(Span(*cluster.span()), items)
            done = cluster.end()
    yield from _bare(text, done, len(text))


def _items(inner: str, offset: int) -> tuple[KeyedItem, ...]:
    """The items between brackets, or none if a part has no key (then it is no citation)."""
    items = []
    for part in re.split("[;；]", inner):
        match = _ITEM.match(part)
        if match is None:
            return ()
        group = "braced" if match["braced"] else "key"
        prefix, suffix = match["prefix"].strip(), match["rest"].strip()
        key_at = offset + match.start(group)
        items.append(KeyedItem(match[group], key_at, prefix, suffix, bool(match["dash"])))
        offset += len(part) + 1
    return tuple(items)


def _bare(text: str, start: int, end: int) -> Iterator[KeyedCitation]:
    for match in _BARE.finditer(text, start, end):
        group = 2 if match[2] else 3
        item = KeyedItem(match[group], match.start(group), suppress_author=bool(match[1]))
        yield KeyedCitation(Span(*match.span()), (item,), narrative=True)
