"""Disambiguation: names, given names, letters; only as much as is needed."""

from __future__ import annotations

import pytest
from support import book, cited, make_style, person

LAYOUT = (
    '<group delimiter=" "><names variable="author"><name form="short" initialize-with="."/></names>'
    '<date variable="issued" form="numeric" date-parts="year"/></group>'
)
SMITH, BROWN, JONES = person("Smith", "John"), person("Brown", "Ann"), person("Jones", "Eve")


def run(options: str, *items: dict[str, object], layout: str = LAYOUT) -> list[str]:
    return cited(make_style(layout, citation=options), items)


def test_one_more_name() -> None:
    options = 'et-al-min="3" et-al-use-first="1" disambiguate-add-names="true"'
    found = run(
        options,
        book("a", SMITH, BROWN, JONES, year=2000),
        book("b", SMITH, JONES, BROWN, year=2000),
        book("c", JONES, BROWN, SMITH, year=2000),
    )
    assert found == ["Smith, Brown, et al. 2000", "Smith, Jones, et al. 2000", "Jones et al. 2000"]


def test_names_that_do_not_help_are_not_added() -> None:
    options = 'et-al-min="3" et-al-use-first="1" disambiguate-add-names="true"'
    same = [SMITH, BROWN, JONES]
    assert run(options, book("a", *same, year=2000), book("b", *same, year=2000)) == [
        "Smith et al. 2000",
        "Smith et al. 2000",
    ]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ("Mary", ["J. Smith 2000", "M. Smith 2000"]),
        ("James", ["John Smith 2000", "James Smith 2000"]),
    ],
)
def test_initials_before_whole_given_names(others: str, expected: list[str]) -> None:
    found = run(
        'disambiguate-add-givenname="true"',
        book("a", SMITH, year=2000),
        book("b", person("Smith", others), year=2000),
    )
    assert found == expected


def test_by_cite_leaves_clear_cites_alone() -> None:
    other = person("Smith", "Mary")
    items = [book("a", SMITH, year=2000), book("b", other, year=2001)]
    by_cite = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="by-cite"'
    everywhere = 'disambiguate-add-givenname="true" givenname-disambiguation-rule="all-names"'
    assert run(by_cite, *items) == ["Smith 2000", "Smith 2001"]
    assert run(everywhere, *items) == ["J. Smith 2000", "M. Smith 2001"]


def test_letters_follow_the_order_of_the_list() -> None:
    style = make_style(
        LAYOUT,
        citation='disambiguate-add-year-suffix="true"',
        bibliography='<sort><key variable="title"/></sort>'
        '<layout><text variable="title"/></layout>',
    )
    items = [book("a", SMITH, year=2000, title="Zebra"), book("b", SMITH, year=2000, title="Ant")]
    assert cited(style, items) == ["Smith 2000b", "Smith 2000a"]


def test_letters_go_on_after_z() -> None:
    items = [book(f"i{n}", SMITH, year=2000) for n in range(28)]
    found = run('disambiguate-add-year-suffix="true"', *items)
    assert [found[0], found[25], found[26], found[27]] == [
        "Smith 2000a",
        "Smith 2000z",
        "Smith 2000aa",
        "Smith 2000ab",
    ]


def test_the_condition_is_tried_before_the_letter() -> None:
    layout = (
        '<group delimiter=" "><names variable="author"><name form="short"/></names>'
        '<choose><if disambiguate="true"><text variable="title"/></if></choose></group>'
    )
    items = [book("a", SMITH, title="A"), book("b", SMITH, title="B"), book("c", JONES, title="C")]
    assert run('disambiguate-add-year-suffix="true"', *items, layout=layout) == [
        "Smith A",
        "Smith B",
        "Jones",
    ]
