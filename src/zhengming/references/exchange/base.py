"""What every format shares: a record's fields, what was not understood, and the result."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.references.model import Reference

Item = dict[str, Any]

_PAPER_PAGE = re.compile(r"0*([A-Z]?\d+)")


class ExchangeError(ZhengmingError):
    """A file that cannot be read, or not written, as the format it is said to be in."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the source that did not become part of a reference.

    Attributes:
        line: 1-based line in the source.
        message: what was not understood, for the person who made the file.
        lost: a whole record is missing from the references because of it.
    """

    line: int
    message: Message
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    """Everything that a source held: its references, and what could not become one.

    The number of records in the source is ``len(references)`` plus the problems that are ``lost``.
    """

    references: tuple[Reference, ...]
    problems: tuple[Problem, ...] = ()
    format: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """One tagged value of a record and the 1-based line where it starts."""

    tag: str
    value: str
    line: int


class Fields:
    """The fields of one record, each to be taken once; what nobody takes is kept, not dropped."""

    def __init__(self, fields: Iterable[Field]) -> None:
        self._values: dict[str, list[str]] = {}
        self.line = 0
        for field in fields:
            self.line = self.line or field.line
            if field.value:
                self._values.setdefault(field.tag, []).append(field.value)

    def all(self, *tags: str) -> list[str]:
        """Take every value of these tags, in the order of the tags given."""
        return [value for tag in tags for value in self._values.pop(tag, ())]

    def first(self, *tags: str) -> str:
        """Take the first value of the first tag present; its other values stay."""
        for tag in tags:
            if values := self._values.get(tag):
                value = values.pop(0)
                if not values:
                    del self._values[tag]
                return value
        return ""

    def peek(self, tag: str) -> str:
        """Return the first value of a tag without taking it."""
        values = self._values.get(tag)
        return values[0] if values else ""

    def match(self, pattern: re.Pattern[str], *tags: str) -> re.Match[str] | None:
        """Take the first value of these tags that the pattern matches whole."""
        for tag in tags:
            for number, value in enumerate(self._values.get(tag, ())):
                if found := pattern.fullmatch(value):
                    del self._values[tag][number]
                    return found
        return None

    def left(self, prefix: str) -> Mapping[str, list[str]]:
        """Return what was not taken, as ``{"prefix:tag": values}`` for an item's ``custom``."""
        return {f"{prefix}:{tag}": values for tag, values in self._values.items() if values}


def compact(item: Mapping[str, Any]) -> Item:
    """Return the item without its empty values."""
    return {key: value for key, value in item.items() if value not in (None, "", [], {})}


def _paged(item: Item) -> Item:
    """The number that databases give to an article in a newspaper, 版次, is that of its page."""
    issue = _PAPER_PAGE.fullmatch(str(item.get("issue", "")))
    if item.get("type") != "article-newspaper" or item.get("page") or not issue:
        return item
    return {
        ("page" if name == "issue" else name): (issue[1] if name == "issue" else value)
        for name, value in item.items()
    }


def collected(
    items: Iterable[tuple[Item, int]],
    problems: Iterable[Problem],
    *,
    format: str,  # noqa: A002
    path: Path | None,
) -> Import:
    """Make references of items and their lines.

    An item without an id gets a provisional one (``ref1`` for the first record), because a
    reference needs a key; the store gives lasting keys. An id seen before is a problem.
    """
    noted = list(problems)
    references: list[Reference] = []
    seen: dict[str, int] = {}
    for number, (item, line) in enumerate(items, 1):
        key = str(item.get("id") or f"ref{number}")
        if key in seen:
            noted.append(
                Problem(
                    line,
                    Message(
                        f"the id {key} was used before, on line {seen[key]}",
                        f"id {key} 已用于第 {seen[key]} 行",
                    ),
                )
            )
        seen.setdefault(key, line)
        complete = {
            **(item if format == "csl-json" else _paged(item)),
            "id": key,
            "type": item.get("type") or "document",
        }
        references.append(Reference(key, complete, path, line))
    noted.sort(key=lambda problem: problem.line)
    return Import(tuple(references), tuple(noted), format)
