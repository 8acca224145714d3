"""Sets of names, written as one string so that they are easy to read and to add to."""

from __future__ import annotations


def names(*lines: str) -> frozenset[str]:
    """The words of the lines."""
    return frozenset(word for line in lines for word in line.split())
