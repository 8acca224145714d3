"""One BibTeX file made rows for the index, without making items: a hundred thousand in seconds.

Entries that are plain (braced or quoted values, distinct fields, a good key) are taken from the
scanner. All others, and those that inherit, also go through the reader, so that an indexed file
has the same problems as one that is read whole, and is found by the same words.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from zhengming.errors import ZhengmingError
from zhengming.references.bibtex.blocks import Blocks, RawEntry, is_key, key_taken, read_blocks
from zhengming.references.bibtex.inherit import parents, resolve
from zhengming.references.bibtex.item import to_item
from zhengming.references.bibtex.latex import decode_latex
from zhengming.references.bibtex.scan import BlockSpan, FieldSpan, scan
from zhengming.references.bibtex.values import MONTHS
from zhengming.references.files import decode
from zhengming.references.names import chinese_name, split_han_names
from zhengming.references.plain import written, year_of
from zhengming.references.search import searchable, searchable_item

_YEAR = re.compile(r"\d{4}")
_NAMES = ("author", "editor", "translator", "bookauthor", "holder")
_CONTAINERS = (
    *("journal", "journaltitle", "booktitle", "shortjournal", "series"),
    *("publisher", "institution", "school", "organization"),
)
_IDENTIFIERS = ("doi", "pmid", "pmcid", "pmc", "isbn", "issn", "eprint", "number")
_ISSUED = ("article", "periodical")  # whose number is that of an issue, and no identifier
_SEARCHED = frozenset(("title", "subtitle", "date", "year", *_NAMES, *_CONTAINERS, *_IDENTIFIERS))
_LINKS = ("xdata", "crossref")
_PLAIN_STARTS = frozenset("{0123456789")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Row:
    """One entry: its type, its bytes in the file, and what a search looks at."""

    key: str
    type: str
    offset: int
    length: int
    line: int
    year: int
    text: str


@dataclass(slots=True)
class FileIndex:
    """What indexing one file found: rows and macros by name, and what is wrong with it."""

    path: Path
    rows: dict[str, Row] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=dict)
    problems: list[ZhengmingError] = field(default_factory=list)


def index_file(path: Path, data: bytes) -> FileIndex:
    """Index the bytes of a BibTeX file. Never raises for what is in it."""
    index = FileIndex(path)
    try:
        check_utf8(data, path)
    except ZhengmingError as error:
        index.problems.append(error)
        return index
    # Latin-1 makes each byte a character: offsets are those of the file, and memory is halved.
    text = data.decode("latin-1")
    inheriting: list[str] = []
    for block, line in _with_lines(text):
        key = _utf8(block.key)
        if block.is_entry and key in index.rows:
            index.problems.append(key_taken(path, key, line, index.rows[key].line))
            continue
        entry = None
        if not _is_plain(text, block):
            source = _utf8(text[block.span.start : block.span.end])
            read = read_blocks(source, path, line, index.macros)
            index.macros.update(read.macros)
            index.problems += read.problems
            entry = read.entries.get(key)
        if block.is_entry and is_key(key):
            start, end = block.span.start, block.span.end
            found = _read(entry) if entry else _searched(text, block, key)
            index.rows[key] = Row(key, block.type, start, end - start, line, *found)
            if any(block.field(name) for name in _LINKS):
                inheriting.append(key)
    _inherit(index, text, inheriting)
    index.problems.sort(key=lambda problem: problem.line or 0)
    return index


def check_utf8(data: bytes, path: Path) -> None:
    """Raise the error of ``files.decode`` for what is no UTF-8 text, without a second copy."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK], start + _CHUNK >= len(data))
    except UnicodeDecodeError:
        decode(data, path)
    if b"\0" in data:
        decode(data, path)


def _with_lines(text: str) -> Iterator[tuple[BlockSpan, int]]:
    line, done = 1, 0
    for block in scan(text):
        line += text.count("\n", done, block.span.start)
        done = block.span.start
        yield block, line


def _is_plain(text: str, block: BlockSpan) -> bool:
    """Whether the reader cannot have a quarrel with a block, nor learn a macro from it."""
    if block.type in ("comment", "preamble"):
        return True
    if not block.regular or not block.is_entry or not is_key(_utf8(block.key)):
        return False
    if "\n" in text[block.span.start : block.body.start]:
        return False
    if len({name.name.lower() for name in block.fields}) < len(block.fields):
        return False
    return all(_is_plain_value(text[one.value.start : one.value.end]) for one in block.fields)


def _is_plain_value(value: str) -> bool:
    if value[0] == '"':
        return value.count('"') == 2 and "#" not in value
    return (value[0] in _PLAIN_STARTS and "#" not in value) or value.lower() in MONTHS


def _inherit(index: FileIndex, text: str, keys: Sequence[str]) -> None:
    """Let entries be found by what they inherit, and tell which cannot."""
    blocks = Blocks(index.path)
    wanted = list(keys)
    while wanted:
        row = index.rows.get(wanted.pop())
        if row and row.key not in blocks.entries:
            source = _utf8(text[row.offset : row.offset + row.length])
            read = read_blocks(source, index.path, row.line, index.macros)
            blocks.entries.update(read.entries)
            wanted += (key for entry in read.entries.values() for _, key in parents(entry))
    in_file_order = sorted(blocks.entries.values(), key=lambda entry: entry.line)
    blocks.entries = {entry.key: entry for entry in in_file_order}
    resolve(blocks)
    index.problems += blocks.problems
    for key in keys:
        if entry := blocks.entries.get(key):
            year, found = _read(entry)
            index.rows[key] = replace(index.rows[key], year=year, text=found)


def _read(entry: RawEntry) -> tuple[int, str]:
    """The year, and the text that a search looks at, of an entry that was read."""
    item = to_item(entry)
    return year_of(item) or 0, searchable_item(item)


def _searched(text: str, block: BlockSpan, key: str) -> tuple[int, str]:
    """The same of a plain entry, without making an item."""
    values = {
        found.name.lower(): _value(text, found)
        for found in block.fields
        if found.name.lower() in _SEARCHED
    }
    year = _YEAR.search(values.get("date") or values.get("year") or "")
    names = [name for role in _NAMES if role in values for name in _names(values[role])]
    container = " ".join(values[name] for name in _CONTAINERS if name in values)
    if block.type in _ISSUED:
        values.pop("number", None)
    identifiers = " ".join(values[name] for name in _IDENTIFIERS if name in values)
    title = f"{values.get('title', '')} {values.get('subtitle', '')}".strip()
    number = year[0] if year else ""
    return int(number or 0), searchable(key, title, names, container, f"{number} {identifiers}")


def _names(value: str) -> Iterator[str]:
    """Names as far as a search wants them: Chinese ones apart, as they are written."""
    for name in value.split(" and "):
        if name.isascii():
            yield name
            continue
        for part in split_han_names(name):
            chinese = chinese_name(part)
            yield written(chinese) if chinese else part


def _value(text: str, found: FieldSpan) -> str:
    value = _utf8(text[found.value.start : found.value.end])
    return decode_latex(value.strip('{}"'), rich=False)


def _utf8(text: str) -> str:
    return text if text.isascii() else text.encode("latin-1").decode("utf-8")
