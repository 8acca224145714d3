"""BibTeX text cut into entries by bibtexparser, and every silent loss in it made a problem."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bibtexparser import model
from bibtexparser.splitter import Splitter

from zhengming.errors import ZhengmingError
from zhengming.messages import Message, same
from zhengming.references.bibtex.values import MONTHS, ValueReadError, evaluate
from zhengming.references.model import is_key as is_key  # the index takes it from here

logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False

_FIELD_NAME = re.compile(r"[^\s{}\"#%\\~,=，()]+")
_LOST_ENTRY = re.compile(r"^[ \t]*(@\w+)\s+[{(]", re.MULTILINE)
_COMMENT_LINES = re.compile(r"%[^\n]*(?:\n|$)")

ANOTHER_KEY = Message(
    "give one of the two entries another key, or remove it", "请给其中一条换引用键，或删去一条"
)
_CLOSE = Message("add the missing closing brace or quote", "请补上缺少的右花括号或引号")
_NO_COMMA = Message("no comma after the key", "引用键之后没有逗号")
_ENTRY_FORM = Message("write @type{key, field = {value}, …}", "写作 @type{key, field = {value}, …}")
_FIELD_FORM = Message(
    "write each field as name = {value} with one comma after it",
    "每个字段写作 name = {value}，其后加一个逗号",
)


@dataclass(slots=True)
class RawEntry:
    """An entry with evaluated values; ``fields`` has lower-case names and keeps their order."""

    type: str
    key: str
    line: int
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Blocks:
    """What a BibTeX text holds: its readable entries in order, macros, and its problems."""

    path: Path | None
    entries: dict[str, RawEntry] = field(default_factory=dict)
    macros: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    problems: list[ZhengmingError] = field(default_factory=list)

    def complain(self, message: Message, line: int, hint: Message) -> None:
        """Note a problem at a line of the text."""
        self.problems.append(ZhengmingError(message, path=self.path, line=line, hint=hint))


def read_blocks(
    text: str, path: Path | None, first_line: int = 1, macros: Mapping[str, str] | None = None
) -> Blocks:
    """Split a BibTeX text; nothing that is wrong with it is lost, nothing is raised.

    ``first_line`` and ``macros`` are for a part of a file: its line, and what was defined before.
    """
    blocks = Blocks(path)
    blocks.macros.update(macros or {})
    for block in Splitter(text).split().blocks:
        line = (block.start_line or 0) + first_line
        if isinstance(block, model.String):
            _define(blocks, block.key, block.value, line)
        elif isinstance(block, model.Entry):
            _add(blocks, block, line)
        elif isinstance(whole := getattr(block, "ignore_error_block", None), model.Entry) and (
            isinstance(block, model.DuplicateFieldKeyBlock) or not whole.key
        ):
            _add(blocks, whole, line)
        elif isinstance(block, model.DuplicateBlockKeyBlock):
            _duplicate(blocks, block, line)
        elif isinstance(block, model.ParsingFailedBlock):
            _failed(blocks, block, line)
        elif isinstance(block, model.ImplicitComment):
            _check_free_text(blocks, block.comment, line)
    blocks.problems.sort(key=lambda problem: problem.line or 0)
    return blocks


def _check_free_text(blocks: Blocks, text: str, line: int) -> None:
    """Bibtexparser takes an entry whose brace stands on the next line for a comment."""
    for lost in _LOST_ENTRY.finditer(text):
        at = line + text.count("\n", 0, lost.start())
        hint = Message(
            "put the opening brace on the line of its type", "请将左花括号移到类型所在的行"
        )
        blocks.complain(
            Message(
                f"“{lost[1]}” is not read: its brace is on another line",
                f"“{lost[1]}”未能读取：花括号在另一行",
            ),
            at,
            hint,
        )


def _define(blocks: Blocks, name: str, raw: str, line: int) -> None:
    try:
        blocks.macros[name.lower()] = evaluate(raw, blocks.macros)
    except ValueReadError as problem:
        told = Message(
            f"@string {name}: {problem.message.en}", f"@string {name}：{problem.message.zh}"
        )
        blocks.complain(told, line, problem.hint)


def _duplicate(blocks: Blocks, block: model.DuplicateBlockKeyBlock, line: int) -> None:
    if isinstance(block.ignore_error_block, model.String):
        _define(blocks, block.key, block.ignore_error_block.value, line)
        return
    _key_taken(blocks, block.key, line)


def _failed(blocks: Blocks, block: model.ParsingFailedBlock, line: int) -> None:
    raw = block.raw or ""
    if raw[:8].lower() == "@comment":
        return  # BibTeX ignores the word and reads what follows, and so does the splitter
    head = raw[: raw.find("\n")] if "\n" in raw else raw
    reason = str(getattr(block.error, "abort_reason", block.error))
    if "end of file" in reason:
        message, hint = Message("this entry is never closed", "此条目没有闭合"), _CLOSE
    elif "Unexpected block start" in reason:
        message = Message(
            "a new entry begins before this one is closed", "此条目尚未闭合，又开始了新条目"
        )
        hint = _CLOSE
    elif "comma after entry key" in reason:
        message, hint = _NO_COMMA, _ENTRY_FORM
    else:
        line += raw.rstrip().count("\n")
        message = Message(
            "a field without “=”, or a comma or brace too many",
            "字段缺少“=”，或多了逗号或花括号",
        )
        hint = _FIELD_FORM
    shown = head[:40].strip()
    blocks.complain(Message(f"{shown} … {message.en}", f"{shown} … {message.zh}"), line, hint)


def _add(blocks: Blocks, block: model.Entry, line: int) -> None:
    entry = RawEntry(block.entry_type.lower(), block.key, line)
    if not block.key:
        hint = Message(
            "give it a key: @article{author2024, …}", "请加上引用键：@article{author2024, …}"
        )
        blocks.complain(Message("this entry has no key", "此条目没有引用键"), line, hint)
    elif not is_key(block.key):
        _bad_key(blocks, block.key, line)
    elif block.key in blocks.entries:
        _key_taken(blocks, block.key, line)
    else:
        blocks.entries[block.key] = entry
    for name, raw, offset in _fields(block):
        _add_field(blocks, entry, name, raw, line + offset)


def _key_taken(blocks: Blocks, key: str, line: int) -> None:
    first = blocks.entries.get(key)
    blocks.problems.append(key_taken(blocks.path, key, line, first.line if first else None))


def key_taken(path: Path | None, key: str, line: int, first: int | None) -> ZhengmingError:
    """The problem of a second entry with one key in a file."""
    message = (
        Message(
            f"the key “{key}” is already used in line {first}", f"引用键“{key}”已用于第 {first} 行"
        )
        if first
        else Message(f"the key “{key}” is already used in this file", f"引用键“{key}”已用于此文件")
    )
    return ZhengmingError(message, path=path, line=line, hint=ANOTHER_KEY)


def _bad_key(blocks: Blocks, key: str, line: int) -> None:
    if "=" in key or "\n" in key:
        blocks.complain(_NO_COMMA, line, _ENTRY_FORM)
        return
    wrong = next(char for char in key if not is_key(char))
    shown = Message("a space", "空格") if wrong.isspace() else same(f"“{wrong}”")
    message = Message(
        f"the key “{key}” holds {shown.en}, which no key may",
        f"引用键“{key}”含有不允许的{shown.zh}",
    )
    hint = Message(
        "use letters, digits and - _ : . / + in keys", "引用键只用字母、数字和 - _ : . / +"
    )
    blocks.complain(message, line, hint)


def _fields(block: model.Entry) -> Iterator[tuple[str, str, int]]:
    """Names, raw values and line offsets; comment lines between fields do not belong to a name."""
    for found in block.fields:
        name: str = _COMMENT_LINES.sub("", found.key).strip()
        yield name, found.value, found.start_line - (block.start_line or 0)


def _add_field(blocks: Blocks, entry: RawEntry, name: str, raw: str, line: int) -> None:
    if not _FIELD_NAME.fullmatch(name):
        shown = " ".join(name.split())[:40]
        message = Message(f"“{shown}” cannot be the name of a field", f"“{shown}”不能作字段名")
        blocks.complain(message, line, _FIELD_FORM)
        return
    key = name.lower()
    if key in entry.fields:
        message = Message(
            f"the entry “{entry.key}” has the field “{name}” twice",
            f"条目“{entry.key}”中字段“{name}”出现两次",
        )
        blocks.complain(message, line, Message("remove one of the two", "请删去其中一个"))
        return
    try:
        entry.fields[key] = evaluate(raw, blocks.macros)
    except ValueReadError as problem:
        message = Message(
            f"{entry.key}, field “{name}”: {problem.message.en}",
            f"{entry.key}，字段“{name}”：{problem.message.zh}",
        )
        blocks.complain(message, line, problem.hint)
