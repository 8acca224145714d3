"""Two trees: the tagged output of evaluation, and the settled text handed to renderers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .formatting import PLAIN, Formatting


class Node:
    """A part of a citation or entry before punctuation, quotes and collapsing are settled.

    Attributes:
        role: what it is, for the passes that look for it: ``names``, ``date``, ``year``,
            ``year-suffix``, ``citation-number``, ``cite``, ``nocase``, or empty.
        data: what the role needs, such as the locale of a cite.
    """

    __slots__ = ("children", "data", "formatting", "role")

    def __init__(
        self,
        children: list[Output],
        formatting: Formatting = PLAIN,
        role: str = "",
        data: Any = None,
    ) -> None:
        self.children = children
        self.formatting = formatting
        self.role = role
        self.data = data

    def __repr__(self) -> str:
        return f"Node({self.children!r}, role={self.role!r})"


Output = str | Node


def plain(output: Output | None) -> str:
    """Return the bare characters of an output tree, affixes and delimiters included."""
    if output is None:
        return ""
    if isinstance(output, str):
        return output
    form = output.formatting
    inner = form.delimiter.join(filter(None, map(plain, output.children)))
    return f"{form.prefix}{inner}{form.suffix}" if inner else ""


def walk(output: Output | None, role: str) -> Iterator[Node]:
    """Yield the nodes of a role, outermost first, in order."""
    if isinstance(output, Node):
        if output.role == role:
            yield output
        for child in output.children:
            yield from walk(child, role)


def without(output: Output, drop: Callable[[Node], bool]) -> Output | None:
    """Return the tree without the nodes to drop, nor those left empty by that."""
    if isinstance(output, str):
        return output
    if drop(output):
        return None
    kept = [new for child in output.children if (new := without(child, drop)) is not None]
    if not kept and output.children:
        return None
    return Node(kept, output.formatting, output.role, output.data)


def map_text(output: Output, change: Callable[[str], str]) -> Output:
    """Return the tree with every leaf changed (affixes are left alone)."""
    if isinstance(output, str):
        return change(output)
    children = [map_text(child, change) for child in output.children]
    return Node(children, output.formatting, output.role, output.data)


@dataclass(frozen=True, slots=True)
class Span:
    """Settled text under one attribute.

    Attributes:
        attribute: one of the font attributes of CSL, ``display``, ``link`` or ``anchor``.
        value: such as ``italic``, ``block``, an address, or the id of an entry.
    """

    attribute: str
    value: str
    children: Rich


Inline = str | Span
Rich = tuple[Inline, ...]
"""Settled text: what citations and entries are made of."""


def rich_text(rich: Iterable[Inline]) -> str:
    """Return the characters of settled text."""
    return "".join(part if isinstance(part, str) else rich_text(part.children) for part in rich)
