"""What follows a key in a citation: ``, p. 3`` or ``，第3-5页`` to a CSL locator."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

_VALUE = r"[0-9IVXLCivxlc]+(?:[:.][0-9]+)*(?:\s*[-–—~～,，]\s*[0-9IVXLCivxlc]+)*"
_LABELS = {
    "page": r"pp?\.|pages?|页",
    "chapter": r"ch(?:ap)?s?\.|chapters?|章",
    "section": r"secs?\.|sections?|§{1,2}|节",
    "figure": r"figs?\.|figures?|图",
    "table": r"tabs?\.|tables?|表",
    "volume": r"vols?\.|volumes?|卷",
    "issue": r"nos?\.|issues?|期",
    "paragraph": r"paras?\.|paragraphs?|¶{1,2}|段",
    "supplement": r"suppl?\.|supplements?|附录",
}


class Locator(NamedTuple):
    """A CSL locator: its label, its value with hyphens, and the words left over."""

    label: str | None
    value: str | None
    rest: str


def parse_locator(suffix: str) -> Locator:
    """Split what stands after a citation key; a bare number after a comma is a page."""
    for label, pattern in _patterns() if suffix else ():
        match = pattern.match(suffix)
        if match:
            value = re.sub(r"\s*[-–—~～]\s*", "-", match[1])
            return Locator(
                label, re.sub(r"\s*[,，]\s*", ", ", value), suffix[match.end() :].strip()
            )
    return Locator(None, None, suffix)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Compiled when first asked for: that takes 20 ms, and most citations hold a key alone."""
    western = (
        (label, re.compile(rf"[,，]?\s*(?:{words})\s*({_VALUE})", re.IGNORECASE))
        for label, words in _LABELS.items()
    )
    chinese = (
        (label, re.compile(rf"[,，]?\s*第\s*({_VALUE})\s*(?:{words})"))
        for label, words in _LABELS.items()
    )
    bare_page = re.compile(rf"[,，]\s*({_VALUE})(?=$|[,，;；\s])")
    return [*western, *chinese, ("page", bare_page)]
