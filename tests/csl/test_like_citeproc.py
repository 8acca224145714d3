"""What no rule of CSL says, done as the reference processor does it."""

from __future__ import annotations

import pytest
from support import book, make_style, person, process

from zhengming.csl import CiteItem, render


def cited(style: object, items: list[dict[str, object]], *clusters: list[str]) -> list[str]:
    rendered = process(style, items, *clusters)  # type: ignore[arg-type]
    return [render(citation, "text") for citation in rendered.citations]


def test_an_ordinal_that_is_written_out_stays() -> None:
    style = make_style('<number variable="edition" form="ordinal"/>')
    items = [book(str(n), edition=edition) for n, edition in enumerate(("3", "3rd", "2nd rev."))]
    assert cited(style, items, ["0"], ["1"], ["2"]) == ["3rd", "3rd", "2nd rev."]


def test_each_element_of_a_branch_is_a_substitute_of_its_own() -> None:
    style = make_style(
        '<names variable="author"><name/><substitute><choose><if type="book">'
        '<names variable="editor"/><names variable="translator"/>'
        "</if></choose></substitute></names>"
    )
    item = book("a", editor=[person("Ed")], translator=[person("Tran")])
    assert cited(style, [item], ["a"]) == ["Ed"]


def test_cites_of_one_author_stand_together_and_a_nameless_one_as_undefined() -> None:
    style = make_style(
        '<group delimiter=" "><names variable="author"><name form="short"/></names>'
        '<date variable="issued"><date-part name="year"/></date></group>',
        citation='collapse="year"',
        sort='<sort><key variable="author"/><key variable="issued"/></sort>',
    )
    items = [
        book("w", person("Wang"), year=2020),
        book("none", year=2001),
        book("s1", person("Smith"), year=2019),
        book("s2", person("Smith"), year=2010),
    ]
    assert cited(style, items, ["w", "none", "s1", "s2"]) == ["Smith 2010, 2019, 2001; Wang 2020"]


def test_a_body_that_comes_last_heeds_what_the_style_says_of_all_lists() -> None:
    names = '<names variable="author"><name and="text" delimiter-precedes-last="always"/></names>'
    item = book("a", person("Doe"), {"literal": "World Health Organization"})
    assert cited(make_style(names), [item], ["a"]) == ["Doe and World Health Organization"]
    general = make_style(names, citation='delimiter-precedes-last="always"')
    assert cited(general, [item], ["a"]) == ["Doe, and World Health Organization"]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("on being sane in insane places", "On Being Sane in Insane Places"),
        ("re: smith et al.", "Re: Smith et Al."),
        ("“quoted ‘inner’ words” in it", "“quoted ‘Inner’ Words” in It"),
        ("the β-blocker: a new era", "The β-Blocker: A New Era"),
        ("CO<sub>2</sub> and the gut", "CO2 and the Gut"),
    ],
)
def test_headline_capitals(title: str, shown: str) -> None:
    style = make_style('<text variable="title" text-case="title"/>')
    item = book("a", title=title, language="en")
    assert cited(style, [item], ["a"]) == [shown]


def test_a_cite_that_prints_nothing_shows() -> None:
    style = make_style(
        '<text variable="genre"/>',
        layouts='<layout prefix="(" suffix=")"><text variable="genre"/></layout>',
    )
    rendered = process(style, [book("a", title="T")], ["a"], [CiteItem("a", suppress_author=True)])
    assert [render(citation, "text") for citation in rendered.citations] == [
        "([CSL STYLE ERROR: reference with no printed form.])",
        "[NO_PRINTED_FORM]",
    ]
    assert "a: the style prints nothing for it in a citation" in rendered.warnings


@pytest.mark.parametrize(
    ("option", "expected"), [("true", "Doe, Roe, and Poe."), ("false", "Doe et al.")]
)
def test_an_entry_shows_the_names_that_citations_may_add(option: str, expected: str) -> None:
    names = '<names variable="author"><name form="short" and="text"/></names>'
    style = make_style(
        names,
        citation=f'et-al-min="4" et-al-use-first="1" disambiguate-add-names="{option}"',
        bibliography=f'<layout suffix=".">{names}</layout>',
        bibliography_attributes='et-al-min="3" et-al-use-first="1"',
    )
    item = book("a", person("Doe"), person("Roe"), person("Poe"))
    (entry,) = process(style, [item], ["a"]).entries
    assert render(entry.content, "text") == expected


def test_a_first_cite_shows_the_names_of_later_ones() -> None:
    style = make_style(
        '<choose><if position="subsequent"><names variable="author"><name form="short"/></names>'
        '</if><else><names variable="author"><name form="short" et-al-use-first="1"/></names>'
        "</else></choose>",
        citation='et-al-min="3" et-al-use-first="2"',
    )
    item = book("a", person("Doe"), person("Roe"), person("Poe"))
    assert cited(style, [item], ["a"]) == ["Doe, Roe, et al."]


@pytest.mark.parametrize(
    ("title", "expected"),
    [("Why?", "“Why?” 5,"), ("No!", "“No!” 5,"), ("So", "“So”. 5,")],
)
def test_a_full_stop_is_left_out_after_a_quotation_that_ends_in_a_mark(
    title: str, expected: str
) -> None:
    style = make_style(
        '<group delimiter=". "><text variable="title" quotes="true"/>'
        '<number variable="volume" suffix=","/></group>',
        extra='<locale><style-options punctuation-in-quote="false"/></locale>',
    )
    assert cited(style, [book("a", title=title, volume="5")], ["a"]) == [expected]


def test_the_number_of_the_first_note_tells_two_cites_apart_but_not_three() -> None:
    style = make_style(
        '<choose><if position="subsequent"><group delimiter=", ">'
        '<text variable="first-reference-note-number" prefix="note "/>'
        '<names variable="author"><name form="short"/></names>'
        '<choose><if disambiguate="true"><text variable="title"/></if></choose>'
        '</group></if><else><text variable="title"/></else></choose>',
        attributes='class="note"',
    )
    items = [book(title, person("Doe"), title=title) for title in ("One", "Two", "Three")]
    notes = [[title] for title in ("One", "Two", "One")]
    rendered = process(style, items[:2], *notes, notes=True)
    assert render(rendered.citations[-1], "text") == "note 1, Doe"
    notes = [[title] for title in ("One", "Two", "Three", "One")]
    rendered = process(style, items, *notes, notes=True)
    assert render(rendered.citations[-1], "text") == "note 1, Doe, One"
