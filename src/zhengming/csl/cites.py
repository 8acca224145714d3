"""Cites on their way from a citation's items to its text."""

from __future__ import annotations

from dataclasses import dataclass

from .citation import CiteItem
from .compile import Cite
from .items import Item
from .locale import Locale
from .markup import parse_markup
from .richtext import Node, Output, plain, walk, without

NO_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
"""Stands where a style prints nothing: an editor must see the gap, as in other processors."""
NO_REST = "[NO_PRINTED_FORM]"
"""Stands for a citation of which nothing is left, as without its authors."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cite that knows its item, its position and its disambiguation."""

    source: CiteItem
    item: Item
    cite: Cite


@dataclass(frozen=True, slots=True)
class CiteMark:
    """What a ``cite`` node carries: the language it is printed in, and whose cite it is."""

    locale: Locale
    id: str


@dataclass(frozen=True, slots=True)
class RenderedCite:
    """A cite as output, before it is joined with its neighbours.

    Attributes:
        delimiter: what its layout puts after it.
        worded: it has a text, such as a title, that keeps it from joining the cite before it.
    """

    placed: Placed
    body: Output | None
    prefix: str
    suffix: str
    delimiter: str
    worded: bool = False

    @property
    def whole(self) -> Output | None:
        """The cite with its own prefix and suffix."""
        parts: list[Output] = []
        if self.prefix:
            parts.append(Node(parse_markup(self.prefix)))
        if self.body is not None:
            parts.append(self.body)
        if self.suffix:
            parts.append(Node(parse_markup(self.suffix)))
        return Node(parts) if parts else None

    @property
    def number(self) -> int:
        """The citation number if the cite prints nothing else, else 0."""
        if self.body is None or self.placed.cite.locator:
            return 0
        node = next(walk(self.body, "citation-number"), None)
        if node is None:
            return 0
        rest = without(self.body, lambda other: other is node)
        if any(char.isalnum() for char in plain(rest)):
            return 0
        return int(self.placed.cite.number or 0)

    @property
    def names(self) -> str:
        """What the first names read, or what stands for them; empty when nothing does."""
        names = next(walk(self.body, "names"), None)
        return plain(names or next(walk(self.body, "substitute"), None))

    @property
    def has_stand_in(self) -> bool:
        """A mere term, such as “Anon.”, stands for the names."""
        node = next(walk(self.body, "substitute"), None)
        return node is not None and not node.data

    @property
    def year(self) -> str:
        """What the date reads, without its suffix; empty when it has none."""
        node = next(walk(self.body, "date"), None)
        return plain(None if node is None else without(node, _is_suffix))

    @property
    def year_suffix(self) -> str:
        """The letter after the year."""
        printed = next(walk(self.body, "year-suffix"), None) is not None
        return self.placed.cite.year_suffix if printed else ""

    @property
    def letter(self) -> Output:
        """The year suffix alone, with the cite's own suffix."""
        node = next(walk(self.body, "year-suffix"), None)
        letter: list[Output] = ["" if node is None else node]
        mark = self.body.data if isinstance(self.body, Node) else None
        return Node(
            [Node(letter, role="cite" if mark else "", data=mark), *parse_markup(self.suffix)]
        )


def _is_suffix(node: Node) -> bool:
    return node.role == "year-suffix"


def without_author(body: Output | None, *, substitutes: bool = False) -> Output | None:
    """Return a cite without its first names, or also without what stands for them."""
    roles = ("substitute", "names") if substitutes else ("names",)
    names = next((node for role in roles for node in walk(body, role)), None)
    if body is None or names is None:
        return body
    return without(body, lambda node: node is names)
