"""A glossary as rows for editors who do not write YAML: one name a row.

What a concept holds beside its names stands in the row of its first name. ``grade`` is told, and
not read back: it follows from the sources. Specs are not in the sheet; an import keeps them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from zhengming.glossary.canonical import sorted_terms
from zhengming.glossary.exchange.fields import EXTRAS, concept_of, extras_of, join, known, split
from zhengming.glossary.model import Concept, Term
from zhengming.glossary.place import Place, error_at
from zhengming.messages import Message

COLUMNS = (
    "concept",
    "kind",
    "text",
    "lang",
    "status",
    "type",
    "setting",
    "sources",
    "grade",
    *EXTRAS,
)
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
                term.setting,
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
    header = _header(cells, (path, number))
    found: dict[str, list[tuple[Place, dict[str, str]]]] = {}
    for number, cells in numbered:
        if any(cells):
            place = (path, number)
            row = dict(zip(header, cells, strict=False))
            for name in _NEEDED:
                if not row.get(name):
                    raise error_at(
                        Message(f"the cell {name} is empty", f"{name} 一格为空"),
                        place,
                        Message("fill it, or delete the row", "请填写，或删去此行"),
                    )
            found.setdefault(row["concept"], []).append((place, row))
    return [_concept(concept_id, lines) for concept_id, lines in found.items()]


def _header(cells: Sequence[str], place: Place) -> list[str]:
    header = [cell.strip().lower() for cell in cells]
    while header and not header[-1]:
        header.pop()
    unknown = [name for name in header if name not in COLUMNS]
    missing = [name for name in _NEEDED if name not in header]
    twice = [name for name in header if header.count(name) > 1]
    faults = [
        *(Message(f'the column "{name}" is not known', f"“{name}”列无法识别") for name in unknown),
        *(Message(f'the column "{name}" is missing', f"缺少“{name}”列") for name in missing),
        *(Message(f'the column "{name}" is twice', f"“{name}”列重复") for name in twice),
    ]
    if faults:
        hint = Message(f"the columns are: {', '.join(COLUMNS)}", f"列有：{'、'.join(COLUMNS)}")
        raise error_at(faults[0], place, hint)
    return header


def _concept(concept_id: str, lines: Sequence[tuple[Place, dict[str, str]]]) -> Concept:
    place, first = lines[0]
    extras: dict[str, str] = {}
    for at, row in lines:
        if row.get("kind", "") not in ("", first.get("kind", "")):
            raise error_at(
                Message(f"{concept_id} is of two kinds", f"{concept_id} 有两种类别"),
                at,
                Message(f"row {place[1]} says otherwise", f"与第 {place[1]} 行不一致"),
            )
        for name in EXTRAS:
            value = row.get(name, "")
            if value and extras.setdefault(name, value) != value:
                raise error_at(
                    Message(
                        f"{concept_id} has two values of {name}", f"{concept_id} 的 {name} 有两个值"
                    ),
                    at,
                    Message("keep one of them", "请保留一个"),
                )
    terms = [_term(row, at) for at, row in lines]
    return concept_of(concept_id, first.get("kind", ""), terms, extras, place)


def _term(row: dict[str, str], place: Place) -> Term:
    return Term(
        row["text"],
        known("lang", row["lang"], place),
        known("status", row["status"], place),
        split(row.get("sources", "")),
        known("type", row.get("type") or "fullForm", place),
        known("setting", row.get("setting", ""), place),
        place,
    )
