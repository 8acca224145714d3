"""Text: cases, quotes, flip-flop, punctuation at seams, groups, markup."""

from __future__ import annotations

import pytest
from support import book, cited, make_style


def shown(element: str, form: str = "text", attributes: str = "", **fields: object) -> str:
    style = make_style(element, attributes=f'class="in-text" {attributes}')
    return cited(style, [book("a", **fields)], form=form)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("case", "title", "expected"),
    [
        ("title", "the use of HER2 in non-small-cell cancer: a study", None),
        ("title", "iPad for the lab", "iPad for the Lab"),
        (
            "sentence",
            "A Trial of DNA Repair in HER2 Disease",
            "A trial of DNA repair in HER2 disease",
        ),
        ("sentence", "A TRIAL OF DRUGS", "A trial of drugs"),
        ("capitalize-first", "in vivo", "In vivo"),
        ("uppercase", '<span class="nocase">mRNA</span> vaccine', "mRNA VACCINE"),
        ("lowercase", "The Lancet", "the lancet"),
        (
            "title",
            "cells: “quoted ‘inner’ words”",
            "Cells: “quoted ‘Inner’ Words”",
        ),
    ],
)
def test_cases(case: str, title: str, expected: str | None) -> None:
    wanted = expected or "The Use of HER2 in Non-Small-Cell Cancer: A Study"
    assert shown(f'<text variable="title" text-case="{case}"/>', title=title) == wanted


def test_title_case_is_for_english() -> None:
    element = '<text variable="title" text-case="title"/>'
    assert shown(element, title="Geschichte der medizin", language="de") == "Geschichte der medizin"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ('A "quoted" word', "“A ‘quoted’ word”"),
        ("Parkinson's disease", "“Parkinson’s disease”"),
        ("Mind the '90s", "“Mind the ’90s”"),
        ("The “first” one", "“The ‘first’ one”"),
        ('Five" wide', '“Five" wide”'),
    ],
)
def test_quotes(title: str, expected: str) -> None:
    assert shown('<text variable="title" quotes="true"/>', title=title) == expected


def test_quotes_of_the_language() -> None:
    british = 'default-locale="en-GB"'
    element = '<text variable="title" quotes="true" suffix=","/>'
    assert shown(element, title="Title") == "“Title,”"
    assert shown(element, attributes=british, title="Title") == "‘Title’,"


def test_italics_inside_italics_stand_upright() -> None:
    element = '<text variable="title" font-style="italic"/>'
    expected = '<i>On <span style="font-style:normal;">E. coli</span></i>'
    assert shown(element, "html", title="On <i>E. coli</i>") == expected


def test_unpaired_markup_is_text() -> None:
    assert shown('<text variable="title"/>', "html", title="a <i>b & c") == "a &#60;i&#62;b &#38; c"


@pytest.mark.parametrize(
    ("elements", "expected"),
    [
        ('<text value="Ed." suffix="."/><text value="x" prefix=" "/>', "Ed. x"),
        ('<text value="Why?" suffix="."/><text value="x" prefix=" "/>', "Why? x"),
        ('<text value="a" suffix=", "/><text value="b" prefix=" "/>', "a, b"),
        ('<text value="et al." suffix=","/>', "et al.,"),
    ],
)
def test_marks_at_a_seam(elements: str, expected: str) -> None:
    assert shown(elements) == expected


def test_a_field_keeps_its_own_marks() -> None:
    assert shown('<text variable="title"/>', title="What.., really") == "What.., really"


def test_a_group_is_silent_when_its_variables_are() -> None:
    element = '<group delimiter=" "><text term="in"/><text variable="container-title"/></group>'
    assert shown(f'<text variable="title"/>{element}', title="T") == "T"


def test_a_choice_keeps_the_delimiter_around_it() -> None:
    element = (
        '<group delimiter=", "><choose><if variable="title"><text variable="title"/>'
        '<text variable="publisher"/></if></choose><text variable="volume"/></group>'
    )
    assert shown(element, title="T", publisher="P", volume="3") == "T, P, 3"


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("expanded", "321–328"),
        ("minimal", "321–8"),
        ("minimal-two", "321–28"),
        ("chicago", "321–28"),
    ],
)
def test_page_ranges(form: str, expected: str) -> None:
    assert (
        shown('<text variable="page"/>', attributes=f'page-range-format="{form}"', page="321-8")
        == expected
    )


@pytest.mark.parametrize(
    ("form", "value", "expected"),
    [
        ("ordinal", "2", "2nd"),
        ("ordinal", "11", "11th"),
        ("long-ordinal", "3", "third"),
        ("roman", "14", "xiv"),
    ],
)
def test_numbers(form: str, value: str, expected: str) -> None:
    assert shown(f'<number variable="edition" form="{form}"/>', edition=value) == expected


def test_a_number_in_words_is_left_alone() -> None:
    assert shown('<number variable="edition" form="ordinal"/>', edition="revised") == "revised"


@pytest.mark.parametrize(
    ("pages", "expected"), [("3", "p. 3"), ("3-5", "pp. 3–5"), ("3, 7", "pp. 3, 7")]
)
def test_labels_count(pages: str, expected: str) -> None:
    element = (
        '<group delimiter=" "><label variable="page" form="short"/><text variable="page"/></group>'
    )
    assert shown(element, page=pages) == expected
