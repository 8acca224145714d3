"""Authors in running text for styles whose citations are bare numbers: 林安琪等[1], Shaw et al. [1]."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from zhengming.references.names import OTHERS
from zhengming.text.script import has_han


def author_words(item: Mapping[str, Any]) -> str:
    """The authors of a CSL-JSON item as a sentence names them; its title if it has none.

    Chinese names are whole and joined by 和; of three or more the first stands with 等 or et al.
    """
    names = item.get("author") or item.get("editor") or []
    known = [_name(name) for name in names if name != OTHERS]
    if not known:
        return str(item.get("title", ""))
    chinese = has_han(known[0])
    if len(known) == len(names) == 1:
        return known[0]
    if len(known) == len(names) == 2:
        return f"{known[0]}{'和' if chinese else ' and '}{known[1]}"
    return f"{known[0]}{'等' if chinese else ' et al.'}"


def before_number(words: str, citation: str) -> str:
    """The words and the number behind them; a superscript and Chinese words take no space."""
    glued = citation.startswith("<sup>") or has_han(words[-1:])
    return f"{words}{'' if glued else ' '}{citation}"


def _name(name: Mapping[str, str]) -> str:
    if "literal" in name:
        return name["literal"]
    family, given = name.get("family", ""), name.get("given", "")
    if has_han(family):
        return f"{family}{given}"
    particle = name.get("non-dropping-particle", "")
    return f"{particle} {family}".strip() or given
