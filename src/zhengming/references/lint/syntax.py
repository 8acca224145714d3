"""REF1: what keeps a file from being read, or makes it be read wrongly."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from zhengming.references.lint.base import Entry, Fix, Library, Message, Problem, Rule, Shelf, at
from zhengming.text.edit import Edit
from zhengming.text.span import Span

_BEFORE_FIELD = re.compile(r"(\s*)([，；;]?)(?=\s*[A-Za-z][\w-]*\s*=\s*[{\"\w])")
_LINE_END = re.compile(r"\n")
_NO_AT = re.compile(
    r"^[ \t]*(article|book|inproceedings|incollection|misc|online)\s*\{[^,\s{}]+,\s*$",
    re.MULTILINE | re.IGNORECASE,
)


def _unreadable(shelf: Shelf) -> Iterator[Problem]:
    for library in shelf.libraries:
        problems = library.read.problems
        commas = _commas(library) if problems else {}
        starts = [0, *(found.end() for found in _LINE_END.finditer(library.text))]
        for problem in problems:
            line = problem.line or 1
            start = starts[min(line, len(starts)) - 1]
            message = Message(problem.message.en, f"无法读取：{problem.message.zh}")
            comma = commas.pop(line, None)
            fix = Fix("safe", (comma,)) if comma else None
            yield at(library, "REF101", "error", message, Span(start, start), fix)
    yield from _taken(shelf)


def _taken(shelf: Shelf) -> Iterator[Problem]:
    """Keys that another file uses already; within one file the reader tells them."""
    seen: dict[str, Entry] = {}
    for entry in shelf.entries:
        first = seen.setdefault(entry.key, entry)
        if first.library is not entry.library:
            line, _ = first.library.lines.position(first.block.span.start)
            place = f"{first.library.path}:{line}"
            message = Message(
                f"the key “{entry.key}” is already used in {place}",
                f"无法读取：键“{entry.key}”已用于 {place}",
            )
            yield entry.problem("REF101", "error", message)


def _commas(library: Library) -> dict[int, Edit]:
    """For each line with a field that lacks the comma after it, the edit that puts it in."""
    edits: dict[int, Edit] = {}
    for block in library.bib.blocks:
        for field in block.fields if block.closed and not block.regular else ():
            found = _BEFORE_FIELD.match(library.text, field.value.end)
            if found and (found[1] or found[2]):
                start = found.start(2) if found[2] else field.value.end
                line = library.lines.position(field.span.start)[0]
                edits[line] = Edit(Span(start, start + len(found[2])), ",")
    return edits


REF101 = Rule(
    "REF101",
    Message("An entry that cannot be read", "条目无法读取"),
    Message(
        "A missing or full-width comma swallows the next field in silence; a key used twice, an "
        "undefined @string or an unclosed brace loses a whole entry. Nothing of this is guessed: "
        "only the comma is put in by --fix.",
        "漏写逗号或误用全角逗号会悄悄吞掉下一个字段；重复的键、未定义的 @string、未闭合的括号会丢失整个条目。"
        "--fix 只补逗号，其余不猜。",
    ),
    _unreadable,
    failing=(
        "@article{k, year=2001 author={X}}",
        "@article{k, title={A}，year={2020}}",
        "@article{k, title={A}, title={B}}",
        "@article{k, journal=jco}",
        "@article{k, title={A",
    ),
    passing=("@article{k, title={A}, year=2020}", '@string{j = "J"} @article{k, journal=j}'),
)


def _case_twins(shelf: Shelf) -> Iterator[Problem]:
    seen: dict[str, Entry] = {}
    for entry in shelf.entries:
        first = seen.setdefault(entry.key.lower(), entry)
        if first.key != entry.key:
            message = Message(
                f"the key “{entry.key}” differs from “{first.key}” in case only",
                f"键“{entry.key}”与“{first.key}”仅大小写不同",
            )
            yield entry.problem("REF102", "warning", message)


REF102 = Rule(
    "REF102",
    Message("Two keys that differ in case only", "两个键仅大小写不同"),
    Message(
        "BibTeX takes them for one; a reader of the draft cannot tell them apart.",
        "BibTeX 视为同一个键；读稿的人也分不清。",
    ),
    _case_twins,
    failing=("@misc{Wang2020, title={A}} @misc{wang2020, title={B}}",),
    passing=("@misc{wang2020a, title={A}} @misc{wang2020b, title={B}}",),
)


def _redefined(shelf: Shelf) -> Iterator[Problem]:
    for library in shelf.libraries:
        seen: set[str] = set()
        for block in library.bib.blocks:
            name = block.key.lower()
            if block.type == "string" and name in seen:
                message = Message(
                    f"@string {block.key} is defined twice", f"@string {block.key} 定义了两次"
                )
                yield at(library, "REF103", "warning", message, block.span)
            if block.type == "string":
                seen.add(name)


REF103 = Rule(
    "REF103",
    Message("A macro that is defined twice", "宏重复定义"),
    Message(
        "Entries before and after the second definition say different things.",
        "第二次定义前后的条目含义不同。",
    ),
    _redefined,
    failing=("@string{a = {A}} @string{A = {B}}",),
    passing=("@string{a = {A}} @string{b = {B}}",),
)


def _not_composed(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name, value in entry.fields.items():
            composed = unicodedata.normalize("NFC", value)
            if composed != value and entry.own(name):
                message = Message(
                    f"“{name}” holds decomposed characters", f"“{name}”含未组合的字符（非 NFC）"
                )
                yield entry.problem(
                    "REF104", "warning", message, name, entry.repair(name, composed)
                )


REF104 = Rule(
    "REF104",
    Message("Characters in decomposed form", "字符为分解形式"),
    Message(
        "é as e and an accent looks the same and compares as different. Compatibility ideographs "
        "are mapped to the common ones too.",
        "e 加重音符与 é 看似相同、比较却不同；兼容汉字也归一。",
    ),
    _not_composed,
    failing=("@misc{k, author={Jose\u0301}}",),
    passing=("@misc{k, author={José}}",),
)


def _lost_at_sign(shelf: Shelf) -> Iterator[Problem]:
    for library in shelf.libraries:
        done = 0
        for block in (*library.bib.blocks, None):
            end = block.span.start if block else len(library.text)
            for found in _NO_AT.finditer(library.text, done, end):
                start = found.start(1)
                message = Message("an entry without its @ is not read", "条目缺少 @，不会被读取")
                fix = Fix("unsafe", (Edit(Span(start, start), "@"),))
                yield at(library, "REF105", "error", message, Span(start, found.end(1)), fix)
            done = block.span.end if block else end


REF105 = Rule(
    "REF105",
    Message("An entry without its @", "条目缺少 @"),
    Message("BibTeX takes it for a comment.", "BibTeX 会当作注释忽略。"),
    _lost_at_sign,
    failing=("article{k,\n title={A}}",),
    passing=("an article about {k,\n@article{k,\n title={A}}",),
)


RULES = (REF101, REF102, REF103, REF104, REF105)
