"""What a compiled element may look at and leave behind while one cite is rendered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from zhengming.csl.items import Item
from zhengming.csl.nameoptions import NameOptions
from zhengming.csl.person import Person
from zhengming.csl.richtext import Output


@dataclass(slots=True)
class Cite:
    """Everything about one cite but its item: place, locator, disambiguation.

    Attributes:
        positions: the position tests that hold, empty in a bibliography.
        number: the citation number, as text.
        first_note: the note in which the item was first cited.
        year_suffix: the letter that tells its year from equal ones.
        disambiguate: how many ``disambiguate`` conditions hold, counted as they are met.
        comparing: this rendering only serves to find cites that read the same.
        name_counts: for each set of names in order, how many to show at least.
        given_levels: for each set, for each name: 0 as the style has it, 1 initials, 2 in full.
        given_needed: the level each name of a set needs whatever the cite, if the style asks that.
    """

    locator: str = ""
    label: str = "page"
    positions: frozenset[str] = frozenset()
    number: str = ""
    first_note: str = ""
    year_suffix: str = ""
    disambiguate: int = 0
    comparing: bool = False
    name_counts: tuple[int, ...] = ()
    given_levels: tuple[tuple[int, ...], ...] = ()
    given_needed: Callable[[NameSet], Sequence[int]] | None = None


@dataclass(frozen=True, slots=True)
class NameSet:
    """The names that one ``<names>`` printed for one variable, for disambiguation."""

    variable: str
    persons: tuple[Person, ...]
    options: NameOptions
    shown: int


class Context:
    """The state of rendering one cite or entry.

    Attributes:
        attempted: a variable was asked for since the enclosing group began.
        succeeded: one of them printed something.
        quashed: variables that a substitution has used up.
        used: variables printed so far inside a substitution, else None.
        label_forms: the form of the first label of a number, by variable.
        name_sets: what was printed by ``<names>``, in order.
        year_suffix_done: the year suffix was printed.
        disambiguated: how many ``disambiguate`` conditions were met so far.
        opened: a number that is missing has opened the entry, so a term no longer begins it.
        worded: a text variable of the item was asked for.
    """

    __slots__ = (
        "attempted",
        "cite",
        "disambiguated",
        "item",
        "label_forms",
        "name_sets",
        "opened",
        "quashed",
        "succeeded",
        "used",
        "worded",
        "year_suffix_done",
    )

    def __init__(self, item: Item, cite: Cite) -> None:
        self.item = item
        self.cite = cite
        self.attempted = False
        self.succeeded = False
        self.quashed: set[str] = set()
        self.used: set[str] | None = None
        self.label_forms: dict[str, str] = {}
        self.name_sets: list[NameSet] = []
        self.year_suffix_done = False
        self.disambiguated = 0
        self.opened = False
        self.worded = False

    def is_used(self, variable: str) -> bool:
        """Tell whether a substitution has printed the names of a variable already."""
        return variable in self.quashed or (self.used is not None and variable in self.used)

    def called(self, variable: str, found: bool) -> None:
        """Note that a variable was asked for, for groups and substitutions."""
        self.attempted = True
        if found:
            self.succeeded = True
            if self.used is not None:
                self.used.add(variable)


Render = Callable[[Context], Output | None]
