"""Collapsing: numbers, years, letters."""

from __future__ import annotations

import pytest
from support import book, cited, make_style, person

from zhengming.csl import CiteItem

DOE, ROE = person("Doe", "Jane"), person("Roe", "Al")
NUMBERED = [book(f"i{n}") for n in range(1, 8)]
LETTERED = [
    book("a", DOE, year=2000, title="A"),
    book("b", DOE, year=2000, title="B"),
    book("c", DOE, year=2000, title="C"),
    book("d", DOE, year=2001, title="D"),
    book("e", ROE, year=2000, title="E"),
]
AUTHOR_DATE = (
    '<group delimiter=" "><names variable="author"><name form="short"/></names>'
    '<date variable="issued" form="numeric" date-parts="year"/></group>'
)


def numbers(*ids: str | CiteItem, extra: str = "") -> str:
    style = make_style(
        layouts='<layout prefix="[" suffix="]" delimiter=",">'
        '<text variable="citation-number"/></layout>',
        citation='collapse="citation-number"',
        extra=extra,
    )
    return cited(style, NUMBERED, [item["id"] for item in NUMBERED], ids)[1]


def test_three_in_a_row_make_a_range() -> None:
    assert numbers("i1", "i2", "i4", "i5", "i6") == "[1,2,4–6]"


def test_a_locator_breaks_a_range() -> None:
    style = make_style(
        '<group delimiter=" "><text variable="citation-number"/><text variable="locator"/></group>',
        citation='collapse="citation-number"',
    )
    cites = ["i1", CiteItem("i2", locator="9"), "i3"]
    assert cited(style, NUMBERED, cites) == ["1; 2 9; 3"]


def test_a_locale_names_the_range_delimiter() -> None:
    term = '<locale><terms><term name="citation-range-delimiter">~</term></terms></locale>'
    assert numbers("i1", "i2", "i3", extra=term) == "[1~3]"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("year", "Doe 2000a, 2000b, 2000c, 2001; Roe 2000"),
        ("year-suffix", "Doe 2000a,b,c, 2001; Roe 2000"),
        ("year-suffix-ranged", "Doe 2000a–c, 2001; Roe 2000"),
    ],
)
def test_years(mode: str, expected: str) -> None:
    style = make_style(
        AUTHOR_DATE,
        citation=f'collapse="{mode}" disambiguate-add-year-suffix="true" year-suffix-delimiter=","',
    )
    assert cited(style, LETTERED, "abcde") == [expected]


def test_no_collapse_without_being_asked() -> None:
    assert cited(make_style(AUTHOR_DATE), LETTERED, "ad") == ["Doe 2000; Doe 2001"]
