"""Micro-HTML and quotation marks in fields, parsed once into an output tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .formatting import PLAIN, Formatting, font
from .richtext import Node, Output

_SPECIAL = re.compile(r"""[<"'“”‘’]""")
_TOKEN = re.compile(r"""(</?(?:i|b|em|strong|sc|sup|sub|span)(?:\s[^<>]*)?>|["'“”‘’])""")
_QUOTED = Formatting(quotes=True)
_NODECOR = Formatting(
    fonts=(("font-style", "normal"), ("font-variant", "normal"), ("font-weight", "normal"))
)
_SMALL_CAPS = font("font-variant", "small-caps")
_TAGS: dict[str, tuple[Formatting, str]] = {
    "i": (font("font-style", "italic"), ""),
    "em": (font("font-style", "italic"), ""),
    "b": (font("font-weight", "bold"), ""),
    "strong": (font("font-weight", "bold"), ""),
    "sc": (_SMALL_CAPS, "nocase"),
    "sup": (font("vertical-align", "sup"), "nocase"),
    "sub": (font("vertical-align", "sub"), "nocase"),
}
_OPENERS = " \t\n([{/-—–:;,\u00a0«“‘（【《"


@dataclass(slots=True)
class _Frame:
    """An open tag or quotation mark and what it holds so far."""

    opening: str
    closing: str
    formatting: Formatting = PLAIN
    role: str = ""
    children: list[Output] = field(default_factory=list)


def parse_markup(text: str) -> list[Output]:
    """Return the text as leaves and nodes; what does not pair stays literal."""
    if "«" in text or "»" in text:
        text = text.replace("« ", "«\u202f").replace(" »", "\u202f»")
    if not _SPECIAL.search(text):
        return [text]
    parts = _TOKEN.split(text)
    stack = [_Frame("", "")]
    for index, part in enumerate(parts):
        if index % 2 == 0:
            if part:
                stack[-1].children.append(part)
        elif part.startswith("<"):
            _tag(part, stack)
        else:
            _quote(part, _before(parts, index), _after(parts, index), stack)
    while len(stack) > 1:
        _degrade(stack)
    return _joined(stack[0].children)


def _before(parts: list[str], index: int) -> str:
    """Return the character before a token, tags skipped."""
    for part in reversed(parts[:index]):
        if part and not part.startswith("<"):
            return part[-1]
    return ""


def _after(parts: list[str], index: int) -> str:
    for part in parts[index + 1 :]:
        if part and not part.startswith("<"):
            return part[0]
    return ""


def _tag(part: str, stack: list[_Frame]) -> None:
    if part.startswith("</"):
        _close(part, stack)
        return
    name = part[1:-1].split()[0]
    if name == "span":
        formatting, role = _span(part)
    else:
        formatting, role = _TAGS[name]
    stack.append(_Frame(part, f"</{name}>", formatting, role))


def _span(part: str) -> tuple[Formatting, str]:
    if "nocase" in part:
        return PLAIN, "nocase"
    if "nodecor" in part:
        return _NODECOR, "nocase"
    if re.search(r"font-variant:\s*small-caps", part):
        return _SMALL_CAPS, "nocase"
    return PLAIN, ""


def _close(part: str, stack: list[_Frame]) -> None:
    """Close the nearest frame that ``part`` ends; without one it is literal."""
    if not any(frame.closing == part for frame in stack[1:]):
        stack[-1].children.append(part)
        return
    while stack[-1].closing != part:
        _degrade(stack)
    frame = stack.pop()
    stack[-1].children.append(Node(_joined(frame.children), frame.formatting, frame.role))


def _degrade(stack: list[_Frame]) -> None:
    """Turn an unpaired opening back into characters."""
    frame = stack.pop()
    opening = "’" if frame.opening == "'" else frame.opening
    stack[-1].children.extend([opening, *frame.children])


def _quote(mark: str, before: str, after: str, stack: list[_Frame]) -> None:
    if mark in "“‘":
        stack.append(_Frame(mark, "”" if mark == "“" else "’", _QUOTED, mark))
        return
    open_here = any(frame.closing == mark for frame in stack[1:])
    if mark == "”":
        _close(mark, stack)
        return
    if open_here and before and not before.isspace() and not after.isalnum():
        _close(mark, stack)
        return
    straight = mark in "\"'"
    if straight and not open_here and _may_open(before, after):
        stack.append(_Frame(mark, mark, _QUOTED))
        return
    stack[-1].children.append("’" if mark in "'’" else mark)


def _may_open(before: str, after: str) -> bool:
    if before == after == "'":
        return False
    starts = not before or before in _OPENERS or before in "\"'"
    return starts and bool(after) and not after.isspace()


def _joined(children: list[Output]) -> list[Output]:
    """Merge neighbouring leaves; a stop written after a quotation is marked to stay there."""
    merged: list[Output] = []
    for child in children:
        if isinstance(child, str) and merged and isinstance(merged[-1], str):
            merged[-1] += child
        else:
            merged.append(child)
    for index, child in enumerate(merged[1:], 1):
        before = merged[index - 1]
        if isinstance(child, str) and isinstance(before, Node) and before.formatting.quotes:
            merged[index] = Node([child], role="fixed")
    return merged
