"""Dashes for authors that are those of the entry before."""

from __future__ import annotations

from collections.abc import Sequence

from .richtext import Node, Output, plain, walk


class AuthorSubstitute:
    """Replaces repeated names, by one of the rules of CSL.

    Args:
        dash: what to print instead.
        rule: ``complete-all``, ``complete-each``, ``partial-each`` or ``partial-first``.
    """

    def __init__(self, dash: str, rule: str) -> None:
        self._dash = dash
        self._rule = rule
        self._before: list[str] = []

    def apply(self, output: Output) -> None:
        """Replace the first names of an entry if the entry before had them."""
        names = next(walk(output, "substitute"), None) or next(walk(output, "names"), None)
        if names is None or (names.role == "substitute" and not names.data):  # a mere term
            self._before = []
            return
        lists = list(walk(names, "namelist"))
        people = [plain(name) for one in lists for name in walk(one, "name")] or [plain(names)]
        before, self._before = self._before, people
        same = _common(before, people)
        if not same or (self._rule.startswith("complete") and before != people):
            return
        if not lists:
            names.children[:] = [self._dash]
        elif self._rule == "complete-all":
            self._whole(lists)
        else:
            self._each(lists, 1 if self._rule == "partial-first" else same)

    def _whole(self, lists: Sequence[Node]) -> None:
        for index, one in enumerate(lists):
            one.children[:] = [] if index else [self._dash]

    def _each(self, lists: Sequence[Node], count: int) -> None:
        for one in lists:
            for name in walk(one, "name"):
                if count:
                    name.children[:] = [self._dash]
                    count -= 1


def _common(before: Sequence[str], people: Sequence[str]) -> int:
    """Return how many names agree from the start."""
    count = 0
    for old, new in zip(before, people, strict=False):
        if old != new:
            break
        count += 1
    return count
