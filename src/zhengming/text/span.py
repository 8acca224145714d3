"""A half-open range of code points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points ``start`` (included) to ``end`` (excluded)."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, or one is an insertion point inside the other."""
        if self.start == self.end or other.start == other.end:
            return other.start <= self.start <= other.end or self.start <= other.start <= self.end
        return self.start < other.end and other.start < self.end
