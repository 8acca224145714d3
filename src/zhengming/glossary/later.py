"""A loaded glossary in parts, each read from the cache when somebody asks for it.

A draft holds a few dozen of many thousand names: to start, their spellings are enough.
"""

from __future__ import annotations

import io
import pickle
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Any

from zhengming.glossary.forms import Reading, Sense
from zhengming.glossary.model import Concept, Evidence, Source, Spec, Term

_OFTEN: tuple[type, ...] = (Concept, Evidence, Source, Spec, Term)
_BLOCK = 32  # concepts that are read at once
_NOTHING = (-1, -1)  # an exception means nothing


def pickled(value: object) -> bytes:
    """A pickle whose objects are made by their constructors: read in half the time."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {cls: _reducer(cls) for cls in _OFTEN}
    pickler.dump(value)
    return out.getvalue()


def _reducer(cls: Any) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    values = attrgetter(*cls.__match_args__)
    return lambda instance: (cls, values(instance))


class LaterSources(Mapping[str, Source]):
    """The documents, which few commands ask for."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self._data = pickled(sources)

    @cached_property
    def _here(self) -> Mapping[str, Source]:
        sources: Mapping[str, Source] = pickle.loads(self._data)
        return sources

    def __getitem__(self, key: str) -> Source:
        return self._here[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._here)

    def __len__(self) -> int:
        return len(self._here)


class LaterConcepts(Mapping[str, Concept]):
    """The concepts by id, a block at a time."""

    def __init__(self, concepts: Mapping[str, Concept]) -> None:
        every = list(concepts.values())
        self._numbers = {key: number for number, key in enumerate(concepts)}
        self._data = [pickled(every[at : at + _BLOCK]) for at in range(0, len(every), _BLOCK)]
        self._blocks: dict[int, Sequence[Concept]] = {}

    def at(self, number: int) -> Concept:
        """The concept that was the ``number``-th, from 0."""
        block, place = divmod(number, _BLOCK)
        if block not in self._blocks:
            self._blocks[block] = pickle.loads(self._data[block])
        return self._blocks[block][place]

    def __getitem__(self, key: str) -> Concept:
        return self.at(self._numbers[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)


class LaterReadings(Mapping[str, tuple[Reading, ...]]):
    """What each pattern means, kept as the numbers of a concept and of a name in it.

    Args:
        readings: of each pattern.
        concepts: every concept that they name, by id.
        later: the same concepts, a block at a time.
    """

    def __init__(
        self,
        readings: Mapping[str, tuple[Reading, ...]],
        concepts: Mapping[str, Concept],
        later: LaterConcepts,
    ) -> None:
        numbers = {
            id(term): (number, place)
            for number, concept in enumerate(concepts.values())
            for place, term in enumerate(concept.terms)
        }
        self._concepts = later
        self._places = {pattern: place for place, pattern in enumerate(readings)}
        self._ends = array("l", accumulate(map(len, readings.values())))
        codes = [numbers[id(s.term)] if s else _NOTHING for one in readings.values() for s in one]
        self._owners, self._terms = (array("l", map(itemgetter(at), codes)) for at in (0, 1))
        self._here: dict[str, tuple[Reading, ...]] = {}

    def __getitem__(self, key: str) -> tuple[Reading, ...]:
        found = self._here.get(key)
        if found is None:
            place = self._places[key]
            start = self._ends[place - 1] if place else 0
            found = tuple(map(self._reading, range(start, self._ends[place])))
            self._here[key] = found  # the same each time: a reading is told by its identity
        return found

    def _reading(self, at: int) -> Reading:
        if self._owners[at] < 0:
            return None
        concept = self._concepts.at(self._owners[at])
        return Sense(concept, concept.terms[self._terms[at]])

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
