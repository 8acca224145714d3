"""Dates of items: CSL-JSON parts, EDTF and free text, as points and ranges."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 13, "summer": 14, "autumn": 15, "fall": 15, "winter": 16}
_EDTF = re.compile(
    r"(y?-?[0-9]{1,9})(?:-([0-9]{1,2}))?(?:-([0-9]{1,2}))?(?:T.*)?([?~%])?", re.IGNORECASE
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{3,4})")
_NUMBERED = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a date; month 13–16 is a season, 0 is unknown."""

    year: int
    month: int = 0
    day: int = 0

    def part(self, name: str) -> int:
        """Return ``year``, ``month`` or ``day``."""
        if name == "year":
            return self.year
        return self.month if name == "month" else self.day


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, a range, or a text that stands for one.

    Attributes:
        open_end: a range that has not ended.
    """

    start: Point | None = None
    end: Point | None = None
    circa: bool = False
    literal: str = ""
    open_end: bool = False


def parse_date(raw: Any) -> DateValue | None:
    """Read a CSL-JSON date; None when it says nothing."""
    if isinstance(raw, str):
        return parse_text(raw)
    if not isinstance(raw, Mapping):
        return None
    parts = raw.get("date-parts")
    points = [point for part in _sequence(parts) if (point := _point(part)) is not None]
    circa = _true(raw.get("circa"))
    if points:
        return _from_points(points, parts, raw, circa)
    if raw.get("literal"):
        return DateValue(literal=str(raw["literal"]), circa=circa)
    for key in ("raw", "edtf", "date"):
        if raw.get(key):
            return parse_text(str(raw[key]))
    return None


def _from_points(points: list[Point], parts: Any, raw: Mapping[str, Any], circa: bool) -> DateValue:
    start = points[0]
    season = raw.get("season")
    if season and not start.month:
        number = _season(season)
        if number:
            start = Point(start.year, number)
    end = points[1] if len(points) > 1 and points[1] != start else None
    open_end = len(_sequence(parts)) > 1 and len(points) == 1
    return DateValue(start, end, circa, open_end=open_end)


def _sequence(value: Any) -> Sequence[Any]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _true(value: Any) -> bool:
    return bool(value) and value not in ("0", "false")


def _season(value: Any) -> int:
    text = str(value).strip().lower()
    if text.isdigit():
        number = int(text)
        return 12 + number if 1 <= number <= 4 else number - 8 if 21 <= number <= 24 else 0
    return _SEASONS.get(text, 0)


def _integer(value: Any) -> int:
    text = str(value).strip()
    bare = text.removeprefix("-")
    return int(text) if bare.isdecimal() and len(bare) < 10 else 0


def _point(part: Any) -> Point | None:
    numbers = [_integer(value) for value in _sequence(part)[:3]]
    if not numbers or not numbers[0]:
        return None
    month = numbers[1] if len(numbers) > 1 else 0
    day = numbers[2] if len(numbers) > 2 else 0
    if 17 <= month <= 24:
        month -= 4 if month <= 20 else 8
    if not 0 <= month <= 16:
        month = day = 0
    return Point(numbers[0], month, day if 0 <= day <= 31 else 0)


def parse_text(text: str) -> DateValue | None:
    """Read EDTF, a numeric date, or English words; anything else is literal."""
    text = text.strip()
    if not text:
        return None
    bare = text.removeprefix('"').removesuffix('"')
    if bare != text:
        return DateValue(literal=bare)
    first, slash, second = bare.partition("/")
    start = _edtf(first)
    if start is not None:
        end = _edtf(second) if slash else None
        if not slash or end is not None or second in ("", ".."):
            circa = bare.rstrip()[-1] in "?~%" or first[-1:] in "?~%"
            open_end = bool(slash) and end is None
            return DateValue(start, end, circa, open_end=open_end)
    return _words(bare)


def _edtf(text: str) -> Point | None:
    match = _EDTF.fullmatch(text.strip())
    if match is None:
        return None
    digits = match[1].lower().removeprefix("y")
    if len(digits.lstrip("-")) < 3 and not match[2]:
        return None
    year = int(digits)
    return _point([year, match[2] or 0, match[3] or 0])


def _words(text: str) -> DateValue:
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        month, day, year = (int(group) for group in slashed.groups())
        if month > 12:
            month, day = day, month
        return DateValue(Point(year, month, day))
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        point = _point([numbered[1], numbered[2], numbered[3] or 0])
        return DateValue(point)
    tokens = re.findall(r"[^\W\d_]+|[0-9]+", text)
    years = [token for token in tokens if token.isdigit() and 3 <= len(token) < 10]
    days = [token for token in tokens if token.isdigit() and len(token) <= 2]
    names = [number for token in tokens if not token.isdigit() and (number := _named(token))]
    known = len(years) + len(days) + len(names)
    if len(years) == 1 and len(names) <= 1 and len(days) <= 1 and known == len(tokens):
        month = names[0] if names else 0
        return DateValue(Point(int(years[0]), month, int(days[0]) if days and month else 0))
    return DateValue(literal=text)


def _named(token: str) -> int:
    lowered = token.lower()
    if lowered in _SEASONS:
        return _SEASONS[lowered]
    return _MONTHS.index(lowered[:3]) + 1 if lowered[:3] in _MONTHS else 0
