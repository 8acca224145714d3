"""Telling apart cites that would read the same: names, given names, a condition, a letter.

Cites are put into buckets by what they read. Only a bucket with several items is worked on: it
is rendered again with one more name or given name at a time, and split by what it then reads,
until every item stands alone or nothing more can be tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from . import style as ast
from .compile import Cite, NameSet
from .givennames import GivenNames
from .items import Item
from .layouts import Layouts
from .namesearch import NameSearch, Shown
from .richtext import plain

_POSITIONS = frozenset(("subsequent", "near-note"))


@dataclass(frozen=True, slots=True)
class Disambiguation:
    """What an item needs in every cite to be told from the others."""

    name_counts: tuple[int, ...] = ()
    given_levels: tuple[tuple[int, ...], ...] = ()
    year_suffix: str = ""
    conditions: int = 0
    given_needed: Callable[[NameSet], Sequence[int]] | None = None

    def in_list(self, area: ast.Area) -> Disambiguation:
        """Return what the list takes over: the kinds of names that the citations add."""
        options = _Options.of(area)
        return replace(
            self,
            name_counts=self.name_counts if options.names else (),
            given_levels=self.given_levels if options.givens else (),
        )

    def applied(self, cite: Cite) -> Cite:
        """Return a cite with this disambiguation."""
        return replace(
            cite,
            name_counts=self.name_counts,
            given_levels=self.given_levels,
            year_suffix=self.year_suffix,
            disambiguate=self.conditions,
            given_needed=self.given_needed,
        )


@dataclass(slots=True)
class _Bucket:
    """Items that read the same, and what has helped so far."""

    items: list[Item]
    base: Disambiguation


@dataclass(slots=True)
class _Options:
    """What a style allows."""

    names: bool
    givens: bool
    suffix: bool
    rule: str

    @classmethod
    def of(cls, area: ast.Area) -> _Options:
        def on(name: str) -> bool:
            return area.attributes.get(f"disambiguate-add-{name}") == "true"

        rule = area.attributes.get("givenname-disambiguation-rule", "by-cite")
        return cls(on("names"), on("givenname"), on("year-suffix"), rule)


@dataclass(slots=True)
class _Resolver:
    layouts: Layouts
    options: _Options
    given: GivenNames
    base: Disambiguation = field(default_factory=Disambiguation)
    found: dict[str, Disambiguation] = field(default_factory=dict)
    first_notes: Mapping[str, str] = field(default_factory=dict)
    conditions: int = 0

    def read(self, item: Item, how: Disambiguation) -> tuple[str, list[NameSet]]:
        """Return what a cite of the item reads, and the names in it."""
        first_note = self.first_notes.get(item.id, "")
        cite = Cite(number=item.id, positions=_POSITIONS, first_note=first_note, comparing=True)
        output, context = self.layouts.for_item(item).render(item, how.applied(cite))
        self.conditions = max(self.conditions, context.disambiguated)
        return plain(output), context.name_sets

    def split(self, bucket: _Bucket, how: Disambiguation) -> list[list[Item]]:
        """Return the items grouped by what they read."""
        groups: dict[str, list[Item]] = {}
        for item in bucket.items:
            text, _ = self.read(item, how)
            groups.setdefault(text, []).append(item)
        return list(groups.values())

    def settle(self, item: Item, how: Disambiguation) -> None:
        """Fix what an item needs."""
        self.found[item.id] = how

    def run(self, items: Sequence[Item], first_notes: Mapping[str, str]) -> None:
        """Resolve all items."""
        buckets = self._buckets(items)
        self.first_notes = first_notes if self.options.rule == "by-cite" else {}
        for bucket in buckets:
            rest: Iterable[_Bucket] = self._by_notes(bucket)
            if self.options.names or self._by_cite:
                rest = [left for one in rest for left in self._by_names(one)]
            for left in rest:
                self._finally(left)

    @property
    def _by_cite(self) -> bool:
        return self.options.givens and self.options.rule == "by-cite"

    def _buckets(self, items: Sequence[Item]) -> list[_Bucket]:
        """Group the items by what they read; what each shows now is the least it shows later."""
        buckets: dict[str, list[Item]] = {}
        for item in items:
            text, sets = self.read(item, self.base)
            self.settle(item, self._how(Shown().fitted(sets)))
            buckets.setdefault(text, []).append(item)
        return [_Bucket(group, self.base) for group in buckets.values() if len(group) > 1]

    def _by_notes(self, bucket: _Bucket) -> list[_Bucket]:
        """Return nothing for a pair that the number of the first note tells apart.

        The reference processor tries more on three and above, though their numbers differ, too.
        """
        pair = self.first_notes and len(bucket.items) == 2
        return [] if pair and len(self.split(bucket, bucket.base)) == 2 else [bucket]

    def _how(self, shown: Shown) -> Disambiguation:
        return replace(self.base, name_counts=shown.names, given_levels=shown.givens)

    def _by_names(self, bucket: _Bucket) -> Iterator[_Bucket]:
        """Try names and given names; yield what remains ambiguous."""
        order = {item.id: at for at, item in enumerate(bucket.items)}
        search = NameSearch(
            bucket.items,
            lambda item, shown: self.read(item, self._how(shown)),
            names=self.options.names,
            givens=self._by_cite,
            more=self.options.suffix or self.layouts.tests_disambiguate,
        )
        for items, shown, told in search.run():
            if told:
                self.settle(items[0], self._how(shown))
            else:
                rest = sorted(items, key=lambda item: order[item.id])
                yield _Bucket(rest, self._how(shown))

    def _finally(self, bucket: _Bucket) -> None:
        """Try the conditions, one more at a time, then the year suffix."""
        for left in self._by_conditions(bucket):
            for number, item in enumerate(left.items):
                suffix = year_suffix(number) if self.options.suffix else ""
                self.settle(item, replace(left.base, year_suffix=suffix))

    def _by_conditions(self, bucket: _Bucket) -> Iterator[_Bucket]:
        pending = [bucket]
        while pending:
            current = pending.pop()
            for count in range(current.base.conditions + 1, self.conditions + 1):
                how = replace(current.base, conditions=count)
                groups = self.split(current, how)
                if len(groups) > 1:
                    for group in groups:
                        if len(group) == 1:
                            self.settle(group[0], how)
                        else:
                            pending.append(_Bucket(group, how))
                    break
            else:
                conditions = current.base.conditions or min(self.conditions, 1)
                yield replace(current, base=replace(current.base, conditions=conditions))


def year_suffix(number: int) -> str:
    """Return letters for a number from 0: a to z, then aa, ab and so on."""
    letters = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("a") + digit) + letters
    return letters


def disambiguate(
    layouts: Layouts, area: ast.Area, items: Sequence[Item], first_notes: Mapping[str, str]
) -> Mapping[str, Disambiguation]:
    """Return what each item needs, by id.

    Args:
        layouts: of the citations.
        area: the citations' options.
        items: in the order of the year suffixes.
        first_notes: the number of the note that cites an item first, by id.
    """
    options = _Options.of(area)
    resolver = _Resolver(layouts, options, GivenNames(options.rule))
    tells = options.names or options.givens or options.suffix or layouts.tests_disambiguate
    if not (tells or layouts.tests_position):
        return {}
    if options.givens and options.rule != "by-cite":
        resolver.given.register(resolver.read(item, Disambiguation())[1] for item in items)
        resolver.base = Disambiguation(given_needed=resolver.given.needed)
        resolver.found = dict.fromkeys((item.id for item in items), resolver.base)
    resolver.run(items, first_notes)
    return resolver.found
