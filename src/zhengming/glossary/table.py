"""A project's own list as a plain table: ``variant<TAB>preferred``, one row a rewrite.

TSV or CSV by suffix; a header is optional, and with one the columns ``lang``, ``kind`` and
``source`` may follow. A row whose preferred name the glossary knows joins that concept.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePath

from zhengming.glossary.model import KINDS, LANGUAGES, LONGEST, Concept, Source, Term
from zhengming.glossary.place import Place, error_at
from zhengming.messages import Message, one_of
from zhengming.text.script import has_han

HOUSE = Source("house", "house", "The project's own list")
_COLUMNS = ("variant", "preferred", "lang", "kind", "source")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    variant: str
    preferred: str
    lang: str
    kind: str
    place: Place


def read_table(text: str, path: str) -> list[Row]:
    """The rows of a table.

    Raises:
        ZhengmingError: a row without two names, an unknown column, language or kind.
    """
    delimiter = "," if PurePath(path).suffix.lower() == ".csv" else "\t"
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    columns: tuple[str, ...] = _COLUMNS[:2]
    rows: list[Row] = []
    try:
        for cells in reader:
            place = (path, reader.line_num)
            values = [cell.strip() for cell in cells]
            if not any(values) or values[0].startswith("#"):
                continue
            if values[0].lower() == _COLUMNS[0] and not rows:
                columns = _header(values, place)
                continue
            if any(values[len(columns) :]):
                raise error_at(
                    Message(
                        f"a row of {len(values)} cells, where {len(columns)} columns are known",
                        f"此行有 {len(values)} 格，已知的列只有 {len(columns)} 列",
                    ),
                    place,
                    Message(
                        f"begin with a line that names the columns: {', '.join(_COLUMNS)}",
                        f"请在第一行写明列名：{'、'.join(_COLUMNS)}",
                    ),
                )
            rows.append(_row(dict(zip(columns, values, strict=False)), place))
    except csv.Error as error:
        raise error_at(
            Message(f"not readable as a table: {error}", f"不是有效的表格：{error}"),
            (path, reader.line_num),
            Message("check the quotes", "请检查引号"),
        ) from None
    return rows


def _header(values: list[str], place: Place) -> tuple[str, ...]:
    columns = tuple(value.lower() for value in values)
    unknown = [column for column in columns if column not in _COLUMNS]
    if unknown or "preferred" not in columns:
        raise error_at(
            Message(f'the header says "{unknown[0]}"', f"表头中的“{unknown[0]}”无法识别")
            if unknown
            else Message('the header lacks "preferred"', "表头缺少“preferred”"),
            place,
            Message(f"the columns are: {', '.join(_COLUMNS)}", f"列有：{'、'.join(_COLUMNS)}"),
        )
    return columns


def _row(cells: Mapping[str, str], place: Place) -> Row:
    variant, preferred = cells.get("variant", ""), cells.get("preferred", "")
    if not variant or not preferred:
        raise error_at(
            Message("a row needs two names", "每行须有两个名称"),
            place,
            Message(
                "write variant, a tab (or comma), preferred name",
                "写作：异写、制表符（或逗号）、首选名",
            ),
        )
    if max(len(variant), len(preferred)) > LONGEST:
        raise error_at(
            Message(f"a name of more than {LONGEST} characters", f"名称超过 {LONGEST} 字"),
            place,
            Message("write one name a cell", "每格只写一个名称"),
        )
    lang = cells.get("lang") or ("zh-CN" if has_han(preferred) else "en")
    kind = cells.get("kind") or "term"
    for value, choices in ((lang, LANGUAGES), (kind, KINDS)):
        if value not in choices:
            raise error_at(
                Message(f'"{value}" is not known', f"“{value}”无法识别"), place, one_of(choices)
            )
    return Row(variant, preferred, lang, kind, place)


def merge_rows(rows: list[Row], known: Mapping[str, Concept]) -> dict[str, Concept]:
    """The concepts that the rows change or add, by id; the table decides over what was there.

    Raises:
        ZhengmingError: a row writes what another one rewrites.
    """
    by_name = {term.text: concept.id for concept in known.values() for term in concept.terms}
    changed: dict[str, Concept] = {}
    variants = {row.variant: row for row in rows}
    for row in rows:
        if row.preferred in variants:
            raise error_at(
                Message(
                    f'"{row.preferred}" is to be written, and is itself to be rewritten',
                    f"“{row.preferred}”既是改写的结果，又要被改写",
                ),
                row.place,
                Message(
                    f"it is a variant on line {variants[row.preferred].place[1]}; name the last form",
                    f"它在第 {variants[row.preferred].place[1]} 行为异写；请写最终的名称",
                ),
            )
        named = by_name.get(row.preferred) or by_name.get(row.variant)
        concept_id = named or f"own-{row.preferred}"
        concept = changed.get(concept_id) or known.get(concept_id)
        if concept is None:
            concept = Concept(concept_id, row.kind, (), row.place)
        changed[concept_id] = replace(concept, terms=tuple(_terms(concept, row)), specs=())
        by_name[row.preferred] = concept_id
    return changed


def _terms(concept: Concept, row: Row) -> Iterator[Term]:
    """The concept's terms with the row's two names in the place the row gives them.

    Their documents stay beside the project's own word.
    """
    for text, status in ((row.preferred, "preferred"), (row.variant, "deprecated")):
        sources = (s for t in concept.terms if t.text == text for s in t.sources)
        shown = tuple(dict.fromkeys((*sources, HOUSE.id)))
        yield Term(text, row.lang, status, shown, place=row.place)
    for term in concept.terms:
        if term.text in (row.variant, row.preferred):
            continue
        if term.status == "preferred" and term.lang == row.lang and term.type == "fullForm":
            yield replace(term, status="admitted")
        else:
            yield term
