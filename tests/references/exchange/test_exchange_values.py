"""Names, dates, pages and identifiers as exports write them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.references.exchange import dates, values
from zhengming.references.exchange.names import endnote_name, inverted, parse_name, parse_names


def person(family: str, given: str, suffix: str = "") -> dict[str, str]:
    name = {"family": family, "given": given}
    return {**name, "suffix": suffix} if suffix else name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王可", person("王", "可")),
        ("王 可", person("王", "可")),
        ("欧阳修文", person("欧阳", "修文")),
        ("王，可", person("王", "可")),
        ("国家卫生健康委员会", {"literal": "国家卫生健康委员会"}),
        ("Soda, Manabu", person("Soda", "Manabu")),
        ("Peebles, P. Z., Jr", person("Peebles", "P. Z.", "Jr")),
        ("Peebles, Jr, P. Z.", person("Peebles", "P. Z.", "Jr")),
        ("Camidge DR", person("Camidge", "D. R.")),
        ("de Castro G Jr", {**person("Castro", "G.", "Jr"), "non-dropping-particle": "de"}),
        ("van den Berg, Jan", {**person("Berg", "Jan"), "non-dropping-particle": "van den"}),
        ("DE LA CRUZ D J", person("DE LA CRUZ", "D. J.")),
        ("Godard J-L", person("Godard", "J.-L.")),
        ("BABU B V", person("BABU", "B. V.")),
        ("Кочетков А Я", person("Кочетков", "А. Я.")),
        ("昂温 G", person("昂温", "G.")),
        ("Zhang XY", person("Zhang", "X. Y.")),
        ("Wei LI", {"literal": "Wei LI"}),  # a family name in capitals, or two initials
        ("Li Jiangning", {"literal": "Li Jiangning"}),
        ("World Health Organization", {"literal": "World Health Organization"}),
        ("US FDA", {"literal": "US FDA"}),
        ("University of A, B, C and D", {"literal": "University of A, B, C and D"}),
        ("et al.", {"literal": "others"}),
        ("等", {"literal": "others"}),
        (" , ", {}),
    ],
)
def test_one_name(text: str, expected: dict[str, str]) -> None:
    assert parse_name(text) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("潘一;刘二;", ["潘一", "刘二"]),
        ("潘一；刘二", ["潘一", "刘二"]),
        ("潘一，刘二、张三丰", ["潘一", "刘二", "张三丰"]),
        ("王，可", ["王可"]),
        ("郝甲[1,2];李乙[3]", ["郝甲", "李乙"]),
        ("示例学会肿瘤学分会;示例委员会", ["示例学会肿瘤学分会", "示例委员会"]),
        ("", []),
    ],
)
def test_several_names_in_one_value(value: str, expected: list[str]) -> None:
    assert [inverted(name) for name in parse_names([value])] == expected


def test_an_organization_keeps_endnote_from_turning_it_round() -> None:
    assert endnote_name({"literal": "World Health Organization"}) == "World Health Organization,"
    assert endnote_name({"literal": "others"}) == "others"
    assert endnote_name(person("Soda", "M.")) == "Soda, M."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2007", [[2007]]),
        ("2007-08-02", [[2007, 8, 2]]),
        ("2007/08/02/", [[2007, 8, 2]]),
        ("2007/08//", [[2007, 8]]),
        ("2007///", [[2007]]),
        ("20070802", [[2007, 8, 2]]),
        ("2007年8月2日", [[2007, 8, 2]]),
        ("2007-08-02 13:45:00", [[2007, 8, 2]]),
        ("2007 Aug 2", [[2007, 8, 2]]),
        ("2007 August", [[2007, 8]]),
        ("2019 Nov-Dec", [[2019, 11], [2019, 12]]),
        ("2 August 2007", [[2007, 8, 2]]),
        ("August 2, 2007", [[2007, 8, 2]]),
        ("Aug 2007", [[2007, 8]]),
    ],
)
def test_dates(text: str, parts: list[list[int]]) -> None:
    assert dates.parse_date(text) == {"date-parts": parts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("[1936]", {"date-parts": [[1936]], "circa": True}),
        ("2021 Spring", {"date-parts": [[2021]], "season": 1}),
        ("c1988", {"literal": "c1988"}),
        ("1865（清同治四年）", {"literal": "1865（清同治四年）"}),
        ("in press", {"literal": "in press"}),
        ("2007 Smarch 2", {"literal": "2007 Smarch 2"}),
    ],
)
def test_dates_that_say_less_or_more(text: str, expected: dict[str, Any]) -> None:
    assert dates.parse_date(text) == expected


def test_a_date_without_its_year() -> None:
    assert dates.with_year("Aug 2", "2007") == {"date-parts": [[2007, 8, 2]]}
    assert dates.with_year("2007-08-03", "2007") == {"date-parts": [[2007, 8, 3]]}
    assert dates.with_year("sometime", "2007") == {"date-parts": [[2007]]}


@given(st.dates())
def test_a_date_written_is_the_date_read(day: Any) -> None:
    written = dates.iso({"date-parts": [[day.year, day.month, day.day]]})
    assert dates.parse_date(f"{written:0>10}") == {"date-parts": [[day.year, day.month, day.day]]}


@pytest.mark.parametrize(
    ("text", "end", "expected"),
    [
        ("561-6", "", "561-566"),
        ("561", "6", "561-566"),
        ("561", "561", "561"),
        ("561–566", "", "561-566"),
        ("1~9", "", "1-9"),
        ("45-50+60", "", "45-50, 60"),
        ("S12-5", "", "S12-S15"),
        ("e31323", "", "e31323"),
        ("1.1--1.36", "", "1.1-1.36"),
        ("730570", "", "730570"),
        ("R12-R14", "", "R12-R14"),
        ("", "9", "9"),
        ("", "", ""),
    ],
)
def test_pages(text: str, end: str, expected: str) -> None:
    assert values.pages(text, end) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://doi.org/10.1038/nature05945", "10.1038/nature05945"),
        ("doi: 10.1038/nature05945.", "10.1038/nature05945"),
        ("10.1016/S0140-6736(20)30183-5", "10.1016/S0140-6736(20)30183-5"),
        ("10.1016/S0140-6736(20)30183-5)", "10.1016/S0140-6736(20)30183-5"),
        ("10.1000/a.].)", "10.1000/a"),
        ("nature05945", ""),
    ],
)
def test_dois(text: str, expected: str) -> None:
    assert values.doi(text) == expected
