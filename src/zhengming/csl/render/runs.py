"""Flat runs of text with their formats, for word processors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zhengming.csl.richtext import Rich

from .superscript import spell_superscripts


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one format.

    Attributes:
        formats: CSL font attributes, such as ``{"font-style": "italic"}``.
        link: the address it points to, empty when none.
        display: the block it belongs to: ``left-margin``, ``right-inline``, …
    """

    text: str
    formats: Mapping[str, str] = field(default_factory=dict)
    link: str = ""
    display: str = ""


def runs(rich: Rich) -> tuple[Run, ...]:
    """Return the text as runs, in order."""
    return tuple(_runs(spell_superscripts(rich), {}, "", ""))


def _runs(rich: Rich, formats: Mapping[str, str], link: str, display: str) -> Iterator[Run]:
    for part in rich:
        if isinstance(part, str):
            yield Run(part, formats, link, display)
        elif part.attribute in ("link", "anchor"):
            target = part.value if part.attribute == "link" else f"#ref-{part.value}"
            yield from _runs(part.children, formats, target, display)
        elif part.attribute == "display":
            yield from _runs(part.children, formats, link, part.value)
        else:
            yield from _runs(part.children, {**formats, part.attribute: part.value}, link, display)
