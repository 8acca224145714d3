"""Dates of bibliographies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.references.dates import parse_date, parse_year


def parts(*numbers):
    return {"date-parts": [list(numbers)]}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", parts(2021)),
        ("2021-05", parts(2021, 5)),
        ("2021-05-03", parts(2021, 5, 3)),
        ("2021/5/3", parts(2021, 5, 3)),
        ("2021.5.3", parts(2021, 5, 3)),
        ("2021年5月3日", parts(2021, 5, 3)),
        ("2021年", parts(2021)),
        ("2021-05-03T12:00:00Z", parts(2021, 5, 3)),
        ("2021-05-00", parts(2021, 5)),
        ("1936?", {**parts(1936), "circa": True}),
        ("2020-21", {**parts(2020), "season": 1}),
        ("2020-01/2020-03-04", {"date-parts": [[2020, 1], [2020, 3, 4]]}),
        ("2020-01/", parts(2020, 1)),
        ("c1988", {"literal": "c1988"}),
        ("2021-13-01", {"literal": "2021-13-01"}),
        ("1705（康熙四十四年）", {"literal": "1705（康熙四十四年）"}),
        (" ", None),
    ],
)
def test_dates(text, date):
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("year", "month", "day", "date"),
    [
        ("2020", "jan", "", parts(2020, 1)),
        ("2020", "September", "5", parts(2020, 9, 5)),
        ("2020", "11", "", parts(2020, 11)),
        ("2020", "jan~27", "", parts(2020, 1, 27)),
        ("2020", "27 jan", "", parts(2020, 1, 27)),
        ("2020", "Spring", "", {**parts(2020), "season": 1}),
        ("2020", "13", "", parts(2020)),
        ("2020", "soon", "", parts(2020)),
        ("in press", "jan", "", {"literal": "in press"}),
    ],
)
def test_years_with_months(year, month, day, date):
    assert parse_year(year, month, day) == date


@given(st.dates())
def test_every_iso_date_is_read(day):
    assert parse_date(day.isoformat()) == parts(day.year, day.month, day.day)


@given(st.text(max_size=20), st.text(max_size=10))
def test_no_text_is_a_crash(year, month):
    date = parse_year(year, month)
    assert date is None or "literal" in date or 1 <= len(date["date-parts"][0]) <= 3
