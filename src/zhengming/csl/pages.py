"""Page ranges: expanded, shortened, or by the rules of Chicago."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DASH = r"\s*(?:--?|–|\u2011)\s*"
_NUMBER = r"(\w*[A-Za-z])?([0-9]+)"
_PAIR = re.compile(rf"(?<![\w-]){_NUMBER}{_DASH}{_NUMBER}(?![\w-])")
_OTHER = re.compile(rf"\b(\d+[a-z]+|[ivxlcdm]+){_DASH}(\d+[a-z]+|[ivxlcdm]+)\b")


@dataclass(frozen=True, slots=True)
class PageRanges:
    """How ranges are written.

    Attributes:
        form: the style's ``page-range-format``.
        delimiter: joins pages.
        local: joins other numbers, and pages that do not ascend, in the language of the cite.
    """

    form: str
    delimiter: str
    local: str


def format_pages(text: str, ranges: PageRanges) -> str:
    """Return a page field with its ranges as a style wants them."""
    if "-" not in text and "–" not in text and "\u2011" not in text:
        return text
    if "\\-" in text:
        return text.replace("\\-", "-")
    text = _PAIR.sub(lambda match: _pair(match, ranges), text)
    return _OTHER.sub(rf"\1{ranges.delimiter}\2", text)


def _pair(match: re.Match[str], ranges: PageRanges) -> str:
    before, first, before2, second = (group or "" for group in match.groups())
    style, delimiter = ranges.form, ranges.delimiter
    if not style:
        joiner = delimiter if int(first) <= int(second) else ranges.local
        return f"{before}{first}{joiner}{before2}{second}"
    if before2 != before:
        return f"{before}{first}-{before2}{second}"
    second = _expanded(first, second)
    if style == "expanded":
        return f"{before}{first}{delimiter}{before}{second}"
    return f"{before}{first}{delimiter}{_shortened(first, second, style)}"


def _expanded(first: str, second: str) -> str:
    """Return the second number in full: 42 and 5 give 45."""
    if len(second) < len(first):
        return first[: len(first) - len(second)] + second
    return second


def _shortened(first: str, second: str, style: str) -> str:
    """Return the second number as short as a style has it."""
    if len(second) != len(first):
        return second
    if style in ("minimal", "minimal-two"):
        return _minimal(first, second, 2 if style == "minimal-two" else 1)
    ending = int(first[-2:])
    if len(first) < 3 or ending == 0:
        return second
    if ending < 10:
        return _minimal(first, second, 1)
    if style in ("chicago", "chicago-15") and len(first) == 4:
        changed = _minimal(first, second, 1)
        return second if len(changed) >= 3 else _minimal(first, second, 2)
    return _minimal(first, second, 2)


def _minimal(first: str, second: str, least: int) -> str:
    """Return the digits from the first that differs, but at least so many."""
    same = 0
    while same < len(second) - least and first[same] == second[same]:
        same += 1
    return second[same:]
