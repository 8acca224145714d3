"""What citeproc-js gets wrong; JUDGE.md argues each. A correction is tried, never trusted blindly:
it counts only when it makes their text equal to ours."""

from __future__ import annotations

import re
from collections.abc import Iterator

FAULTS = (
    # The end of a range of years takes the affixes of another date of the style: 1957/[1990].
    ("affixes-in-range", re.compile(r"(?<=\d[-/–—])[^\d<>]{1,14}(\d{4})[\]］）)]?\.?"), r"\1"),
    ("affixes-in-range", re.compile(r"(?<=\d[-/–—])[^\d<>]{1,14}(\d{4})"), r"\1"),
    ("affixes-in-range", re.compile(r"(?<=\d[-/–—])[\[［（(](\d{4})[\]］）)]"), r"\1"),
    # A range of years takes the range delimiter of another date of the style.
    ("delimiter-in-range", re.compile(r"(?<=\b\d{4})/(?=\d{4}\b)"), "–"),
    # The space between month and day is lost at the end of a range: Jan 1–Feb1.
    ("range-without-space", re.compile(r"(?<=[–-])([A-Z][a-z]+\.?)(\d{1,2})\b"), r"\1 \2"),
    # The year suffix comes with the affix of the year: 2021年a年.
    ("suffix-with-affix", re.compile(r"(?<=\d)年([a-z])年"), r"\1年"),
    # Cites that print a number alone lose the delimiter before them: 同15同16.
    ("delimiter-lost", re.compile(r"(?<=\d)同"), "; 同"),
    ("delimiter-lost", re.compile(r"(?<=\d)同"), "；同"),
    # An error message is printed into the citation.
    (
        "error-in-text",
        re.compile(r"\[(CSL STYLE ERROR: reference with no printed form\.|NO_PRINTED_FORM)\]"),
        "",
    ),
    (
        "error-in-text",
        re.compile(r"^[（(]?\[(CSL STYLE ERROR: [^]]+|NO_PRINTED_FORM)\][）)]?$"),
        "",
    ),
)


def corrected(text: str) -> Iterator[str]:
    """Yield the text with each listed fault mended, and with all of them."""
    everything = text
    for _, pattern, replacement in FAULTS:
        yield pattern.sub(replacement, text)
        everything = pattern.sub(replacement, everything)
    yield everything
