"""Positions: first, subsequent, ibid with its locators, near and far notes."""

from __future__ import annotations

from support import book, cited, make_style

from zhengming.csl import CiteItem

STYLE = make_style(
    '<choose><if position="ibid-with-locator"><text value="ibid+"/></if>'
    '<else-if position="ibid"><text value="ibid"/></else-if>'
    '<else-if position="near-note"><text value="near"/></else-if>'
    '<else-if position="subsequent"><text value="far"/></else-if>'
    '<else><text value="first"/></else></choose>',
    citation='near-note-distance="2"',
    attributes='class="note"',
)
ITEMS = [book("a"), book("b")]


def positions(*clusters: list[str | CiteItem]) -> list[str]:
    return cited(STYLE, ITEMS, *clusters, notes=True)


def test_ibid_repeats_the_cite_before() -> None:
    assert positions(["a"], ["a"], ["b"], ["a"]) == ["first", "ibid", "first", "near"]


def test_a_locator_makes_the_difference() -> None:
    here, there = CiteItem("a", locator="3"), CiteItem("a", locator="4")
    assert positions(["a"], [here], [here], [there], ["a"]) == [
        "first",
        "ibid+",
        "ibid",
        "ibid+",
        "near",
    ]


def test_no_ibid_to_one_of_two() -> None:
    assert positions(["a", "b"], ["b"]) == ["first; first", "near"]


def test_within_one_citation() -> None:
    assert positions(["a", "a"]) == ["first; ibid"]


def test_far_notes_are_not_near() -> None:
    assert positions(["a"], ["b"], ["b"], ["b"], ["a"])[-1] == "far"
