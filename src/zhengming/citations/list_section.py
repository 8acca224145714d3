"""Where the reference list of a draft goes: under its own heading, or in place of our last one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zhengming.documents import Document
from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.text.edit import Edit
from zhengming.text.script import has_han
from zhengming.text.span import Span

_BEGIN, _END = "<!-- zhengming:references -->", "<!-- /zhengming:references -->"
_MADE = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.DOTALL)


def list_edit(document: Document, entries: Sequence[str]) -> Edit:
    """The edit that puts the list in its place.

    Raises:
        ZhengmingError: the draft ends in a reference list that is not ours to replace.
    """
    newline = "\r\n" if "\r\n" in document.text else "\n"
    body = _body(document, entries).replace("\n", newline)
    made = _MADE.search(document.text)
    if made:
        return Edit(Span(*made.span()), body)
    for section in document.references:
        if not _is_section(document, section):
            continue
        if document.text[section.start : section.end].strip():
            line, _ = document.lines.position(section.start)
            raise ZhengmingError(
                Message(
                    "the draft already has a reference list that zhengming did not make",
                    "稿件中已有参考文献表，且不是 zhengming 生成的",
                ),
                path=document.path,
                line=line,
                hint=Message(
                    "empty the section, or take its heading away, so that the list can be written",
                    "请清空该节，或删去其标题，以便写入文献表",
                ),
            )
        return Edit(section, f"{newline * 2}{body}{newline}")
    end = len(document.text.rstrip())
    heading = f"{newline * 2}{_heading(document)}{newline * 2}"
    return Edit(Span(end, len(document.text)), f"{heading}{body}{newline}")


def _body(document: Document, entries: Sequence[str]) -> str:
    if document.format == "markdown":
        return "\n\n".join((_BEGIN, *entries, _END))
    return "\n".join(entries)


def _is_section(document: Document, span: Span) -> bool:
    """Whether the span lies under a heading; numbered entries in running text do not."""
    first = document.text[span.start : span.end].lstrip("\r\n \t")[:1]
    return document.text[span.start : span.start + 1] in ("", "\r", "\n") or first not in "[［"


def _heading(document: Document) -> str:
    """参考文献 or References, at the level of the draft's other sections."""
    title = "参考文献" if has_han(document.text) else "References"
    if document.format != "markdown":
        return title
    levels = [
        len(match.group())
        for block in document.blocks
        if block.kind == "heading" and (match := _hashes(document, block.origin(0)))
    ]
    repeated = sorted(level for level in levels if levels.count(level) > 1)
    return f"{'#' * (repeated[0] if repeated else min(levels, default=1) + bool(levels))} {title}"


def _hashes(document: Document, offset: int) -> re.Match[str] | None:
    line, _ = document.lines.position(offset)
    return re.match("#{1,6}(?= )", document.lines.line(line))
