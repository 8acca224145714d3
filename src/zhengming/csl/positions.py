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
    """The tests that hold for a cite, and the note of the item's first cite."""

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
    first_notes: dict[str, int] = {}
    last_notes: dict[str, int] = {}
    previous: Sequence[CiteItem] = ()
    previous_note = 0
    found: list[list[Position]] = []
    for citation, cites in citations:
        note = citation.note_number
        row: list[Position] = []
        for index, cite in enumerate(cites):
            tests = FIRST
            if cite.id in first_notes:
                before = _before(cites, index, previous, note, previous_note)
                tests = _repeated(cite, before)
                if note - last_notes[cite.id] <= near_distance:
                    tests = tests | {"near-note"}
            first_notes.setdefault(cite.id, note)
            last_notes[cite.id] = note
            row.append(Position(tests, first_notes[cite.id]))
        found.append(row)
        previous, previous_note = cites, note
    return found


def _before(
    cites: Sequence[CiteItem],
    index: int,
    previous: Sequence[CiteItem],
    note: int,
    previous_note: int,
) -> CiteItem | None:
    """Return the cite that an ibid here would point to."""
    if index:
        return cites[index - 1]
    same = {cite.id for cite in previous}
    if len(same) != 1 or (note and note - previous_note > 1):
        return None
    return previous[-1]


def _repeated(cite: CiteItem, before: CiteItem | None) -> frozenset[str]:
    if before is None or before.id != cite.id:
        return _SUBSEQUENT
    if before.locator:
        if not cite.locator:
            return _SUBSEQUENT
        same = (cite.locator, cite.label or "page") == (before.locator, before.label or "page")
        return _IBID if same else _IBID_LOCATOR
    return _IBID_LOCATOR if cite.locator else _IBID
