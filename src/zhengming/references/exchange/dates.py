"""Dates between the many ways exports write them and CSL ``date-parts``."""

from __future__ import annotations

import re
from typing import Any

from zhengming.references import dates as references_dates

Date = dict[str, Any]

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4}
_TIME = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_DIGITS = re.compile(r"(\d{4})(0[1-9]|1[0-2])([0-2]\d|3[01])")
_WORDS = re.compile(
    r"(\d{4})\s+([A-Za-z]{3,9})\.?(?:\s*[-/–]\s*([A-Za-z]{3,9})\.?)?(?:\s+(\d{1,2}))?"
)
_WORDS_FIRST = re.compile(r"(?:([A-Za-z]{3,9})\.?\s+)?(\d{1,2})?,?\s*(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})\s+([A-Za-z]{3,9})\.?\s+(\d{4})")
_MONTH_ONLY = re.compile(r"([A-Za-z]{3,9})\.?(?:\s+(\d{1,2}))?")
_ESTIMATED = re.compile(r"[\[［](\d{4})[?？]?[\]］]")


def month_number(word: str) -> int | None:
    """Return 1 to 12 for an English month, short or long, or for its digits."""
    if word.isdigit():
        return int(word) if 1 <= int(word) <= 12 else None
    short = word[:3].lower()
    return MONTHS.index(short) + 1 if short in MONTHS else None


def date(year: int | str, month: int | str | None = None, day: int | str | None = None) -> Date:
    """Build a CSL date; a month or day that cannot be is left out."""
    parts = [int(year)]
    number = month_number(str(month)) if month else None
    if number:
        parts.append(number)
        if day and 1 <= int(day) <= 31:
            parts.append(int(day))
    return {"date-parts": [parts]}


def parse_date(text: str) -> Date:
    """Make a CSL date of what an export says; of what it cannot tell, a literal one.

    Understood: ``2007``, ``2007-08-02``, ``2007/08/02/``, ``2007年8月2日``, ``2007 Aug 2``,
    ``2007 Jan-Feb``, ``2 August 2007``, ``August 2, 2007``, ``2007 Spring``, ``[1936]``.
    """
    text = " ".join(text.split()).strip(" /.;,")
    if not text:
        return {}
    plain = _TIME.sub("", text)
    known = references_dates.parse_date(plain)
    if known and "literal" not in known:
        return known
    if found := _DIGITS.fullmatch(plain):
        return date(*found.groups())
    if found := _WORDS.fullmatch(plain):
        return _from_words(found, text)
    if found := _DAY_FIRST.fullmatch(plain):
        return date(found[3], found[2], found[1]) if month_number(found[2]) else {"literal": text}
    if found := _WORDS_FIRST.fullmatch(plain):
        if not found[1] or month_number(found[1]):
            return date(found[3], found[1], found[2])
        if found[1].lower() in _SEASONS:
            return {**date(found[3]), "season": _SEASONS[found[1].lower()]}
    if found := _ESTIMATED.fullmatch(plain):
        return {**date(found[1]), "circa": True}
    return {"literal": text}


def _from_words(found: re.Match[str], text: str) -> Date:
    year, first, second, day = found.groups()
    if first.lower() in _SEASONS and not second:
        return {**date(year), "season": _SEASONS[first.lower()]}
    if month_number(first) is None or (second and month_number(second) is None):
        return {"literal": text}
    start = date(year, first, day)
    if not second:
        return start
    return {"date-parts": [start["date-parts"][0], [int(year), month_number(second)]]}


def with_year(text: str, year: str) -> Date:
    """Parse a date that may lack the year which another field gives (``Aug 2`` and ``2007``)."""
    found = _MONTH_ONLY.fullmatch(text.strip(" /.;,"))
    if found and month_number(found[1]) and year.isdigit():
        return date(year, found[1], found[2])
    parsed = parse_date(text)
    return parsed if parsed.get("date-parts") or not year else parse_date(year)


def parts(value: Date | None) -> list[int]:
    """Return ``[year, month, day]`` as far as known of a CSL date's start."""
    ranges = (value or {}).get("date-parts") or [[]]
    return [int(part) for part in ranges[0] if str(part).strip()]


def year_of(value: Date | None) -> str:
    """Return the year of a CSL date as text, or an empty string."""
    known = parts(value)
    return str(known[0]) if known else ""


def iso(value: Date | None) -> str:
    """Write a CSL date as ``2007-08-02``, a range as ``2007-01/2007-02``, or as its literal."""
    written = [
        "-".join(_pad(part) for part in one) for one in (value or {}).get("date-parts", []) if one
    ]
    return "/".join(written) or str((value or {}).get("literal") or (value or {}).get("raw") or "")


def _pad(part: int | str) -> str:
    return f"{int(part):02d}" if str(part).strip() else ""
