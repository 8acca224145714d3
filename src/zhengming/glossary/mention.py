"""A name that was found in a text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zhengming.glossary.forms import Sense
from zhengming.text.span import Span


@dataclass(slots=True, eq=False)  # not frozen, which would take three times as long: there are many
class Mention:
    """A name in a text.

    Attributes:
        start: of its first character, in the text that was searched.
        end: behind its last one.
        senses: what it may mean; more than one only for ambiguous names.
        written: the name as it stands there, without the gaps in it.
    """

    start: int
    end: int
    senses: tuple[Sense, ...]
    written: str
    _positions: Sequence[int] | None = None  # None if there are no gaps

    @property
    def span(self) -> Span:
        """From its first to its last character."""
        return Span(self.start, self.end)

    @property
    def positions(self) -> Sequence[int]:
        """Where each of its characters stands; gaps are not among them."""
        return self._positions or range(self.start, self.end)

    @property
    def sense(self) -> Sense:
        """The first reading; the only one unless the name is ambiguous."""
        return self.senses[0]
