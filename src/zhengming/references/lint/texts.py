"""REF3, continued: how titles, editions and the names of books are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zhengming.references.lint.base import Message, Problem, Rule, Shelf

_TEXTS = ("title", "subtitle", "booktitle", "journal", "journaltitle", "series", "publisher")
_SPECIAL = re.compile(r"\\.|\$[^$]*\$|[%&_#]", re.DOTALL)
_VERBATIM = re.compile(r"\\(?:url|path|href|ensuremath|\(|\[)")  # the signs mean something there
_DOUBLE = re.compile(r"\{([^{}]*)\}", re.DOTALL)
_NUMERALS = {sign: str(number) for number, sign in enumerate("一二三四五六七八九", 1)}
_EDITION = re.compile(
    r"第?\s*(\d{1,2}|[一二三四五六七八九])\s*版|(\d{1,2})(?:st|nd|rd|th)(?:\s+(?:ed\.?|edition))?|(\d{1,2})\s+ed\.?",
    re.IGNORECASE,
)
_PLACE_IN_BOOK = re.compile(r"\bpp?\.\s*\d+|\b(?:pages?|vol\.)\s+\d+|第\s*\d+\s*页", re.IGNORECASE)


def _unescaped(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        for name in _TEXTS:
            value = entry.fields.get(name, "")
            found = [match[0] for match in _SPECIAL.finditer(value) if match[0] in "%&_#"]
            if found and entry.own(name) and not _VERBATIM.search(value):
                mended = _SPECIAL.sub(_escaped, value)
                message = Message(
                    f"“{found[0]}” in “{name}” should be “\\{found[0]}”",
                    f"“{name}”中的“{found[0]}”应写作“\\{found[0]}”",
                )
                yield entry.problem("REF312", "warning", message, name, entry.repair(name, mended))


def _escaped(match: re.Match[str]) -> str:
    return f"\\{match[0]}" if match[0] in "%&_#" else match[0]


REF312 = Rule(
    "REF312",
    Message("A sign that TeX takes for a command", "未转义的 TeX 特殊字符"),
    Message(
        "A percent sign hides the rest of the line, the others stop TeX. zhengming itself reads both "
        "ways alike.",
        "“%”会使该行余下部分消失，其余字符会使 TeX 报错。本工具两种写法都能读。",
    ),
    _unescaped,
    failing=("@misc{k, title={50% of A & B}}", "@misc{k, journal={Cancer_Cell}}"),
    passing=(
        r"@misc{k, title={50\% of A \& B, $x_1$}}",
        "@misc{k, url={https://example.org/a_b%20}}",
    ),
)


def _double_braces(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        found = _DOUBLE.fullmatch(entry.fields.get("title", "").strip())
        if found and " " in found[1].strip():
            message = Message("the whole title is in double braces", "整个题名加了双重花括号")
            fix = entry.repair("title", found[1], "unsafe")
            yield entry.problem("REF313", "question", message, "title", fix)


REF313 = Rule(
    "REF313",
    Message("A title in double braces", "题名加了双重花括号"),
    Message(
        "No style can change its capitals then. Put braces around names only: {ALK}, {EML4}.",
        "样式将无法调整大小写。只给专名加花括号：{ALK}、{EML4}。",
    ),
    _double_braces,
    failing=("@misc{k, title={{A Study of ALK}}}",),
    passing=("@misc{k, title={A study of {ALK}}}", "@misc{k, title={{NCCN}}}"),
)


def _edition(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        value = entry.fields.get("edition", "").strip()
        found = _EDITION.fullmatch(value)
        if found:
            number = next(group for group in found.groups() if group)
            number = _NUMERALS.get(number, number)
            message = Message(f"write the edition as {number}", f"版本应写作 {number}")
            yield entry.problem(
                "REF314", "warning", message, "edition", entry.repair("edition", number)
            )


REF314 = Rule(
    "REF314",
    Message("An edition that is not a number alone", "版本项不只是数字"),
    Message(
        "Styles add the word themselves, each in its language: 2nd ed., 2版, 第2版.",
        "样式会自行加上“版”或 ed.，写数字即可。",
    ),
    _edition,
    failing=(
        "@book{k, edition={第2版}}",
        "@book{k, edition={3rd ed.}}",
        "@book{k, edition={第二版}}",
    ),
    passing=("@book{k, edition={2}}", "@book{k, edition={Revised}}", "@book{k, edition={2020版}}"),
)


def _place(shelf: Shelf) -> Iterator[Problem]:
    for entry in shelf.entries:
        found = _PLACE_IN_BOOK.search(entry.fields.get("booktitle", ""))
        if found:
            message = Message(
                f"the title of the book holds a place in it: {found[0]}",
                f"书名中混入卷次或页码：{found[0]}",
            )
            yield entry.problem("REF315", "warning", message, "booktitle")


REF315 = Rule(
    "REF315",
    Message("A volume or pages in the title of a book", "书名中混入卷次或页码"),
    Message(
        "They have fields of their own, and are printed where the style wants them.",
        "卷、页各有字段，由样式决定位置。",
    ),
    _place,
    failing=("@incollection{k, booktitle={Oncology, vol. 2, pp. 10--20}}",),
    passing=("@incollection{k, booktitle={Oncology}, volume={2}, pages={10--20}}",),
)

RULES = (REF312, REF313, REF314, REF315)
