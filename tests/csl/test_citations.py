"""Citations: affixes, suppressed and narrative authors, numbers in order, warnings."""

from __future__ import annotations

import pytest
from support import book, cited, listed, make_style, person, process

from zhengming.csl import Citation, CiteItem

LAYOUT = (
    '<layout prefix="(" suffix=")" delimiter="; "><group delimiter=", ">'
    '<names variable="author"><name form="short" and="text"/></names>'
    '<date variable="issued" form="numeric" date-parts="year"/>'
    '<text variable="locator" prefix="p. "/></group></layout>'
)
STYLE = make_style(layouts=LAYOUT)
DOE, ROE = person("Doe", "Jane"), person("Roe", "Al")
ITEMS = [book("a", DOE, ROE, year=2000), book("b", ROE, year=1999)]


@pytest.mark.parametrize(
    ("cites", "expected"),
    [
        (
            [CiteItem("a", prefix="see ", suffix=" and others")],
            "(see Doe and Roe, 2000 and others)",
        ),
        ([CiteItem("a", locator="12")], "(Doe and Roe, 2000, p. 12)"),
        ([CiteItem("a", suppress_author=True)], "(2000)"),
        ([CiteItem("a", author_only=True)], "(Doe and Roe)"),
        (
            [CiteItem("a"), CiteItem("b", prefix=", against ")],
            "(Doe and Roe, 2000, against Roe, 1999)",
        ),
    ],
)
def test_one_citation(cites: list[CiteItem], expected: str) -> None:
    assert cited(STYLE, ITEMS, cites) == [expected]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        ("", "(Doe and Roe, 2000)"),
        ("composite", "Doe and Roe (2000)"),
        ("suppress-author", "(2000)"),
        ("author-only", "Doe and Roe"),
    ],
)
def test_modes(mode: str, expected: str) -> None:
    assert cited(STYLE, ITEMS, Citation((CiteItem("a"),), mode=mode)) == [expected]


def test_citations_are_sorted() -> None:
    sort = '<sort><key variable="issued" sort="descending"/></sort>'
    items = [*ITEMS, book("c", DOE)]
    assert cited(make_style(layouts=LAYOUT, sort=sort), items, "bca") == [
        "(Doe and Roe, 2000; Roe, 1999; Doe)"
    ]


NUMBERED = make_style(
    '<text variable="citation-number"/>',
    bibliography='<sort><key variable="title"/></sort>'
    '<layout><text variable="citation-number" suffix=" "/><text variable="title"/></layout>',
)


def test_numbers_follow_the_list_when_it_is_sorted() -> None:
    items = [book("z", title="Zebra"), book("a", title="Ant")]
    assert cited(NUMBERED, items) == ["2", "1"]
    assert listed(NUMBERED, items) == ["1 Ant", "2 Zebra"]


def test_numbers_follow_the_citations_otherwise() -> None:
    style = make_style('<text variable="citation-number"/>')
    assert cited(style, ITEMS, ["b"], ["a"], ["b"]) == ["1", "2", "1"]


def test_uncited_items_come_only_when_included() -> None:
    items = [book("a", title="Ant"), book("b", title="Bee")]
    assert [entry.id for entry in process(NUMBERED, items, ["b"]).entries] == ["b"]
    assert [entry.id for entry in process(NUMBERED, items).entries] == ["a", "b"]


def test_a_term_opens_a_note_with_a_capital() -> None:
    style = make_style(
        '<choose><if position="ibid"><text term="ibid"/></if>'
        '<else><text variable="title"/></else></choose>',
        attributes='class="note"',
    )
    items = [book("a", title="Ant")]
    see = CiteItem("a", prefix="see ")
    assert cited(style, items, ["a"], ["a"], [see], notes=True) == ["Ant", "Ibid.", "see ibid."]
