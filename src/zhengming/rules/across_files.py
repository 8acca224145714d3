"""TERM007 across the files of one run: one drug called by one name here and by another there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from zhengming.rules.base import Draft, Finding, Message
from zhengming.rules.ignores import ignores
from zhengming.rules.term_consistency import TERM007, Drug, generic_names, is_salt

Uses = Mapping[Drug, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Odd:
    """A name in a file that other files do not call the drug by.

    Attributes:
        usual: the name that the run uses most, ``count`` times, first in the file ``there``.
    """

    path: str
    drug: Drug
    name: str
    usual: str
    count: int
    there: str


def uses(draft: Draft) -> Uses:
    """How often a document uses each name of the drugs that have several, ignored places aside.

    The comments that ignore them count as used: whether they were needed, other files decide.
    """
    hidden = draft.once(ignores)
    counts: dict[Drug, dict[str, int]] = {}
    for drug, names in draft.once(generic_names).items():
        if not _has_several(draft, drug):
            continue
        left = {
            name: sum(not hidden.hides(TERM007.id, place.span) for place in places)
            for name, places in names.items()
        }
        if any(left.values()):
            counts[drug] = {name: count for name, count in left.items() if count}
    return counts


def _has_several(draft: Draft, drug: Drug) -> bool:
    concept_id, chinese = drug
    names = [
        term
        for term in draft.names.glossary.concepts[concept_id].terms
        if term.status in ("preferred", "admitted")
        and term.type == "fullForm"
        and term.lang.startswith("zh") == chinese
    ]
    return len(names) > 1


@dataclass(frozen=True, slots=True)
class Ledger:
    """The names used in a run; its size depends on the names, not on the number of files."""

    _totals: dict[Drug, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _firsts: dict[Drug, dict[frozenset[str], str]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, path: str, found: Uses) -> None:
        """Count in what one file uses."""
        for drug, counts in found.items():
            self._totals[drug].update(counts)
            self._firsts[drug].setdefault(frozenset(counts), path)

    def odd(self) -> Iterator[Odd]:
        """Each name but the most used, at the first file that uses it and not the most used one.

        A file that uses both is told so by itself.
        """
        for drug, totals in self._totals.items():
            (usual, count), *others = totals.most_common()
            firsts = self._firsts[drug].items()
            for name in (name for name, _ in others if not is_salt(name, usual)):
                here = [path for names, path in firsts if name in names and usual not in names]
                there = [path for names, path in firsts if usual in names]
                if here:
                    yield Odd(here[0], drug, name, usual, count, there[0])


def finding(draft: Draft, odd: Odd) -> Finding | None:
    """The finding at the first place of the odd name; None if the file has changed meanwhile."""
    hidden = draft.once(ignores)
    for place in draft.once(generic_names).get(odd.drug, {}).get(odd.name, ()):
        if not hidden.hides(TERM007.id, place.span):
            return Finding(
                TERM007.id,
                "warning",
                place.span,
                Message(
                    f'"{odd.name}" is called "{odd.usual}" in other files ({odd.count}×, first in '
                    f"{odd.there}); call the drug by one name",
                    f"“{odd.name}”在其他文件中称“{odd.usual}”（{odd.count}处，首见于{odd.there}），"
                    "为同一药物，请统一名称",
                ),
                concept=odd.drug[0],
            )
    return None
