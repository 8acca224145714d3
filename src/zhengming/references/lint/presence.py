"""REF2: what an entry must have, and what it should not."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from zhengming.references.bibtex.blocks import RawEntry
from zhengming.references.bibtex.fields import (
    DATES,
    HANDLED,
    PEOPLE,
    TEXTS,
    TITLES,
    TYPES,
    VERBATIM,
)
from zhengming.references.bibtex.item import to_item
from zhengming.references.keys import make_key
from zhengming.references.lint.base import Entry, Fix, Message, Problem, Rule, Shelf
from zhengming.text.edit import Safety

_SLIP = 0.9  # likeness of a type with one letter wrong; “inproceeding” is like no other so much
_DATE = ("date", "year")
_BOOK = (("title",), ("publisher",), _DATE, ("author", "editor"))
_REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (("author", "editor"), ("title",), ("journal", "journaltitle"), _DATE),
    "book": _BOOK,
    "inbook": (*_BOOK, ("booktitle", "chapter", "pages")),
    "incollection": (("author",), ("title",), ("booktitle",), ("publisher",), _DATE),
    "inproceedings": (("author",), ("title",), ("booktitle", "eventtitle"), _DATE),
    "phdthesis": (("author",), ("title",), ("school", "institution"), _DATE),
    "mastersthesis": (("author",), ("title",), ("school", "institution"), _DATE),
    "thesis": (("author",), ("title",), ("school", "institution"), _DATE),
    "techreport": (("author", "institution"), ("title",), _DATE),
    "report": (("author", "institution"), ("title",), _DATE),
    "online": (("title",), ("url", "doi"), (*_DATE, "urldate")),
    "patent": (("author", "holder"), ("title",), ("number",), _DATE),
    "standard": (("title",), ("number",)),
    "dataset": (("title",), _DATE, ("url", "doi")),
    "misc": (("title",),),
}
_OTHER = frozenset(
    ("shortauthor", "pubmedid", "copyright", "numpages", "issuetitle", "gender", "sortkey", "shorthand", "trial", "registration", "articleno", "howpublished", "key", "isrn", "archive", "hyphenation")
)  # fmt: skip
_KNOWN = frozenset((*TEXTS, *TITLES, *VERBATIM, *PEOPLE, *DATES, *HANDLED, *_OTHER))
_PRIVATE = ("file", "owner", "timestamp", "groups", "bdsk-file-1", "date-added", "date-modified")


def _missing(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for choices in _REQUIRED.get(entry.type, ()):
            if not any(entry.fields.get(name, "").strip() for name in choices):
                wanted = "/".join(choices)
                message = Message(
                    f"@{entry.type} “{entry.key}” has no {wanted}",
                    f"@{entry.type}“{entry.key}”缺少 {wanted}",
                )
                yield entry.problem("REF201", "error", message)


REF201 = Rule(
    "REF201",
    Message("A required field is missing", "缺少必备字段"),
    Message(
        "Without it the reference list has a gap. A slash means that one of them is enough.",
        "缺少它，参考文献表就有空缺；斜线表示任一即可。",
    ),
    _missing,
    failing=("@article{k, title={A}, year=2020, author={X}}", "@online{k, title={A}, year=2020}"),
    passing=(
        "@article{k, title={A}, date={2020}, author={X}, journaltitle={J}}",
        "@unknown{k, note={A}}",
    ),
)


def _empty(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name, value in entry.fields.items():
            if not value.strip(" \t\r\n{}") and entry.own(name):
                message = Message(f"the field “{name}” is empty", f"字段“{name}”为空")
                fix = Fix("safe", entry.library.bib.remove_field(entry.block, name))
                yield entry.problem("REF202", "warning", message, name, fix)


REF202 = Rule(
    "REF202",
    Message("An empty field", "空字段"),
    Message("It says nothing, and hides that something is missing.", "没有内容，还掩盖了缺失。"),
    _empty,
    failing=("@misc{k, title={A}, doi={}}", '@misc{k, title={A}, doi=" "}'),
    passing=("@misc{k, title={A}}",),
)


def _unknown_type(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        if entry.type not in TYPES and entry.type not in ("set", "control"):
            near = get_close_matches(entry.type, TYPES, n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            message = Message(
                f"there is no entry type “{entry.type}”{hint}",
                f"没有“{entry.type}”这种条目类型" + (f"；是否为 {near[0]}？" if near else ""),
            )
            certain = len(get_close_matches(entry.type, TYPES, n=2, cutoff=_SLIP)) == 1
            safety: Safety = "safe" if certain else "unsafe"
            fix = Fix(safety, entry.library.bib.set_type(entry.block, near[0])) if near else None
            yield entry.problem("REF203", "warning", message, fix=fix)


REF203 = Rule(
    "REF203",
    Message("An unknown entry type", "未知的条目类型"),
    Message(
        "It is printed as an unspecified document, [Z] in GB/T 7714. --fix mends a slip of one letter.",
        "将按其他文献（[Z]）著录。--fix 可改正差一个字母的笔误。",
    ),
    _unknown_type,
    failing=("@artcle{k, title={A}}",),
    passing=("@Article{k, title={A}}", "@standard{k, title={A}}"),
)


@cache
def _near(name: str) -> str:
    """The known field that a name is a slip of; empty where it is known, or like none."""
    known = name in _KNOWN
    return next(iter([] if known else get_close_matches(name, _KNOWN, n=1, cutoff=0.8)), "")


def _unknown_field(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for field in entry.block.fields:
            name = field.name.lower()
            near = _near(name)
            if near:
                message = Message(
                    f"“{name}” is no field; did you mean {near}?",
                    f"没有“{name}”字段；是否为 {near}？",
                )
                yield entry.problem("REF204", "warning", message, name)


REF204 = Rule(
    "REF204",
    Message("A misspelt field name", "字段名拼写有误"),
    Message(
        "The field is not printed. Names unlike any known one are a team's own and left alone.",
        "该字段不会输出。与已知字段都不相似的名称视为自定义，不报告。",
    ),
    _unknown_field,
    failing=("@misc{k, titel={A}}", "@misc{k, auther={A}}"),
    passing=("@misc{k, title={A}, our-own-note={x}}",),
)


def _no_identifier(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        if entry.type == "article" and not entry.fields.keys() & {
            "doi",
            "pmid",
            "pmcid",
            "eprint",
            "url",
            "cstr",
        }:
            message = Message("neither DOI nor PMID", "没有 DOI 或 PMID")
            yield entry.problem("REF205", "question", message)


REF205 = Rule(
    "REF205",
    Message("An article without an identifier", "论文没有标识符"),
    Message(
        "A DOI or PMID lets the reader and this tool check that it exists.",
        "有 DOI 或 PMID 才便于核实。",
    ),
    _no_identifier,
    failing=("@article{k, title={A}}",),
    passing=("@article{k, doi={10.1000/x}}", "@book{k, title={A}}"),
)


def _private(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in _PRIVATE:
            if entry.own(name):
                message = Message(
                    f"“{name}” concerns one computer only", f"“{name}”只与个人电脑有关"
                )
                fix = Fix("safe", entry.library.bib.remove_field(entry.block, name))
                yield entry.problem("REF206", "warning", message, name, fix)


REF206 = Rule(
    "REF206",
    Message("A field of one person's computer", "个人电脑的字段"),
    Message(
        "Paths and time stamps of a reference manager do not belong into a shared store.",
        "文献管理软件的路径、时间戳不应进入共用文献库。",
    ),
    _private,
    failing=("@misc{k, title={A}, file={/home/x.pdf}}",),
    passing=("@misc{k, title={A}}",),
    default=False,
)


def _key_pattern(shelf: Shelf) -> Iterator[Problem]:
    pattern = shelf.options.key_pattern
    for entry in shelf.entries if pattern else ():
        wanted = make_key(_item(entry), pattern)
        if not entry.key.startswith(wanted):
            message = Message(
                f"the key “{entry.key}” should be “{wanted}”", f"键“{entry.key}”应为“{wanted}”"
            )
            yield entry.problem("REF207", "question", message)


def _item(entry: Entry) -> dict[str, object]:
    return to_item(RawEntry(entry.type, entry.key, 0, dict(entry.fields)))


REF207 = Rule(
    "REF207",
    Message("A key unlike the project's pattern", "键不符合项目的格式"),
    Message(
        "Runs where a key pattern is configured. Keys in use are never changed by --fix.",
        "配置了键格式才检查；--fix 从不改动使用中的键。",
    ),
    _key_pattern,
    failing=("@misc{x1, author={Wang, K}, year=2020, title={Lung}}",),
    passing=(
        "@misc{wang2020lung, author={Wang, K}, year=2020, title={Lung}}",
        "@misc{wang2020lunga, author={Wang, K}, year=2020, title={Lung}}",
    ),
)

RULES = (REF201, REF202, REF203, REF204, REF205, REF206, REF207)
