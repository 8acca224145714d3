"""A half-open range of code points."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple


class Span(NamedTuple):
    """Code points ``start`` (included) to ``end`` (excluded)."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point, or one is an insertion point inside the other."""
        if self.start == self.end or other.start == other.end:
            return other.start <= self.start <= other.end or self.start <= other.start <= self.end
        return self.start < other.end and other.start < self.end


class SpanSet:
    """Disjoint spans that can be asked quickly whether another one would collide."""

    def __init__(self) -> None:
        self._spans: list[Span] = []
        self._ends: list[int] = []  # of the spans, which are in order

    def collides(self, *spans: Span) -> bool:
        """Whether one of ``spans`` overlaps one of the set."""
        for span in spans:
            near = bisect_left(self._ends, span.start)
            while near < len(self._spans) and self._spans[near].start <= span.end:
                if span.overlaps(self._spans[near]):
                    return True
                near += 1
        return False

    def add(self, *spans: Span) -> None:
        """Put in those of ``spans`` that do not collide."""
        for span in spans:
            if not self._ends or span.start > self._ends[-1]:  # as most come, in order
                self._spans.append(span)
                self._ends.append(span.end)
            elif not self.collides(span):
                at = bisect_left(self._ends, span.end)
                self._spans.insert(at, span)
                self._ends.insert(at, span.end)
