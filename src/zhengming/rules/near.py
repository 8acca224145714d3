"""Names that one edit parts from each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Near:
    """Names, found by words that one edit parts from them."""

    def __init__(self, names: Iterable[str]) -> None:
        self._by_gap: dict[str, list[str]] = defaultdict(list)
        for name in names:
            for form in _with_gaps(name):
                self._by_gap[form].append(name)

    def of(self, words: Iterable[str]) -> list[str]:
        """The names near one of the words, in order."""
        return sorted(
            {
                name
                for word in words
                for form in _with_gaps(word)
                for name in self._by_gap.get(form, ())
                if one_edit_apart(word, name)
            }
        )


def _with_gaps(name: str) -> set[str]:
    """The name, and the name without each of its characters."""
    return {name, *(name[:at] + name[at + 1 :] for at in range(len(name)))}


def one_edit_apart(name: str, other: str) -> bool:
    """Whether one character put in, left out, changed or swapped with the next parts two names."""
    if abs(len(name) - len(other)) > 1 or name == other:
        return False
    short, long = sorted((name, other), key=len)
    at = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    if short[at + 1 :] == long[at + 1 :]:
        return True
    swapped = short[:at] + short[at : at + 2][::-1] + short[at + 2 :]
    return swapped == long
