"""A BibTeX text in one layout, for whoever asks for it: what it says stays as it is.

Entries are laid out as zhengming writes them. Comments, macros, the order of entries and the text of
values stay; an entry with a comment inside stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.references.bibtex.blocks import Blocks, read_blocks
from zhengming.references.bibtex.layout import lay_out
from zhengming.references.bibtex.scan import BlockSpan, scan
from zhengming.references.bibtex.values import Piece, ValueReadError, split_value
from zhengming.references.problems import BibliographyError
from zhengming.text.span import Span

_BETWEEN_FIELDS = re.compile(r"[\s,]*")
_SPACES = re.compile(r"\s+")
_LINE_END = re.compile(r"\r\n|\r")
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_LAST_BLANK_LINE = re.compile(r".*\n[ \t]*\n", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Part:
    """A block and what stands before it.

    Attributes:
        apart: text that stands for itself, such as the title of a section.
        attached: comments right above the block.
        text: the block, and what follows on its last line.
        movable: an entry that can be read.
    """

    apart: str
    attached: str
    text: str
    movable: bool
    key: str


def format_bibtex(text: str, path: Path | None = None, *, sort: bool = False) -> str:
    """Lay out a text anew; ``sort`` also puts entries that stand together in the order of keys.

    Raises:
        BibliographyError: listing every problem of a text that cannot be read as a whole.
        ZhengmingError: the result would say something else; that is a bug of ours.
    """
    said = read_blocks(text, path)
    if said.problems:
        raise BibliographyError(said.problems)
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    line_end = next((end for end in ("\r\n", "\n", "\r") if end in text), "\n")
    parts = _parts(_LINE_END.sub("\n", text.removeprefix(mark)))
    if sort:
        parts = [part for section in _sections(parts) for part in _sorted(section)]
    new = "".join(part.apart + part.attached + part.text for part in parts).lstrip("\n").rstrip()
    new = mark + (new + "\n" if new else "").replace("\n", line_end)
    again = read_blocks(new, path)
    if again.problems or _meaning(said, text) != _meaning(again, new):
        hint = Message(
            "this is a bug in zhengming; the file was left as it is, please report it",
            "这是 zhengming 的缺陷；文件未动，请反馈",
        )
        raise ZhengmingError(
            Message("formatting would change what this file says", "统一版式会改变文件内容"),
            path=path,
            hint=hint,
        )
    return new


def _parts(text: str) -> list[_Part]:
    """The blocks in order, and an empty one for what stands after the last."""
    parts: list[_Part] = []
    done, before = 0, ""
    for block in (*scan(text), _end(text)):
        gap, rest = _gap(text[done : block.span.start], before, block)
        if parts:
            parts[-1] = replace(parts[-1], text=parts[-1].text + rest)
        apart = _LAST_BLANK_LINE.match(gap)
        cut = apart.end() if apart else len(gap) - len(gap.lstrip("\n"))
        written = _entry(text, block) or text[block.span.start : block.span.end]
        movable = block.is_entry and bool(block.key)
        parts.append(_Part(gap[:cut], gap[cut:], written, movable, block.key))
        done, before = block.span.end, block.type
    return parts


def _end(text: str) -> BlockSpan:
    nowhere = Span(len(text), len(text))
    return BlockSpan("", "", nowhere, nowhere, nowhere, (), regular=False, closed=False)


def _gap(gap: str, before: str, after: BlockSpan) -> tuple[str, str]:
    """What stands between two blocks, and what of it ends the last line of the first one."""
    if not gap.strip():
        together = before == after.type == "string" and gap.count("\n") < 2
        return ("\n" if together else "\n\n"), ""
    if "\n" not in gap and before:
        return "\n\n", gap.rstrip()
    rest, line_end, gap = gap.partition("\n") if before else ("", "", gap)
    gap = _BLANK_LINES.sub("\n\n", line_end + gap)
    is_close = before and after.is_entry and after.key and not _LAST_BLANK_LINE.match(gap)
    return ("\n" + gap if is_close else gap), rest.rstrip()


def _entry(text: str, block: BlockSpan) -> str:
    """An entry laid out; empty for one that stays as it is."""
    if not block.is_entry or not block.regular or not block.key:
        return ""
    at = block.key_span.end
    for start, end in [(field.span.start, field.span.end) for field in block.fields] + [
        (block.span.end - 1, 0)
    ]:
        if not _BETWEEN_FIELDS.fullmatch(text, at, start):
            return ""
        at = end
    values = (
        (field.name.lower(), _value(text[field.value.start : field.value.end]))
        for field in block.fields
    )
    return lay_out(block.type, block.key, values)


def _value(raw: str) -> str:
    return " # ".join(_piece(piece) for piece in split_value(raw))


def _piece(piece: Piece) -> str:
    """A piece in braces, unless it is a macro or braces would not hold it: ``"}{"``."""
    if not piece.delimiter and not piece.text.isdecimal():
        return piece.text
    braced = f"{{{piece.text}}}"
    try:
        fits = split_value(braced) == [Piece(piece.text, "{")]
    except ValueReadError:
        fits = False
    return braced if fits else f'"{piece.text}"'


def _sections(parts: Sequence[_Part]) -> Iterator[list[_Part]]:
    """Stretches of entries with nothing between them that stands for itself."""
    section: list[_Part] = []
    for part in parts:
        if not part.movable or part.apart.strip() or (section and not section[-1].movable):
            yield section
            section = []
        section.append(part)
    yield section


def _sorted(section: Sequence[_Part]) -> Iterator[_Part]:
    ordered = sorted(section, key=lambda part: part.key.lower())
    for place, part in zip(section, ordered, strict=True):
        yield replace(part, apart=place.apart)


def _meaning(blocks: Blocks, text: str) -> object:
    """What a text says, whatever its layout: entries, macros and free text."""
    entries = {
        key: (entry.type, {name: _SPACES.sub(" ", v).strip() for name, v in entry.fields.items()})
        for key, entry in blocks.entries.items()
    }
    macros = {name: _SPACES.sub(" ", value).strip() for name, value in blocks.macros.items()}
    free, done = [], 0
    for block in scan(text):
        free += re.split(r"[\r\n]", text[done : block.span.start])
        done = block.span.end
    free += re.split(r"[\r\n]", text[done:])
    said = sorted(stripped for line in free if (stripped := line.strip("\ufeff \t")))
    return entries, macros, said
