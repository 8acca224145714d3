"""Name lists as BibTeX writes them, made lists of CSL-JSON names."""

from __future__ import annotations

import re

from zhengming.references.bibtex.latex import decode_latex
from zhengming.references.names import (
    OTHERS,
    Name,
    chinese_name,
    extended_name,
    is_vancouver,
    split_han_names,
    vancouver_name,
    western_name,
)

_MARK = re.compile(r"(?<!\\)[{}]|(?<!\S)and(?!\S)|,")
_AND = re.compile(r"(?<!\S)and(?!\S)")


def parse_names(value: str) -> list[Name]:
    """Read ``Last, First and {A Body} and others``, with the Chinese and Vancouver habits."""
    names = [name for whole in split_names(value) for name in _unbraced_han(whole)]
    plain = [_decoded(name) for name in names if name[:1] != "{" and "," not in name]
    vancouver = is_vancouver([name for name in plain if name != "others"])
    return [_name(name, vancouver) for name in names]


def split_names(value: str) -> list[str]:
    """Cut a list at each ``and`` outside of braces; empty names are dropped."""
    return _cut(value, "and")


def _cut(value: str, separator: str) -> list[str]:
    if "{" not in value and "}" not in value:
        pieces = _AND.split(value) if separator == "and" else value.split(separator)
        return [stripped for piece in pieces if (stripped := " ".join(piece.split()))]
    parts: list[str] = []
    depth = start = 0
    for mark in _MARK.finditer(value):
        sign = mark[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif sign == separator and depth == 0:
            parts.append(value[start : mark.start()])
            start = mark.end()
    parts.append(value[start:])
    return [stripped for part in parts if (stripped := " ".join(part.split()))]


def _unbraced_han(name: str) -> list[str]:
    return [name] if "{" in name else split_han_names(name)


def _name(name: str, vancouver: bool) -> Name:
    if name.lower() in ("others", "et al", "et al.", "等"):
        return OTHERS
    if _is_body(name):
        return {"literal": _decoded(name)}
    parts = [_decoded(part) for part in _cut(name, ",")]
    if not parts:
        return {"literal": _decoded(name)}
    if "=" in name and (extended := extended_name(parts)):
        return extended
    if len(parts) == 1:
        chinese = chinese_name(parts[0])
        if chinese:
            return chinese
        if vancouver and " " in parts[0]:
            return vancouver_name(parts[0])
    return western_name(parts)


def _is_body(name: str) -> bool:
    """Whether one brace pair encloses the whole name: ``{World Health Organization}``."""
    if not (name.startswith("{") and name.endswith("}")) or name.startswith("{\\"):
        return False
    depth = 0
    for mark in _MARK.finditer(name):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0:
            return mark.end() == len(name)
    return False


def _decoded(text: str) -> str:
    return " ".join(decode_latex(text, rich=False).split())
