"""Capitals for the term that opens a note or an entry, as in “Ibid.”, or follows a sentence."""

from __future__ import annotations

import re

from .richtext import Node, Output
from .textcase import capitalize_first

_SENTENCE = re.compile(r"\S+\s+\S+.*[.?!][\"'”’]?\s*$", re.DOTALL)


def opens_sentence(prefix: str, *, first: bool) -> bool:
    """Tell whether what follows a prefix begins a sentence: a lone abbreviation ends none."""
    if not prefix:
        return first
    return _SENTENCE.search(prefix) is not None


def capitalized(output: Output) -> Output:
    """Return the output with its first word in capitals if that is a term."""
    return _first(output, term=False)[0]


def _first(output: Output, *, term: bool) -> tuple[Output, bool]:
    """Change the first leaf under a term; the flag tells that the first leaf was found."""
    if isinstance(output, str):
        return (capitalize_first(output) if term else output), bool(output)
    children = list(output.children)
    for index, child in enumerate(children):
        children[index], found = _first(child, term=term or output.role == "term")
        if found:
            return Node(children, output.formatting, output.role, output.data), True
    return output, False
