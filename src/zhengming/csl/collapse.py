"""Joining cites: runs of numbers, equal authors, equal years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .citation import CiteItem
from .compile import Cite
from .items import Item
from .layouts import Layouts
from .load import Style
from .markup import parse_markup
from .richtext import Node, Output, plain, walk, without


@dataclass(frozen=True, slots=True)
class Placed:
    """A cite that knows its item, its position and its disambiguation."""

    source: CiteItem
    item: Item
    cite: Cite


@dataclass(slots=True)
class RenderedCite:
    """A cite as output, before it is joined with its neighbours."""

    placed: Placed
    body: Output | None
    prefix: str
    suffix: str

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
        """What the first names read, empty when there are none."""
        node = None if self.body is None else next(walk(self.body, "names"), None)
        return plain(node)

    @property
    def year(self) -> str:
        """What the date reads, without its suffix; empty when it has none."""
        node = None if self.body is None else next(walk(self.body, "date"), None)
        return plain(None if node is None else without(node, _is_suffix))

    @property
    def year_suffix(self) -> str:
        """The letter after the year."""
        if self.body is None or next(walk(self.body, "year-suffix"), None) is None:
            return ""
        return self.placed.cite.year_suffix


def _is_suffix(node: Node) -> bool:
    return node.role == "year-suffix"


@dataclass(frozen=True, slots=True)
class _Part:
    """An output and the delimiter that goes before it.

    ``stopped`` tells that its own suffix ends in a comma or the like, and no delimiter follows.
    """

    delimiter: str
    output: Output
    stopped: bool = False


class Collapser:
    """Joins the cites of a citation in the way of one style."""

    def __init__(self, style: Style, layouts: Layouts) -> None:
        attributes = style.citation.attributes
        self._mode = attributes.get("collapse", "")
        self._group = attributes.get("cite-group-delimiter")
        self._after = attributes.get("after-collapse-delimiter")
        self._within = ", " if style.style_class == "in-text" else None
        self._together = bool(style.citation.sort)
        self._suffix = attributes.get("year-suffix-delimiter")
        term = layouts.default.locale.term
        self._dash = term("citation-range-delimiter") or "–"
        self._year_dash = "–"

    def join(self, cites: Sequence[RenderedCite], delimiter: str) -> Output:
        """Return all cites, joined."""
        if self._mode == "citation-number":
            parts = self._numbers(cites, delimiter)
        elif self._mode.startswith("year") or self._group is not None:
            parts = self._groups(cites, delimiter)
        else:
            parts = self._plainly(cites, delimiter)
        out: list[Output] = []
        stopped = False
        for part in parts:
            if out and part.delimiter:
                out.append(part.delimiter if not stopped else " ")
            out.append(part.output)
            stopped = part.stopped
        return Node(out)

    def _plainly(self, cites: Sequence[RenderedCite], delimiter: str) -> Iterator[_Part]:
        for cite in cites:
            whole = cite.whole
            if whole is not None:
                yield _Part(_before(cite, delimiter), whole, cite.suffix.endswith((",", ";", ":")))

    def _numbers(self, cites: Sequence[RenderedCite], delimiter: str) -> Iterator[_Part]:
        collapsed = False
        for run in _runs(cites):
            between = self._after if collapsed and self._after is not None else delimiter
            collapsed = len(run) > 2
            if collapsed:
                yield from self._plainly(run[:1], between)
                yield from self._plainly(run[-1:], self._dash)
            else:
                yield from self._plainly(run[:1], between)
                yield from self._plainly(run[1:], delimiter)

    def _groups(self, cites: Sequence[RenderedCite], delimiter: str) -> Iterator[_Part]:
        collapsed = False
        for group in _same_names(cites, together=self._together):
            between = self._after if collapsed and self._after is not None else delimiter
            collapsed = len(group) > 1 or self._mode == "year"
            yield from self._plainly(group[:1], between)
            yield from self._rest(group, delimiter)

    def _rest(self, group: list[RenderedCite], delimiter: str) -> Iterator[_Part]:
        """Join the cites of one author after the first."""
        at = 1
        while at < len(group):
            cite = group[at]
            length = self._suffix_run(group, at)
            if length:
                yield from self._suffixes(group[at - 1 : at + length], delimiter)
                at += length
                continue
            between = self._within if self._group is None else self._group
            if between is None:
                between = delimiter
            if group[at - 1].placed.cite.locator and self._after is not None:
                between = self._after
            bare = without_author(cite.body) if self._mode else cite.body
            if bare is not None:
                yield from self._plainly([replace(cite, body=bare)], between)
            at += 1

    def _suffix_run(self, group: list[RenderedCite], at: int) -> int:
        """Return how many cites from here differ from the one before only in year suffix."""
        if not self._mode.startswith("year-suffix"):
            return 0
        length = 0
        while at + length < len(group):
            before, cite = group[at + length - 1], group[at + length]
            same = before.year == cite.year and bool(cite.year_suffix) and bool(before.year_suffix)
            if not same or before.placed.cite.locator or cite.placed.cite.locator or cite.prefix:
                break
            length += 1
        return length

    def _suffixes(self, run: list[RenderedCite], delimiter: str) -> Iterator[_Part]:
        """Join letters: a, b, c or a–c; the first of the run is printed already."""
        between = self._suffix if self._suffix is not None else self._group
        if between is None:
            between = delimiter
        at = 1
        ranged = self._mode == "year-suffix-ranged"
        while at < len(run):
            end = at
            while ranged and end + 1 < len(run) and _follows(run[end], run[end + 1]):
                end += 1
            start_joined = at == 1 and ranged and _follows(run[0], run[1])
            if (start_joined and end > at) or (not start_joined and end > at + 1):
                if not start_joined:
                    yield _Part(between, _letter(run[at]))
                yield _Part(self._year_dash, _letter(run[end]))
                at = end + 1
            else:
                yield _Part(between, _letter(run[at]))
                at += 1


def without_author(body: Output | None) -> Output | None:
    """Return a cite without its first names."""
    names = next(walk(body, "names"), None)
    if body is None or names is None:
        return body
    return without(body, lambda node: node is names)


def _before(cite: RenderedCite, delimiter: str) -> str:
    """Return the delimiter before a cite: none when its own prefix is punctuation."""
    return "" if cite.prefix.startswith((",", ";", ":", ".")) else delimiter


def _letter(cite: RenderedCite) -> Output:
    node = None if cite.body is None else next(walk(cite.body, "year-suffix"), None)
    letter: Output = "" if node is None else node
    return Node([letter, *parse_markup(cite.suffix)])


def _follows(before: RenderedCite, cite: RenderedCite) -> bool:
    first, second = before.year_suffix, cite.year_suffix
    return (
        len(first) == len(second)
        and first[:-1] == second[:-1]
        and ord(first[-1]) + 1 == ord(second[-1])
    )


def _runs(cites: Sequence[RenderedCite]) -> Iterator[list[RenderedCite]]:
    """Yield runs of cites with consecutive numbers and nothing else between them."""
    run: list[RenderedCite] = []
    for cite in cites:
        follows = run and run[-1].number and cite.number == run[-1].number + 1
        if run and not (follows and not cite.prefix and not run[-1].suffix):
            yield run
            run = []
        run.append(cite)
    if run:
        yield run


def _same_names(cites: Sequence[RenderedCite], *, together: bool) -> Iterator[list[RenderedCite]]:
    """Yield cites that have the same names: neighbours, or all of them brought together."""
    groups: list[list[RenderedCite]] = []
    for cite in cites:
        group = next((one for one in groups if _joins(cite, one[-1])), None) if together else None
        if group is None and groups and _joins(cite, groups[-1][-1]):
            group = groups[-1]
        if group is None:
            groups.append([cite])
        else:
            group.append(cite)
    yield from groups


def _joins(cite: RenderedCite, before: RenderedCite) -> bool:
    return cite.names == before.names and not cite.prefix and not before.suffix
