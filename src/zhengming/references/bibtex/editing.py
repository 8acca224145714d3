"""Changes to a BibTeX text as edits of exactly the characters concerned; all else stays.

An added field looks like the field before it (indent, alignment, spaces, last comma), a changed
value keeps its delimiters, an added entry follows the file's line ends.
"""

from __future__ import annotations

import re
from functools import cached_property

from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message
from zhengming.references.bibtex.scan import BlockSpan, FieldSpan, scan
from zhengming.references.bibtex.values import ValueReadError, split_value
from zhengming.references.store import unknown_key
from zhengming.text.edit import Edit
from zhengming.text.span import Span

_COMMA = re.compile(r"[ \t\r\n]*,")
_LINE_REST = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_EQUALS = re.compile(r"([ \t]*)=([ \t]*)")


class BibText:
    """A BibTeX text and where its entries are; each method returns the edits for one change.

    An entry is named by its key or, where several have one key, given as its block.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def blocks(self) -> tuple[BlockSpan, ...]:
        """All blocks in order."""
        return tuple(scan(self.text))

    def entry(self, key: str) -> BlockSpan:
        """The entry with this key.

        Raises:
            UsageError: there is none, or more than one.
        """
        found = [block for block in self.blocks if block.is_entry and block.key == key]
        if not found:
            raise unknown_key(key, [block.key for block in self.blocks if block.is_entry])
        if len(found) > 1:
            hint = Message("give them different keys first", "请先改成不同的引用键")
            raise UsageError(
                Message(
                    f"{len(found)} entries have the key “{key}”",
                    f"{len(found)} 个条目的引用键都是“{key}”",
                ),
                hint=hint,
            )
        return found[0]

    def _block(self, entry: str | BlockSpan) -> BlockSpan:
        return entry if isinstance(entry, BlockSpan) else self.entry(entry)

    def set_field(self, entry: str | BlockSpan, name: str, value: str) -> tuple[Edit, ...]:
        """Give a field a value (the text between the delimiters), or add the field."""
        block = self._block(entry)
        field = block.field(name)
        if field is None:
            return (self._insert(block, name, value),)
        old = self.text[field.value.start : field.value.end]
        return (Edit(field.value, _delimited(value, old)),)

    def remove_field(self, entry: str | BlockSpan, name: str) -> tuple[Edit, ...]:
        """Remove a field, its comma, and the white space before it."""
        block = self._block(entry)
        field = block.field(name)
        if field is None:
            raise UsageError(
                Message(f"“{block.key}” has no field “{name}”", f"“{block.key}”没有字段“{name}”"),
                hint=Message("check the name of the field", "请检查字段名"),
            )
        start = self._blank_before(field.span.start)
        comma = _COMMA.match(self.text, field.span.end)
        if comma:
            return (Edit(Span(start, comma.end()), ""),)
        is_first = block.fields[0] == field
        if not is_first and self.text[start - 1] == ",":
            start -= 1
        return (Edit(Span(start, field.span.end), ""),)

    def redirect(self, key: str, new: str) -> tuple[Edit, ...]:
        """Let the entries that inherit from one entry, or name it, do so from another."""
        edits: list[Edit] = []
        for block in self.blocks:
            for field in (block.field("crossref"), block.field("xdata"), block.field("xref")):
                if field and block.is_entry:
                    edits += self._rename_in(field, key, new)
        return tuple(edits)

    def set_type(self, entry: str | BlockSpan, new: str) -> tuple[Edit, ...]:
        """Make an entry one of another type."""
        start = self._block(entry).span.start + 1
        old = re.compile(r"\w+").match(self.text, start)
        return (Edit(Span(start, old.end() if old else start), new),)

    def add_entry(self, source: str) -> tuple[Edit, ...]:
        """Append an entry (BibTeX source, LF) after a blank line."""
        line_end = "\r\n" if "\r\n" in self.text else "\n"
        source = source.strip("\n").replace("\n", line_end) + line_end
        end = len(self.text)
        before = self.text.rstrip("\r\n")
        ends = self.text.count("\n", len(before))
        gap = line_end * max(0, 2 - ends) if before.strip("\ufeff \t") else ""
        return (Edit(Span(end, end), gap + source),)

    def remove_entry(self, entry: str | BlockSpan) -> tuple[Edit, ...]:
        """Remove an entry, the rest of its last line, and one blank line after it."""
        span = self._block(entry).span
        end = span.end
        alone = not self.text[: span.start].rpartition("\n")[2].strip("\ufeff \t")
        for _ in range(2):
            rest = _LINE_REST.match(self.text, end)
            if alone and rest:
                end = rest.end()
        return (Edit(Span(span.start, end), ""),)

    def _insert(self, entry: BlockSpan, name: str, value: str) -> Edit:
        if not entry.closed:
            hint = Message("close the entry first", "请先补上闭合符号")
            raise ZhengmingError(
                Message(f"the entry “{entry.key}” is never closed", f"条目“{entry.key}”没有闭合"),
                hint=hint,
            )
        written = _delimited(value, "{}")
        if not entry.fields:
            after = entry.key_span.end
            comma = _COMMA.match(self.text, after)
            if comma:
                return Edit(Span(comma.end(), comma.end()), f"\n  {name} = {written}")
            return Edit(Span(after, after), f",\n  {name} = {written}")
        last = entry.fields[-1]
        start = self._blank_before(last.span.start)
        indent = self.text[start : last.span.start]
        assignment = f"{indent}{self._assignment(entry, name)}{written}"
        comma = _COMMA.match(self.text, last.span.end)
        if comma:
            return Edit(Span(comma.end(), comma.end()), assignment + ",")
        return Edit(Span(last.span.end, last.span.end), f",{assignment}")

    def _assignment(self, entry: BlockSpan, name: str) -> str:
        """``name = `` with the spaces of the last field; in a table of fields, in its column."""
        columns = [(len(field.name), *self._around_equals(field)) for field in entry.fields]
        width, before, after = columns[-1]
        if any(len(spaces) > 1 for _, spaces, _ in columns):
            before = " " * max(width + len(before) - len(name), 1)
        return f"{name}{before}={after}"

    def _around_equals(self, field: FieldSpan) -> tuple[str, str]:
        found = _EQUALS.match(self.text, field.span.start + len(field.name))
        return (found[1], found[2]) if found else (" ", " ")

    def _blank_before(self, position: int) -> int:
        while position and self.text[position - 1] in " \t\r\n":
            position -= 1
        return position

    def _rename_in(self, field: FieldSpan, key: str, new: str) -> list[Edit]:
        value = self.text[field.value.start : field.value.end]
        pattern = re.compile(rf"(?<![^\s{{\",]){re.escape(key)}(?![^\s}}\",])")
        return [
            Edit(Span(field.value.start + at.start(), field.value.start + at.end()), new)
            for at in pattern.finditer(value)
        ]


def _delimited(value: str, like: str) -> str:
    """The value in the delimiters of the old one; braces where those do not fit."""
    try:
        pieces = split_value("{" + value + "}")
    except ValueReadError as error:
        told = Message(f"{error.message.en}: {value}", f"{error.message.zh}：{value}")
        raise ZhengmingError(told, hint=error.hint) from error
    if len(pieces) != 1 or pieces[0].text != value:
        raise ZhengmingError(
            Message(
                f"the braces of this value do not match: {value}", f"此值的花括号不配对：{value}"
            ),
            hint=Message("pair them", "请配对"),
        )
    if like[:1] == '"' and '"' not in value and like.count('"') == 2:
        return f'"{value}"'
    if like.isdecimal() and value.isdecimal():
        return value
    return "{" + value + "}"
