"""The search for the names and given names that tell cites apart, one step at a time.

The steps are those of the reference processor: one name or one level of a given name more for all
cites that still read the same, never one less, and what helped some of them is kept for all. It
does not find the shortest solution, but the one that styles were written and tested with.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass

from .compile import NameSet
from .items import Item

Reading = tuple[str, Sequence[NameSet]]
Levels = tuple[tuple[int, ...], ...]
Found = tuple[list[Item], "Shown", bool]
Read = Callable[[Item, "Shown"], Reading]
FULL = 2
"""The level of a given name in full; 1 is that of initials."""


@dataclass(frozen=True, slots=True)
class Shown:
    """How many names of each set to show at least, and how much of each given name."""

    names: tuple[int, ...] = ()
    givens: Levels = ()

    def level(self, index: int, name: int) -> int | None:
        """Return the level of one given name; None when there is no such name."""
        if index < len(self.givens) and name < len(self.givens[index]):
            return self.givens[index][name]
        return None

    def with_names(self, index: int, count: int) -> Shown:
        """Return the same with another number of names in one set."""
        names = [*self.names, *[0] * (index + 1 - len(self.names))]
        names[index] = count
        return Shown(tuple(names), self.givens)

    def with_level(self, index: int, name: int, level: int) -> Shown:
        """Return the same with another level of one given name."""
        sets = [list(one) for one in self.givens]
        sets[index][name] = level
        return Shown(self.names, tuple(map(tuple, sets)))

    def fitted(self, sets: Sequence[NameSet]) -> Shown:
        """Return the same with no more names than there are, and no level below the style's."""
        names = list(self.names[: len(sets)])
        givens = list(self.givens)
        for index, one in enumerate(sets):
            if index < len(names):
                names[index] = min(names[index] or one.shown, len(one.persons))
            else:
                names.append(one.shown)
            while len(givens) <= index:
                givens.append(())
            givens[index] = _fitted(givens[index], one)
        return Shown((*names, *self.names[len(sets) :]), tuple(givens))


def _fitted(levels: Sequence[int], names: NameSet) -> tuple[int, ...]:
    options = names.options
    floor = 0 if options.form == "short" else FULL if options.initialize_with is None else 1
    fitted = [*levels, *[0] * (len(names.persons) - len(levels))]
    for index, person in enumerate(names.persons):
        if fitted[index] == 1 and (options.initialize_with is None or not person.given):
            fitted[index] = FULL
        fitted[index] = max(fitted[index], floor)
    return tuple(fitted)


class NameSearch:
    """Works on the items of one bucket.

    Args:
        items: which read the same, at least two.
        read: renders a cite.
        names: the style adds names.
        givens: the style adds given names, by cite.
        more: something else can still be tried on what this cannot tell apart.
    """

    def __init__(
        self, items: Sequence[Item], read: Read, *, names: bool, givens: bool, more: bool
    ) -> None:
        self._read = read
        self._cached: dict[tuple[str, Shown], tuple[str, Shown]] = {}
        self._names, self._givens, self._more = names, givens, more
        _, first = read(items[0], Shown())
        self._base = self._better = Shown().fitted(first)
        sizes = {item.id: [len(one.persons) for one in read(item, Shown())[1]] for item in items}
        self._items = sorted(items, key=lambda item: (",".join(map(str, sizes[item.id])), item.id))
        least = sizes[self._items[0].id]
        self._most = least[0] if least else None
        self._sets = len(sizes[items[-1].id])
        self._set = self._name = 0
        self._fresh = self._exhausted = False

    def run(self) -> Iterator[Found]:
        """Yield items, what to show of them, and whether that tells them from all others."""
        pending = deque([self._items])
        self._fresh = True
        while pending:
            items = pending.popleft()
            self._set = self._name = before = 0
            while items:
                if self._exhausted and self._more:
                    yield items, self._better, False
                    break
                self._exhausted = not self._fresh and self._increment()
                self._fresh = False
                same, other = self._parted(items)
                clashes = len(same) - 1
                if not clashes or len(other) == 1 or clashes < before:
                    self._keep()
                if not clashes or len(other) == 1:
                    items = yield from self._told(same, other)
                elif clashes < before or (self._exhausted and self._more):
                    items, later = (same, other) if clashes < before else (other, same)
                    pending.extend([later] if later else [])
                elif self._exhausted:
                    yield same, self._better, False
                    items = other
                before = clashes

    def _told(self, same: list[Item], other: list[Item]) -> Generator[Found, None, list[Item]]:
        """Yield the items that stand alone now; return those that do not."""
        alone = len(same) == 1
        if alone:
            yield same, self._better, True
        if len(other) == 1:
            yield other, self._better, True
            return [] if alone else same
        self._fresh = bool(other)
        return other

    def _parted(self, items: Sequence[Item]) -> tuple[list[Item], list[Item]]:
        """Return those that read like the first, and the others."""
        text = self._text(items[0])
        same: list[Item] = [items[0]]
        other: list[Item] = []
        for item in items[1:]:
            (same if self._text(item) == text else other).append(item)
        return same, other

    def _text(self, item: Item) -> str:
        key = item.id, self._base
        found = self._cached.get(key)
        if found is None:
            text, sets = self._read(item, self._base)
            found = self._cached[key] = text, self._base.fitted(sets)
        self._base = found[1]
        return found[0]

    def _keep(self) -> None:
        """Keep the step just taken, for it helped."""
        index, base = self._set, self._base
        if self._givens:
            level = base.level(index, self._name)
            if level is not None:
                if self._better.level(index, self._name) is None:
                    self._better = Shown(self._better.names, base.givens)
                self._better = self._better.with_level(index, self._name, level)
        if index < len(base.names):
            self._better = self._better.with_names(index, base.names[index])

    def _increment(self) -> bool:
        """Take a step; tell whether it was the last."""
        level = self._base.level(self._set, self._name)
        if self._givens and level is not None and level < FULL:
            self._base = self._base.with_level(self._set, self._name, level + 1)
        elif self._names and self._most is not None and self._name < self._most:
            count = self._base.names[self._set] if self._set < len(self._base.names) else 0
            self._base = self._base.with_names(self._set, count + 1)
            self._name += 1
        elif self._set < self._sets - 1:
            self._set += 1
            self._base = self._base.with_names(self._set, 1)
            self._name = 0
        level = self._base.level(self._set, self._name)
        return (
            self._set >= self._sets - 1
            and (not self._names or self._most is None or self._name == self._most)
            and (not self._givens or level is None or level == FULL)
        )
