"""Dates: forms, ranges, seasons, EDTF, early years."""

from __future__ import annotations

from typing import Any

import pytest
from support import cited, make_style

from zhengming.csl.dates import DateValue, Point, parse_date

TEXT = '<date variable="issued" form="text"/>'
PARTS = (
    '<date variable="issued"><date-part name="year"/>'
    '<date-part name="month" form="numeric-leading-zeros" prefix="-"/>'
    '<date-part name="day" form="numeric-leading-zeros" prefix="-"/></date>'
)


def shown(element: str, issued: Any) -> str:
    return cited(make_style(element), [{"id": "a", "type": "book", "issued": issued}])[0]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([[1965, 6, 1]], "June 1, 1965"),
        ([["1965", "6"]], "June 1965"),
        ([[1965]], "1965"),
        ([[1965, 6, 1], [1965, 6, 4]], "June 1–4, 1965"),
        ([[1965, 6, 1], [1965, 7, 4]], "June 1–July 4, 1965"),
        ([[1965, 6, 1], [1966, 7, 4]], "June 1, 1965–July 4, 1966"),
        ([[1965, 13]], "Spring 1965"),
        ([[476]], "476 AD"),
        ([[-44]], "44 BC"),
    ],
)
def test_text_form(parts: list[list[int]], expected: str) -> None:
    assert shown(TEXT, {"date-parts": parts}).replace("\u00a0", " ") == expected


def test_own_parts_with_leading_zeros() -> None:
    assert shown(PARTS, {"date-parts": [[2013, 3, 9]]}) == "2013-03-09"


def test_a_literal_date_is_printed_as_it_is() -> None:
    assert shown(TEXT, {"literal": "in press"}) == "in press"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("2004-10-01", DateValue(Point(2004, 10, 1))),
        ("2004-10/2005-01", DateValue(Point(2004, 10), Point(2005, 1))),
        ("1936?", DateValue(Point(1936), circa=True)),
        ("2001-21", DateValue(Point(2001, 13))),
        ("2019/..", DateValue(Point(2019), open_end=True)),
        ("14 August 1998", DateValue(Point(1998, 8, 14))),
        ("c1988", DateValue(literal="c1988")),
    ],
)
def test_raw_dates(raw: str, expected: DateValue) -> None:
    assert parse_date({"raw": raw}) == expected


@pytest.mark.parametrize("junk", [{}, {"date-parts": []}, {"date-parts": [[""]]}, None, 7, ""])
def test_empty_dates_say_nothing(junk: Any) -> None:
    assert parse_date(junk) is None
