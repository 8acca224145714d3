"""Joining cites: runs of numbers, equal authors, equal years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .cites import RenderedCite, without_author
from .layouts import Layouts
from .load import Style
from .richtext import Node, Output


@dataclass(frozen=True, slots=True)
class _Part:
    """An output and what joins it to its neighbours.

    Attributes:
        output: empty for a cite that prints nothing.
        before: the delimiter before it; None for the one that the part before asks for.
        after: the delimiter that its layout puts after it.
    """

    output: Output
    before: str | None
    after: str


class Collapser:
    """Joins the cites of a citation in the way of one style."""

    def __init__(self, style: Style, layouts: Layouts) -> None:
        attributes = style.citation.attributes
        self._mode = attributes.get("collapse", "")
        self._group = attributes.get("cite-group-delimiter")
        self._after = attributes.get("after-collapse-delimiter")
        self._shortest_run = int(attributes.get("shortest-run", "3"))
        self._within = ", " if style.style_class == "in-text" else None
        self._suffix = attributes.get("year-suffix-delimiter", self._group)
        term = layouts.default.locale.term
        self._dash = term("citation-range-delimiter") or "–"

    def join(self, cites: Sequence[RenderedCite]) -> Output:
        """Return all cites, joined."""
        if self._mode == "citation-number":
            parts = self._numbers(cites)
        elif self._mode.startswith("year") or self._group is not None:
            parts = self._groups(cites)
        else:
            parts = self._each(cites)
        out: list[Output] = []
        after = ""
        for part in parts:
            if part.output == "":
                after = part.after if out else ""
                continue
            out.append((after if part.before is None else part.before) if out else "")
            out.append(part.output)
            after = part.after
        return Node(out)

    def _each(self, cites: Sequence[RenderedCite], before: str | None = None) -> Iterator[_Part]:
        """Yield cites as they are, ``before`` going before each."""
        for cite in cites:
            whole = cite.whole
            if whole is None:
                yield _Part("", None, cite.delimiter)
            else:
                punctuated = cite.prefix.startswith((",", ";", ":", "."))
                stopped = cite.suffix.endswith((",", ";", ":"))
                yield _Part(whole, "" if punctuated else before, " " if stopped else cite.delimiter)

    def _numbers(self, cites: Sequence[RenderedCite]) -> Iterator[_Part]:
        """Yield numbers, three or more in a row (or as a house asks) as a range."""
        for run in _runs(cites):
            yield from self._each(run[:1])
            if len(run) >= self._shortest_run:
                yield from self._each(run[-1:], self._dash)
            else:
                yield from self._each(run[1:])

    def _groups(self, cites: Sequence[RenderedCite]) -> Iterator[_Part]:
        """Yield cites by author, the author printed once."""
        collapsed = False
        for group in _same_names(cites):
            yield from self._each(group[:1], self._after if collapsed else None)
            yield from self._rest(group)
            collapsed = len(group) > 1 or self._mode == "year"

    def _rest(self, group: list[RenderedCite]) -> Iterator[_Part]:
        """Yield the cites of one author after the first."""
        at = 1
        while at < len(group):
            length = self._suffix_run(group, at)
            if length:
                yield from self._suffixes(group[at - 1 : at + length])
                at += length
                continue
            within = None if group[at].worded else self._within
            before = within if self._group is None else self._group
            if group[at - 1].placed.cite.locator and self._after is not None:
                before = self._after
            body = without_author(group[at].body) if self._mode else group[at].body
            if body is not None:
                yield from self._each([replace(group[at], body=body)], before)
            at += 1

    def _suffix_run(self, group: list[RenderedCite], at: int) -> int:
        """Return how many cites from here differ from the one before only in year suffix."""
        if not self._mode.startswith("year-suffix"):
            return 0
        length = 0
        while at + length < len(group):
            before, cite = group[at + length - 1], group[at + length]
            lettered = bool(cite.year_suffix) and bool(before.year_suffix)
            located = bool(before.placed.cite.locator or cite.placed.cite.locator)
            if before.year != cite.year or not lettered or located or cite.prefix:
                break
            length += 1
        return length

    def _suffixes(self, run: list[RenderedCite]) -> Iterator[_Part]:
        """Yield letters, as a, b, c or a–c; the first of the run is printed already."""
        ranged = self._mode == "year-suffix-ranged"
        start = 0
        while start < len(run):
            end = start
            while ranged and end + 1 < len(run) and _follows(run[end], run[end + 1]):
                end += 1
            if start:
                yield _Part(run[start].letter, self._suffix, run[start].delimiter)
            if end - start > 1:
                yield _Part(run[end].letter, "–", run[end].delimiter)
                start = end + 1
            else:
                start += 1


def _follows(before: RenderedCite, cite: RenderedCite) -> bool:
    """Tell whether one year suffix is the letter after another."""
    first, second = before.year_suffix, cite.year_suffix
    return first[:-1] == second[:-1] and ord(first[-1]) + 1 == ord(second[-1])


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


def _same_names(cites: Sequence[RenderedCite]) -> Iterator[list[RenderedCite]]:
    """Yield neighbours that have the same names, with those that print neither name nor text."""
    groups: list[list[RenderedCite]] = []
    for cite in cites:
        if groups and (_same(cite, groups[-1][-1]) or _clings(cite, groups[-1])):
            groups[-1].append(cite)
        else:
            groups.append([cite])
    yield from groups


def _same(cite: RenderedCite, before: RenderedCite) -> bool:
    if cite.has_stand_in or before.has_stand_in:
        return False
    return cite.names == before.names and not cite.prefix and not before.suffix


def _clings(cite: RenderedCite, group: list[RenderedCite]) -> bool:
    """Tell whether a cite goes to the group before it for want of words of its own."""
    nameless = cite.has_stand_in or not cite.names
    return nameless and not (cite.worded or cite.prefix or group[-1].suffix)
