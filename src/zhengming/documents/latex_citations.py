r"""Citations in LaTeX: ``\cite{a,b}``, ``\parencite[see][p.~3]{a}``, ``\autocites{a}[5]{b}``.

All commands of LaTeX, natbib, biblatex and gbt7714 that take keys have "cite" in their names. They
are looked for in the source, since they count inside arguments that hold no prose too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zhengming.documents.citekeys import KeyedCitation, KeyedItem, listed_keys
from zhengming.documents.names import names
from zhengming.text.span import Span

# They have it too, and take no keys.
_OTHERS = names(
    "citestyle setcitestyle citename citeindextrue citeindexfalse bibcite defcitealias citetalias",
    "citepalias citetext citereset citetracker DeclareCiteCommand DeclareMultiCiteCommand",
)
_COMMAND = re.compile(
    r"(?<!\\)(?:\\\\)*+\\(?P<name>[A-Za-z]*?[cC]ite[A-Za-z]{0,20}+)\*?(?=[\s\[{(%])"
)
_KEYS = re.compile(
    r"(?:\s|%[^\r\n]*+)*+(?:\((?:[^(){}]|\{[^{}]*+\}){0,200}+\)\s*+)*+"
    r"(?:\[(?:[^\[\]{}]|\{[^{}]*+\}){0,300}+\]\s*+)*+\{(?P<keys>[^{}]*+)\}"
)


def citations(text: str, passed: Sequence[Span]) -> Iterator[KeyedCitation]:
    """The citations of a LaTeX source, but for those in ``passed``: comments and code, in order."""
    index = 0
    for command in _COMMAND.finditer(text):
        start = command.start("name") - 1
        while index < len(passed) and passed[index].end <= start:
            index += 1
        if command["name"] in _OTHERS or (index < len(passed) and passed[index].start <= start):
            continue
        end = command.end()
        items: list[KeyedItem] = []
        while found := _KEYS.match(text, end):
            items += listed_keys(text, *found.span("keys"))
            end = found.end()
            if not command["name"].endswith("s"):
                break
        if items:
            yield KeyedCitation(Span(start, end), tuple(items))
