"""The body of a csv-table directive: where the text of its fields stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from zhengming.documents.builder import Draft
from zhengming.documents.linewise import Line
from zhengming.documents.model import Block

_NAMED = {"tab": "\t", "space": " "}


def csv_fields(lines: Sequence[Line], options: Mapping[str, Line]) -> Iterator[Block]:
    """The text of each field, quotes left out; nothing if the table is written in another way.

    Args:
        lines: of the body, or the value of the option ``header``.
        options: of the directive, by name; their values.
    """
    delimiter = options["delim"].text if "delim" in options else ","
    delimiter = _NAMED.get(delimiter, delimiter)
    if len(delimiter) != 1 or "quote" in options or "escape" in options:
        return
    body = joined(lines)
    field = re.compile(
        rf'[ ]*+"(?P<quoted>(?:[^"]|"")*+)"[^{re.escape(delimiter)}\n]*+|[^{re.escape(delimiter)}\n]++'
    )
    for match in field.finditer(body.text):
        group = "quoted" if match["quoted"] is not None else 0
        if match[group].strip():
            yield _field(body, *match.span(group))


def joined(lines: Sequence[Line]) -> Block:
    """Lines as one text without their indent beyond that of the least indented."""
    text = Draft()
    indent = min((line.indent for line in lines if line.text), default=0)
    for line in lines:
        deeper = max(line.indent - indent, 0) if line.text else 0
        text.add(" " * deeper + line.text, line.start - deeper)
        text.add("\n", line.end, 0)
    return Block(text.text, tuple(text.pieces), "cell")


def _field(body: Block, start: int, end: int) -> Block:
    field = Draft()
    at = start
    while at < end:
        is_doubled = body.text.startswith('""', at) and at + 1 < end
        width = 0 if body.text[at] == "\n" else 1
        field.add(body.text[at], body.origin(at), 2 if is_doubled else width)
        at += 1 + is_doubled
    return Block(field.text, tuple(field.pieces), "cell")
