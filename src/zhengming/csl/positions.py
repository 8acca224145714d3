"""Where a cite stands: first, subsequent, ibid, near an earlier note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .citation import Citation, CiteItem

FIRST = frozenset(("first",))
_SUBSEQUENT = frozenset(("subsequent",))
_IBID = frozenset(("subsequent", "ibid"))
_IBID_LOCATOR = frozenset(("subsequent", "ibid", "ibid-with-locator"))


@dataclass(frozen=True, slots=True)
class Position:
    """The tests that hold for a cite, and the note of the item's first cite (0 if this is it)."""

    tests: frozenset[str]
    first_note: int


def find_positions(
    citations: Sequence[tuple[Citation, Sequence[CiteItem]]], near_distance: int
) -> list[list[Position]]:
    """Return the position of each cite of each citation, in order.

    Args:
        citations: with their cites as sorted.
        near_distance: how many notes away still counts as near.
    """
    in_text, in_notes = _Track(), _Track()
    found: list[list[Position]] = []
    for citation, cites in citations:
        track = in_notes if citation.note_number else in_text
        track.enter(citation.note_number)
        found.append([track.place(cites, index, near_distance) for index in range(len(cites))])
        track.leave(cites)
    return found


class _Track:
    """The cites so far, in the notes or in the running text: the two do not refer to each other."""

    def __init__(self) -> None:
        self.note = 0
        self.first: dict[str, int] = {}
        self.last: dict[str, int] = {}
        self.here: list[CiteItem] = []
        self.previous: CiteItem | None = None

    def enter(self, note: int) -> None:
        """Begin a citation; in a new note, an ibid needs all of the note before to agree."""
        if note != self.note or not note:
            alone = len({cite.id for cite in self.here}) == 1 and note - self.note <= 1
            self.previous = self.here[-1] if alone else None
            self.here = []
        self.note = note

    def leave(self, cites: Sequence[CiteItem]) -> None:
        """End a citation; another in the same note compares with its last cite."""
        self.here.extend(cites)
        self.previous = cites[-1] if len({cite.id for cite in cites}) == 1 else None

    def place(self, cites: Sequence[CiteItem], index: int, near_distance: int) -> Position:
        """Return the position of one cite of the citation entered."""
        cite = cites[index]
        first = self.first.get(cite.id)
        near = self.note - self.last.get(cite.id, self.note) <= near_distance
        self.last[cite.id] = self.note
        if first is None:
            self.first[cite.id] = self.note
            return Position(FIRST, 0)
        tests = _repeated(cite, cites[index - 1] if index else self.previous)
        return Position(tests | {"near-note"} if near else tests, first)


def _repeated(cite: CiteItem, before: CiteItem | None) -> frozenset[str]:
    if before is None or before.id != cite.id:
        return _SUBSEQUENT
    if before.locator:
        if not cite.locator:
            return _SUBSEQUENT
        same = (cite.locator, cite.label or "page") == (before.locator, before.label or "page")
        return _IBID if same else _IBID_LOCATOR
    return _IBID_LOCATOR if cite.locator else _IBID
