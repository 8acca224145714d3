"""A glossary as rows for editors who do not write YAML: one name a row.

What a concept holds beside its names stands in the row of its first name. ``grade`` is told, and
not read back: it follows from the sources. Specs are not in the sheet; an import keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import sorted_terms
from zhengming.glossary.exchange.fields import EXTRAS, concept_of, extras_of, join, known, split
from zhengming.glossary.model import Concept, Place, Term

COLUMNS = ("concept", "kind", "text", "lang", "status", "type", "sources", "grade", *EXTRAS)
_NEEDED = ("concept", "text", "lang", "status")

NumberedRow = tuple[int, Sequence[str]]


def rows_of(concepts: Iterable[Concept]) -> Iterator[list[str]]:
    """The header, then the rows."""
    yield list(COLUMNS)
    for concept in concepts:
        extras = extras_of(concept)
        for term in sorted_terms(concept.terms):
            names = (concept.id, concept.kind, term.text, term.lang, term.status, term.type)
            yield [
                *names,
                join(term.sources),
                term.evidence.grade,
                *(extras.get(name, "") for name in EXTRAS),
            ]
            extras = {}


def concepts_of(rows: Iterable[NumberedRow], path: str) -> list[Concept]:
    """The concepts of a sheet; rows come with their numbers, the header first.

    Raises:
        ZhengmingError: an unknown column, a row without a name, a value that cannot be.
    """
    numbered = iter(rows)
    number, cells = next(numbered, (1, ()))
    header = _header(cells, Place(path, number))
    found: dict[str, list[tuple[Place, dict[str, str]]]] = {}
    for number, cells in numbered:
        if any(cells):
            place = Place(path, number)
            row = dict(zip(header, cells, strict=False))
            for name in _NEEDED:
                if not row.get(name):
                    raise _error(f"the cell {name} is empty", place, "fill it, or delete the row")
            found.setdefault(row["concept"], []).append((place, row))
    return [_concept(concept_id, lines) for concept_id, lines in found.items()]


def _header(cells: Sequence[str], place: Place) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    while header and not header[-1]:
        header.pop()
    unknown = [name for name in header if name not in COLUMNS]
    missing = [name for name in _NEEDED if name not in header]
    twice = [name for name in header if header.count(name) > 1]
    for names, fault in ((unknown, "is not known"), (missing, "is missing"), (twice, "is twice")):
        if names:
            hint = f"the columns are: {', '.join(COLUMNS)}"
            raise _error(f'the column "{names[0]}" {fault}', place, hint)
    return header


def _concept(concept_id: str, lines: Sequence[tuple[Place, dict[str, str]]]) -> Concept:
    place, first = lines[0]
    extras: dict[str, str] = {}
    for at, row in lines:
        if row.get("kind", "") not in ("", first.get("kind", "")):
            raise _error(f"{concept_id} is of two kinds", at, f"row {place.line} says otherwise")
        for name in EXTRAS:
            value = row.get(name, "")
            if value and extras.setdefault(name, value) != value:
                raise _error(f"{concept_id} has two values of {name}", at, "keep one of them")
    terms = [_term(row, at) for at, row in lines]
    return concept_of(concept_id, first.get("kind", ""), terms, extras, place)


def _term(row: dict[str, str], place: Place) -> Term:
    return Term(
        row["text"],
        known("lang", row["lang"], place),
        known("status", row["status"], place),
        split(row.get("sources", "")),
        known("type", row.get("type") or "fullForm", place),
        place,
    )


def _error(message: str, place: Place, hint: str) -> ZhengmingError:
    return ZhengmingError(message, path=place.path, line=place.line, hint=hint)
