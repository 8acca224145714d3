"""Text case: by leaf and by word, leaving protected spans alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .richtext import Node, Output
from .titlecase import EDGE, PROTECTED, title_case

_WORD = re.compile(r"[^\s\-–—/]+")
_START = re.compile(r"[“‘«„\"'(\[¿¡]*([^\W\d_])")
_GREEK = re.compile("[\u0370-\u03ff]")  # a lone one is a symbol
_CLOSING = {"“": "”", "‘": "’"}


def apply_case(case: str, children: list[Output], language: str) -> list[Output]:
    """Return the children with a CSL text case; ``title`` acts on English only."""
    if case == "title" and not language.startswith("en"):
        return children
    change = _TURKISH.get(case) if language[:2] in ("tr", "az") else None
    change = change or _CASES.get(case)
    if change is None:
        return children
    leaves = [leaf for leaf in _leaves(children) if case == "title" or leaf[1] != "edge"]
    text = "".join(PROTECTED * len(leaf) if kind == "shielded" else leaf for leaf, kind in leaves)
    changed = change(text)
    if len(changed) != len(text):
        return [_each(child, change) for child in children]
    return _rebuild(children, _slices(leaves, changed))


def _leaves(children: list[Output], kind: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text, and what is around markup, with its kind: ``shielded`` or ``edge``."""
    for child in children:
        if isinstance(child, str):
            yield child, kind
            continue
        opening, closing = _around(child)
        yield opening, "edge"
        yield from _leaves(child.children, "shielded" if child.role == "nocase" else kind)
        yield closing, "edge"


def _around(node: Node) -> tuple[str, str]:
    """Return what stands for the markup of a node: the marks of a quotation, as typed."""
    if node.formatting.quotes:
        return node.role or '"', _CLOSING.get(node.role, '"')
    return ("", "") if node.role == "fixed" else (EDGE, EDGE)


def _slices(leaves: list[tuple[str, str]], changed: str) -> Iterator[str]:
    at = 0
    for leaf, kind in leaves:
        if kind != "edge":
            yield leaf if kind == "shielded" else changed[at : at + len(leaf)]
        at += len(leaf)


def _rebuild(children: list[Output], new: Iterator[str]) -> list[Output]:
    return [
        next(new)
        if isinstance(child, str)
        else Node(_rebuild(child.children, new), child.formatting, child.role, child.data)
        for child in children
    ]


def _each(child: Output, change: Callable[[str], str]) -> Output:
    """Change leaves one by one, for the rare case that grows a letter (ß, ligatures)."""
    if isinstance(child, str):
        return change(child)
    if child.role == "nocase":
        return child
    grown = [_each(inner, change) for inner in child.children]
    return Node(grown, child.formatting, child.role, child.data)


def capitalize(word: str) -> str:
    """Return a word with its first letter in upper case; one that starts otherwise as it is."""
    match = _START.match(word)
    if match is None or _GREEK.fullmatch(word):
        return word
    at = match.start(1)
    return word[:at] + word[at].upper() + word[at + 1 :]


def capitalize_first(text: str) -> str:
    """Capitalize the first word, unless it is protected or already has capitals."""
    stripped = text.lstrip()
    if stripped.startswith(PROTECTED):
        return text
    word = _WORD.search(text)
    if word is None or word[0].lower() != word[0]:
        return text
    return text[: word.start()] + capitalize(word[0]) + text[word.end() :]


def sentence(text: str) -> str:
    """Lower capitalized words after the first; DNA, HER2 and mRNA stay as they are.

    A text all in capitals is lowered as a whole.
    """
    if text == text.upper():
        return capitalize_first(text.lower())
    pieces: list[str] = []
    at = 0
    for match in list(_WORD.finditer(text))[1:]:
        word = match[0]
        pieces += [text[at : match.start()], word.lower() if word[1:] == word[1:].lower() else word]
        at = match.end()
    return capitalize_first("".join(pieces) + text[at:])


def _capitalize_all(text: str) -> str:
    return _WORD.sub(
        lambda match: capitalize(match[0]) if match[0] == match[0].lower() else match[0], text
    )


_TURKISH: dict[str, Callable[[str], str]] = {
    "uppercase": lambda text: text.replace("i", "İ").upper(),
    "lowercase": lambda text: text.replace("İ", "i").replace("I", "ı").lower(),
}
_CASES: dict[str, Callable[[str], str]] = {
    "lowercase": str.lower,
    "uppercase": str.upper,
    "capitalize-first": capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": sentence,
    "title": title_case,
}
