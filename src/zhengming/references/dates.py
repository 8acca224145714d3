"""Dates as bibliographies write them, made CSL-JSON dates."""

from __future__ import annotations

import re
from typing import Any

CslDate = dict[str, Any]

_MONTH_NAMES = (
    "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|"
    "sep sept september|oct october|nov november|dec december"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        _MONTH_NAMES.split("|"),
        start=1,
    )
    for name in names.split()
}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_ISO = re.compile(
    r"(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+(?:Z|[-+]\d\d:?\d\d)?)?([?~%]?)"
)
_CHINESE = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?)?")
_MONTH_DAY = re.compile(r"([a-z]+)\.?(?:[\s~]*(\d{1,2}))?|(\d{1,2})[\s~]*([a-z]+)\.?")


def parse_date(text: str) -> CslDate | None:
    """Read an ISO 8601/EDTF date or range, ``2021/5/3`` or ``2021年5月3日``.

    Returns ``{"date-parts": [[y, m, d]]}`` (with ``circa`` or ``season`` where it says so), or
    ``{"literal": text}`` for what is a date only to a human (``c1988``); None for an empty text.
    """
    text = text.strip()
    if not text:
        return None
    whole = _iso(text) or _iso(text.replace("/", "-").replace(".", "-"))
    if whole:
        return whole
    if chinese := _CHINESE.fullmatch(text):
        return _build([chinese.groups()])
    start, slash, end = text.partition("/")
    first, last = _iso(start), _iso(end)
    if slash and first and last and "season" not in first:
        return {**first, "date-parts": first["date-parts"] + last["date-parts"]}
    if slash and first and end in ("", ".."):
        return first
    return {"literal": text}


def parse_year(year: str, month: str = "", day: str = "") -> CslDate | None:
    """Read BibTeX's ``year``, ``month`` (number, name or ``jan~27``) and ``day``."""
    date = parse_date(year)
    if date is None or "literal" in date or not month.strip():
        return date
    name = month.strip().lower()
    if season := _SEASONS.get(name):
        return {**date, "season": season}
    if name.isdecimal():
        found, found_day = int(name), ""
    else:
        match = _MONTH_DAY.match(name)
        if not match or (match[1] or match[4]) not in _MONTHS:
            return date
        found, found_day = _MONTHS[match[1] or match[4]], match[2] or match[3] or ""
    return _build([(year, str(found), day.strip() or found_day)]) or date


def _iso(text: str) -> CslDate | None:
    match = _ISO.fullmatch(text)
    if not match:
        return None
    year, month, day, doubt = match.groups()
    if month and 21 <= int(month) <= 24 and not day:
        return {"date-parts": [[int(year)]], "season": int(month) - 20}
    date = _build([(year, month, day)])
    if date and doubt:
        date["circa"] = True
    return date


def _build(parts: list[tuple[str | None, ...]]) -> CslDate | None:
    """Numbers, or None where a month or day cannot be one; ``00`` means "not known"."""
    built: list[list[int]] = []
    for year, month, day in parts:
        numbers = [int(year or 0)]
        for text, highest in ((month, 12), (day, 31)):
            if not text or not text.isdecimal() or int(text) == 0:
                break
            if int(text) > highest:
                return None
            numbers.append(int(text))
        built.append(numbers)
    return {"date-parts": built}
