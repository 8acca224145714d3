"""Joining cites: runs of numbers, equal authors, equal years."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .layouts import Layouts
from .load import Style
from .richtext import Node, Output

if TYPE_CHECKING:
    from .cluster import RenderedCite


class Collapser:
    """Joins the cites of a citation in the way of one style."""

    def __init__(self, style: Style, layouts: Layouts) -> None:
        attributes = style.citation.attributes
        self.mode = attributes.get("collapse", "")
        self.attributes = attributes

    def join(self, cites: Sequence[RenderedCite], delimiter: str) -> Output:
        """Return all cites, joined."""
        from .cluster import affixed

        parts: list[Output] = []
        for cite in cites:
            output = affixed(cite)
            if output is None:
                continue
            if parts and not cite.prefix.startswith((",", ";", ":", ".")):
                parts.append(delimiter)
            parts.append(output)
        return Node(parts)
