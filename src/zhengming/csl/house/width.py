"""The width of punctuation: full ，：；（） for Chinese, half with a space for Western text."""

from __future__ import annotations

import re
from collections.abc import Callable

_TAG = re.compile(r"(<[^<>]*>)")
_TO_FULL = {",": "，", ":": "：", ";": "；"}
_TO_HALF = {"，": ", ", "：": ": ", "；": "; ", "？": "? ", "！": "! "}
_SPACED = re.compile(r"([,:;]) ")
_OPEN = re.compile(r"\s*\(")
_CLOSE = re.compile(r"\)\s*")
_WIDE = re.compile(r"\s*([，：；？！])\s*")


def full(text: str) -> str:
    """Widen the marks of running text; marks inside numbers and times (1:2, 3,000) stay."""
    return _outside_tags(text, _full)


def half(text: str) -> str:
    """Narrow the marks of running text, with the space that a half-width mark wants."""
    return _outside_tags(text, _half).strip()


def mark_to_full(mark: str) -> str:
    """Widen an affix or delimiter of a style; a comma without a space ([1,2]) is none of these."""
    return _SPACED.sub(lambda match: _TO_FULL[match[1]], mark).replace("(", "（").replace(")", "）")


def mark_to_half(mark: str) -> str:
    """Narrow an affix or delimiter of a style."""
    narrowed = "".join(_TO_HALF.get(char, char) for char in mark)
    return narrowed.replace("（", "(").replace("）", ")")


def _full(text: str) -> str:
    text = _SPACED.sub(lambda match: _TO_FULL[match[1]], text)
    return _CLOSE.sub("）", _OPEN.sub("（", text))


def _half(text: str) -> str:
    text = _WIDE.sub(lambda match: _TO_HALF[match[1]], text)
    return text.replace("（", " (").replace("）", ")")


def _outside_tags(text: str, change: Callable[[str], str]) -> str:
    parts = _TAG.split(text)
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))
