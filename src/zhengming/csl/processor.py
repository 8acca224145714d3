"""The driver: all citations go in, one `finish()` comes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .bibliography import Bibliography
from .citation import Citation, CiteItem, Entry, Rendered
from .citeorder import CiteOrder
from .cites import Placed
from .cluster import ClusterRenderer
from .compile import Cite
from .disambiguate import Disambiguation, disambiguate
from .items import Item
from .layouts import Layouts
from .load import Style
from .locale import FALLBACK, Locales
from .locators import read_locator
from .positions import Position, find_positions
from .sorting import Collate, Sorter, default_collate
from .told import Told

Items = Iterable[Mapping[str, Any]] | Mapping[str, Mapping[str, Any]]


class Processor:
    """Renders the citations of one document in one style.

    Args:
        style: the style.
        items: CSL-JSON items, in a sequence or by id.
        locale: the language of terms; the style's own when not given.
        locales: where locale files are; the package's own when not given.
        collate: gives the sort key of a text in a language.
    """

    def __init__(
        self,
        style: Style,
        items: Items,
        *,
        locale: str | None = None,
        locales: Locales | None = None,
        collate: Collate | None = None,
    ) -> None:
        self._style = style
        self._data = _by_id(items)
        self._language = locale or style.default_locale or FALLBACK
        self._locales = locales or Locales()
        self._collate = collate or default_collate
        self._items: dict[str, Item] = {}
        self._citations: list[Citation] = []
        self._order: dict[str, None] = {}
        self._warnings: list[Told] = []
        self._layouts = Layouts(style, style.citation, self._locales, self._language)

    def cite(self, citation: Citation) -> None:
        """Add a citation; items that are not there are left out with a warning."""
        known = tuple(item for item in citation.items if self._know(item.id))
        self._order.update((item.id, None) for item in known)
        self._citations.append(replace(citation, items=known))

    def include(self, ids: Iterable[str] | None = None) -> None:
        """List items that no citation cites; all of them when no ids are given."""
        chosen = self._data if ids is None else ids
        self._order.update((id_, None) for id_ in chosen if self._know(id_))

    def finish(self) -> Rendered:
        """Render everything cited and included so far."""
        order = self._sorted_entries()
        numbers = {id_: number for number, id_ in enumerate(order, 1)}
        resolved = disambiguate(
            self._layouts,
            self._style.citation,
            [self._items[id_] for id_ in order],
            self._first_notes(),
        )
        clusters = ClusterRenderer(self._style, self._layouts)
        citations = tuple(
            clusters.render(citation, cites)
            for citation, cites in zip(self._citations, self._place(numbers, resolved), strict=True)
        )
        entries = self._bibliography(order, numbers, resolved)
        warnings = (*self._style.warnings, *self._warnings, *clusters.warnings)
        return Rendered(citations, entries, tuple(dict.fromkeys(warnings)))

    def _know(self, id_: str) -> bool:
        if id_ in self._items:
            return True
        data = self._data.get(id_)
        if data is None:
            self._warnings.append(Told(f"{id_}: no such item", f"{id_}：没有这一条目"))
            return False
        self._items[id_] = Item(data)
        return True

    def _sorted_entries(self) -> list[str]:
        """Return ids in the order of the reference list."""
        area = self._style.bibliography
        if area is None or not area.sort:
            return list(self._order)
        sorter = Sorter(self._style, area, self._layouts.default.locale, self._collate)
        cited = {id_: Cite(number=str(n)) for n, id_ in enumerate(self._order, 1)}
        return sorter.sort(list(self._order), lambda id_: (self._items[id_], cited[id_]))

    def _first_notes(self) -> dict[str, str]:
        """Return the number of the note that cites an item first, by id."""
        notes: dict[str, str] = {}
        for citation in self._citations:
            if citation.note_number:
                for cite in citation.items:
                    notes.setdefault(cite.id, str(citation.note_number))
        return notes

    def _place(
        self, numbers: Mapping[str, int], resolved: Mapping[str, Disambiguation]
    ) -> list[list[Placed]]:
        """Sort the cites of each citation and find their positions."""
        area = self._style.citation
        order = CiteOrder(self._style, self._layouts, self._collate)

        def read(cite: CiteItem) -> tuple[Item, Cite]:
            found = Cite(number=str(numbers[cite.id]))
            told = resolved.get(cite.id)
            return self._items[cite.id], found if told is None else told.applied(found)

        rows = [(citation, order.sorted(citation.items, read)) for citation in self._citations]
        distance = area.attributes.get("near-note-distance", "")
        near = int(distance) if distance.isdecimal() and len(distance) < 7 else 5
        placed = []
        for (_, cites), positions in zip(rows, find_positions(rows, near), strict=True):
            placed.append(
                [
                    Placed(cite, item, _positioned(known, cite, position))
                    for cite, position in zip(cites, positions, strict=True)
                    for item, known in (read(cite),)
                ]
            )
        return placed

    def _bibliography(
        self,
        order: Sequence[str],
        numbers: Mapping[str, int],
        resolved: Mapping[str, Disambiguation],
    ) -> tuple[Entry, ...]:
        area = self._style.bibliography
        if area is None:
            return ()
        layouts = Layouts(self._style, area, self._locales, self._language)
        bibliography = Bibliography(self._style, area, layouts)
        entries = bibliography.entries([self._items[id_] for id_ in order], numbers, resolved)
        self._warnings.extend(bibliography.warnings)
        return entries


def _positioned(known: Cite, cite: CiteItem, position: Position) -> Cite:
    """Return what is known of a cite with its locator and its place."""
    locator, label = read_locator(cite.locator or "", cite.label or "page")
    return replace(
        known,
        locator=locator,
        label=label,
        positions=position.tests,
        first_note=str(position.first_note or ""),
    )


def _by_id(items: Items) -> dict[str, Mapping[str, Any]]:
    if isinstance(items, Mapping):
        return {str(id_): {"id": id_, **item} for id_, item in items.items()}
    return {str(item.get("id", "")): item for item in items}
