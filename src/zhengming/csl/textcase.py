"""Text case: by leaf and by word, leaving protected spans alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .richtext import Node, Output
from .titlecase import CASES, CLOSE, MARKS, OPEN, Words

_WORD = re.compile(r"[^\s\-–—/]+")
_QUOTES = {"“": "”", "‘": "’", '"': '"', "'": "'"}
_KEPT = ("font-variant", "vertical-align")


def apply_case(case: str, children: list[Output], language: str) -> list[Output]:
    """Return the children with a CSL text case; ``title`` acts on English only."""
    if case == "title" and not language.startswith("en"):
        return children
    if case in CASES:
        text = _Parted(children)
        leaves = text.changed(CASES[case]())
    elif case == "sentence":
        leaves = _sentence(list(_leaves(children)))
    else:
        change = _TURKISH.get(case) if language[:2] in ("tr", "az") else None
        change = change or _CASES.get(case)
        if change is None:
            return children
        leaves = (leaf if keep else change(leaf) for leaf, keep in _leaves(children))
    return _rebuilt(children, leaves)


def capitalize_first(text: str) -> str:
    """Capitalize the first word, unless it already has capitals."""
    return next(_Parted([text]).changed(CASES["capitalize-first"]()))


class _Parted:
    """The leaves of a tree, parted at marks and at the ends of spans and quotations."""

    def __init__(self, children: list[Output]) -> None:
        self._strings = [""]
        self._tags: list[str] = []
        self._leaves: list[tuple[int, int]] = []
        self._taken = False
        self._visit(children)

    def changed(self, words: Words) -> Iterator[str]:
        """Yield the leaves with their words changed."""
        strings = words.run(self._strings, self._tags)
        for first, last in self._leaves:
            pieces = [strings[first]]
            for at in range(first, last):
                pieces += [self._tags[at], strings[at + 1]]
            yield "".join(pieces)

    def _visit(self, children: list[Output]) -> None:
        for child in children:
            if isinstance(child, str):
                self._leaf(child)
                continue
            opening, closing = _tags(child)
            if opening:
                spaced = opening in "\"'" and self._strings[-1].endswith(" ")
                self._tag(f" {opening}" if spaced else opening)
            self._visit(child.children)
            if closing:
                self._tag(closing)

    def _tag(self, tag: str) -> None:
        self._tags.append(tag)
        self._strings.append("")
        self._taken = False

    def _leaf(self, leaf: str) -> None:
        if self._taken:
            self._tag("")
        first = len(self._strings) - 1
        self._strings[-1], *rest = MARKS.split(leaf)
        self._tags += rest[::2]
        self._strings += rest[1::2]
        self._leaves.append((first, len(self._strings) - 1))
        self._taken = True


def _tags(node: Node) -> tuple[str, str]:
    """Return what stands before and after a node in the text its words are parted in."""
    if node.formatting.quotes:
        mark = node.role if node.role in _QUOTES else '"'
        return mark, _QUOTES[mark]
    if _keeps_case(node):
        return OPEN, CLOSE
    return ("<>", "</>") if node.formatting.fonts else ("", "")


def _keeps_case(node: Node) -> bool:
    return node.role == "nocase" or any(font in _KEPT for font, _ in node.formatting.fonts)


def _rebuilt(children: list[Output], leaves: Iterator[str]) -> list[Output]:
    return [
        next(leaves)
        if isinstance(child, str)
        else Node(_rebuilt(child.children, leaves), child.formatting, child.role, child.data)
        for child in children
    ]


def _leaves(children: list[Output], keep: bool = False) -> Iterator[tuple[str, bool]]:
    for child in children:
        if isinstance(child, str):
            yield child, keep
        else:
            yield from _leaves(child.children, keep or _keeps_case(child))


def _sentence(leaves: list[tuple[str, bool]]) -> Iterator[str]:
    """Lower capitalized words after the first; DNA, HER2 and mRNA stay as they are.

    A text all in capitals is lowered as a whole.
    """
    text = "".join(leaf for leaf, keep in leaves if not keep)
    change = str.lower if text == text.upper() else _lowered
    started = False
    for leaf, keep in leaves:
        if keep:
            yield leaf
        elif started:
            yield change(leaf)
        else:
            word = _WORD.search(leaf)
            end = word.end() if word else 0
            opening = leaf[:end].lower() if change is str.lower else leaf[:end]
            yield capitalize_first(opening) + change(leaf[end:])
        started = started or bool(leaf.strip())


def _lowered(text: str) -> str:
    return _WORD.sub(
        lambda match: match[0].lower() if match[0][1:] == match[0][1:].lower() else match[0], text
    )


_TURKISH: dict[str, Callable[[str], str]] = {
    "uppercase": lambda text: text.replace("i", "İ").upper(),
    "lowercase": lambda text: text.replace("İ", "i").replace("I", "ı").lower(),
}
_CASES: dict[str, Callable[[str], str]] = {
    "lowercase": str.lower,
    "uppercase": str.upper,
}
