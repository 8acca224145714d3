"""A glossary file in its canonical form, read line by line in less than half the time of a YAML parser.

What is written in any other way, or wrongly, is left to the parser. See ``canonical``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import Any

from zhengming.glossary.tree import Mapping

_FLOW = r"\[\]{},?"
_PLAIN = (
    rf"(?!-(?:\s|$))[^\s!&*%@`'\"|>#=:{_FLOW}]"
    rf"(?:[^\s:{_FLOW}]++|:(?=[^\s{_FLOW}])|\ ++(?=[^\s#{_FLOW}]))*+"
)
_SCALAR = rf"(?:{_PLAIN}|'(?:[^']|'')*+')"
_LIST = rf"{_SCALAR}(?:,\ {_SCALAR})*+"
_FIELD = re.compile(
    rf"(?:(-)|\ )\ ([a-z_]+):(?:\ (?:({_SCALAR})|\[({_LIST})\]|({{.*}})))?", re.VERBOSE
)
_TERM = re.compile(
    rf"""{{text:\ ({_SCALAR}),\ lang:\ ([\w-]+),\ status:\ (\w+)
        (?:,\ type:\ (\w+))? (?:,\ setting:\ (\w+))? (?:,\ sources:\ \[({_LIST})\])?}}""",
    re.VERBOSE,
)
_MAP = re.compile(
    rf"""{{(?:
    in:\ (?P<in>{_SCALAR}),\ out:\ (?P<out>{_SCALAR})
    | (?:doi:\ (?P<doi>{_SCALAR}))? (?:(?:(?<={{)|,\ )pmid:\ (?P<pmid>{_SCALAR}))?
    )}}""",
    re.VERBOSE,
)
_KEYS = tuple(_MAP.groupindex)
_EACH = re.compile(_SCALAR, re.VERBOSE)
_ITEM = "    - "


def read_lines(text: str) -> list[Mapping] | None:
    """What ``read_yaml`` makes of a file in canonical form; None if it is in another."""
    rows = text.split("\n")
    if not all(map(str.isprintable, rows)):  # YAML forbids some of what is not, or ends lines
        return None
    fields: dict[str, Sequence[str]] = {}  # many rows are like others: a kind, a phase, a year
    entries: list[Mapping] = []
    entry, lines = Mapping.at(0), dict[str, int]()
    inner: list[Mapping] | None = None  # the items of the field above
    value: Any
    for number, row in enumerate(rows, 1):
        if row.startswith(_ITEM):
            item = _term(row, number) or _map(row[len(_ITEM) :], number)
            if item is None or inner is None:
                return None
            inner.append(item)
        elif row:
            field = fields.get(row) or _field(row, fields)
            if inner == [] or field is None:
                return None
            dash, key, scalar, items, pairs = field
            inner = None
            if scalar:
                value = scalar if scalar[0] != "'" else _text(scalar)
            elif items:
                value = _list(items)
            elif pairs:
                value = _map(pairs, number)
            else:
                value = inner = []
            if dash:
                entry = Mapping.at(number)
                entry.lines = lines = {}
                entries.append(entry)
            if value is None or not entries or key in entry:
                return None
            entry[key] = value
            lines[key] = number
    return None if inner == [] else entries


def _field(row: str, known: dict[str, Sequence[str]]) -> Sequence[str] | None:
    if match := _FIELD.fullmatch(row):
        known[row] = match.groups()
    return known.get(row)


def _term(row: str, line: int) -> Mapping | None:
    match = _TERM.fullmatch(row, len(_ITEM))
    if not match:
        return None
    text, lang, status, kind, setting, sources = match.groups()
    mapping = Mapping.at(line)
    mapping["text"] = text if text[0] != "'" else _text(text)
    mapping["lang"], mapping["status"] = lang, status
    if kind:
        mapping["type"] = kind
    if setting:
        mapping["setting"] = setting
    if sources:
        mapping["sources"] = _list(sources)
    return mapping


def _map(written: str, line: int) -> Mapping | None:
    match = _MAP.fullmatch(written)
    if not match:
        return None
    mapping = Mapping.at(line)
    for key, value in zip(_KEYS, match.groups(), strict=True):
        if value:
            mapping[key] = value if value[0] != "'" else _text(value)
    return mapping


@lru_cache(maxsize=2**14)  # thousands of names rest on the same documents
def _list(items: str) -> tuple[str, ...]:
    values = map(_text, _EACH.findall(items)) if "'" in items else items.split(", ")
    return tuple(map(intern, values))


def _text(scalar: str) -> str:
    return scalar[1:-1].replace("''", "'") if scalar[0] == "'" else scalar
