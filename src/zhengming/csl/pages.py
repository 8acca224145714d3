"""Page ranges: expanded, shortened, or by the rules of Chicago."""

from __future__ import annotations

import re

_SIMPLE = re.compile(
    r"\b([\w.]*\d[\w.]*|[ivxlcdm]+)\s*(?:--?|–|\u2011)\s*([\w.]*\d[\w.]*|[ivxlcdm]+)\b"
)
_PAIR = re.compile(
    r"(?<![\w-])([A-Za-z]*)(\d+)([a-z]?)\s*(?:-+|–|\u2011)\s*([A-Za-z]*)(\d+)([a-z]?)(?![\w-])"
)


def format_pages(text: str, style: str, delimiter: str) -> str:
    """Return a page field with its ranges in a style's ``page-range-format``."""
    if "-" not in text and "–" not in text and "\u2011" not in text:
        return text
    if "\\-" in text:
        return text.replace("\\-", "-")
    if style:
        text = _PAIR.sub(lambda match: _pair(match, style, delimiter), text)
    return _SIMPLE.sub(rf"\1{delimiter}\2", text)


def _pair(match: re.Match[str], style: str, delimiter: str) -> str:
    before, first, after, before2, second, after2 = match.groups()
    if before2 and before2 != before:
        return f"{before}{first}{after}{delimiter}{before2}{second}{after2}"
    if after or after2:
        return f"{before}{first}{after}{delimiter}{before2}{second}{after2}"
    second = expand(first, second)
    if style == "expanded":
        return f"{before}{first}{delimiter}{before}{second}"
    if before and not before2:
        before2 = ""
    short = shorten(first, second, style)
    return f"{before}{first}{delimiter}{short}"


def expand(first: str, second: str) -> str:
    """Return the second number in full: 42 and 5 give 45."""
    if len(second) < len(first):
        return first[: len(first) - len(second)] + second
    return second


def shorten(first: str, second: str, style: str) -> str:
    """Return the second number as short as a style has it."""
    if len(second) != len(first):
        return second
    if style in ("minimal", "minimal-two"):
        return _minimal(first, second, 2 if style == "minimal-two" else 1)
    number = int(first)
    if number < 100 or number % 100 == 0:
        return second
    if number % 100 < 10:
        return _minimal(first, second, 1)
    if style in ("chicago", "chicago-15") and len(first) == 4:
        changed = _minimal(first, second, 1)
        return second if len(changed) >= 3 else _minimal(first, second, 2)
    return _minimal(first, second, 2)


def _minimal(first: str, second: str, least: int) -> str:
    same = 0
    while same < len(second) - least and first[same] == second[same]:
        same += 1
    return second[same:]
