"""Reading line-tagged formats (RIS, .nbib, .enw, RefWorks, NoteExpress) into records of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zhengming.messages import Message
from zhengming.references.exchange.base import Field, Problem
from zhengming.references.exchange.values import joined


@dataclass(frozen=True, slots=True)
class Grammar:
    """How a format marks its lines.

    Attributes:
        line: a tagged line; groups ``tag`` and ``value``.
        opens: the tag that starts a record.
        closes: the tag that ends one, for formats that have it.
    """

    line: re.Pattern[str]
    opens: str
    closes: str = ""


def records(text: str, grammar: Grammar, problems: list[Problem]) -> Iterator[list[Field]]:
    """Yield the fields of each record; text outside any record is a problem.

    A line without a tag continues the field before it. A record that another one starts in, or
    that the file ends in, is complete all the same where the format has a closing tag; that is
    noted.
    """
    record = _Record()
    for number, line in enumerate(text.split("\n"), 1):
        found = grammar.line.match(line)
        tag = found["tag"].strip().upper() if found else ""
        if found and tag in (grammar.opens, grammar.closes):
            if tag == grammar.opens:
                problems += record.unclosed(grammar)
            if fields := record.finish():
                yield fields
            if tag == grammar.opens:
                record.begin(tag, found["value"] or "", number)
        elif not record.open:
            if line.strip():
                problems.append(
                    Problem(
                        number,
                        Message(
                            f"text outside any record: {_short(line)}",
                            f"记录之外的文字：{_short(line)}",
                        ),
                    )
                )
        elif found:
            record.begin(tag, found["value"] or "", number)
        else:
            record.pieces.append(line)
    problems += record.unclosed(grammar)
    if fields := record.finish():
        yield fields


class _Record:
    """The record being read and the pieces of its last field."""

    def __init__(self) -> None:
        self.fields: list[Field] = []
        self.pieces: list[str] = []
        self.tag = ""
        self.line = 0

    @property
    def open(self) -> bool:
        return bool(self.tag)

    def begin(self, tag: str, value: str, line: int) -> None:
        self._close_field()
        self.tag, self.pieces, self.line = tag, [value], line

    def finish(self) -> list[Field]:
        self._close_field()
        done, self.fields, self.tag = self.fields, [], ""
        return done

    def unclosed(self, grammar: Grammar) -> list[Problem]:
        if not (self.open and grammar.closes):
            return []
        line = self.fields[0].line if self.fields else self.line
        message = Message(
            f"this record has no {grammar.closes} line; was the file cut off? It was kept",
            f"此记录没有 {grammar.closes} 行，文件是否不完整？记录已保留",
        )
        return [Problem(line, message)]

    def _close_field(self) -> None:
        if self.tag:
            self.fields.append(Field(self.tag, joined(self.pieces), self.line))


def _short(line: str) -> str:
    line = line.strip()
    return line if len(line) <= 60 else f"{line[:57]}…"
