"""The one form in which zhengming writes an entry: order of fields, columns, braces."""

from __future__ import annotations

from collections.abc import Iterable

from zhengming.references.bibtex.fields import DATES, PEOPLE, TEXTS, TITLES, VERBATIM

_VARIABLES = {**TITLES, **TEXTS, **VERBATIM, **PEOPLE, **DATES}
_LEADING = (
    "entrysubtype crossref xdata author holder editor editortype translator title subtitle "
    "titleaddon origtitle maintitle shorttitle journal booktitle shortjournal eventtitle series "
    "year date month day volume number issue pages eid chapter part edition volumes publisher "
    "address eventplace type version"
)
_TRAILING = (
    "doi pmid pmcid eprint eprinttype eprintclass isbn issn cstr url urldate language langid note "
    "keywords abstract annotation file"
)
_NARROWEST = 8  # letters of the widest name that almost every entry has


def _variable(name: str) -> str:
    """What a field fills; two that fill the same keep their order, since the first may count."""
    return _VARIABLES.get(name, name)


_RANK = {_variable(name): rank for rank, name in enumerate(_LEADING.split())} | {
    _variable(name): rank for rank, name in enumerate(_TRAILING.split(), 1000)
}
_BETWEEN = 999  # fields of a team's own


def in_order(fields: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Fields as they stand in an entry: people, title, where and when, identifiers, notes."""
    return sorted(fields, key=lambda field: _RANK.get(_variable(field[0]), _BETWEEN))


def lay_out(entry_type: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry of names and values (delimiters included), without a line end after it."""
    ordered = in_order(fields)
    width = max([_NARROWEST, *(len(name) for name, _ in ordered)])
    lines = [f"  {name:<{width}} = {value}," for name, value in ordered]
    return "\n".join([f"@{entry_type}{{{key},", *lines, "}"])
