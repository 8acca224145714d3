"""The order of the cites in one citation."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from .citation import CiteItem
from .compile import Cite
from .inspect import is_number, mentions
from .items import Item
from .layouts import Layouts
from .load import Style
from .richtext import plain, walk
from .sorting import Collate, Sorter

Read = Callable[[CiteItem], tuple[Item, Cite]]
_SUBSEQUENT = frozenset(("subsequent", "near-note"))


class CiteOrder:
    """Sorts cites by the keys of a style, those of one author together where it groups them."""

    def __init__(self, style: Style, layouts: Layouts, collate: Collate) -> None:
        self._layouts = layouts
        self._sorter = Sorter(style, style.citation, layouts.default.locale, collate)
        self._grouped = groups_authors(style)

    def sorted(self, cites: Sequence[CiteItem], read: Read) -> Sequence[CiteItem]:
        """Return the cites in order; ``read`` gives the item of each and what is known of it."""
        if len(cites) < 2 or not self._sorter.keys:
            return cites
        if self._grouped:
            return self._sorter.sort_grouped(cites, read, lambda cite: self._authors(*read(cite)))
        return self._sorter.sort(cites, read)

    def _authors(self, item: Item, cite: Cite) -> str | None:
        """Return the last names a cite prints; None when it prints none."""
        cite = replace(cite, positions=_SUBSEQUENT, comparing=True)
        body, _ = self._layouts.for_item(item).render(item, cite)
        names = list(walk(body, "names"))
        return plain(names[-1]) if names else None


def groups_authors(style: Style) -> bool:
    """Tell whether the cites of one author are brought together."""
    attributes = style.citation.attributes
    if any(key.variable == "citation-number" for key in style.citation.sort):
        return False
    if style.style_class == "in-text" and attributes.get("collapse"):
        return True
    return bool(attributes.get("cite-group-delimiter")) and not mentions(
        style, style.citation, is_number
    )
