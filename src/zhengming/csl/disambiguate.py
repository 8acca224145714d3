"""Telling apart cites that would read the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from . import style as ast
from .compile import Cite
from .items import Item
from .layouts import Layouts

if TYPE_CHECKING:
    from .cluster import Placed


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What an item needs in every cite to be told from the others."""

    name_counts: tuple[int, ...] = ()
    given_levels: tuple[tuple[int, ...], ...] = ()
    year_suffix: str = ""
    condition: bool = False

    def applied(self, cite: Cite) -> Cite:
        """Return a cite with this disambiguation."""
        return replace(
            cite,
            name_counts=self.name_counts,
            given_levels=self.given_levels,
            year_suffix=self.year_suffix,
            disambiguate=self.condition,
        )


def disambiguate(
    layouts: Layouts, area: ast.Area, items: Sequence[Item], cites: Sequence[Placed]
) -> Mapping[str, Disambiguation]:
    """Return what each ambiguous item needs, by id."""
    return {}
