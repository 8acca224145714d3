"""What citeproc-js gets wrong; JUDGE.md argues each. A correction is tried, never trusted blindly:
it counts only when it makes their text equal to ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_END = r"(?<=\d[-/–—])[^\d<>]{1,14}(\d{4})"
FAULTS = (
    # The end of the first range of years takes the affixes of the style's last date: 1957/[1990].
    ("affixes-in-range", re.compile(rf"{_END}[\]］）)，]? ?\.?"), r"\1"),
    ("affixes-in-range", re.compile(rf"{_END}[\]］）)，] ?(?=\.)"), r"\1"),
    ("affixes-in-range", re.compile(_END), r"\1"),
    ("affixes-in-range", re.compile(r"(?<=\d[-/–—])[\[［（(](\d{4})[\]］）)]"), r"\1"),
    # A range of years takes the range delimiter of another date of the style.
    ("delimiter-in-range", re.compile(r"(?<=\b\d{4})/(?=\d{4}\b)"), "–"),
    # The space between month and day is lost at the end of a range: Jan 1–Feb1.
    ("range-without-space", re.compile(r"(?<=[–-])([A-Z][a-z]+\.?)(\d{1,2})\b"), r"\1 \2"),
    # The year suffix comes with the affix of the year: 2021年a年.
    ("suffix-with-affix", re.compile(r"(?<=\d)年([a-z])年"), r"\1年"),
    # A citation in one language opens with the bracket of another: （Wang, 2022).
    ("bracket-of-another-layout", re.compile(r"^（(?=.*\)$)"), "("),
)
# Cites that print a number alone lose the delimiter before them, each its own: 同15同16.
_LOST = re.compile(r"(?<=\d)(?=同)")


def corrected(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text with each listed fault mended, and with all of them, and what was mended."""
    everything = text
    for name, pattern, replacement in FAULTS:
        yield name, pattern.sub(replacement, text)
        everything = pattern.sub(replacement, everything)
    yield "several", everything
    for found in (text, everything):
        pieces = _LOST.split(found)
        for marks in product(("; ", "；", ""), repeat=min(len(pieces) - 1, 4)):
            joined = "".join(map("".join, zip(pieces, (*marks, ""), strict=False)))
            yield "delimiter-lost", joined
