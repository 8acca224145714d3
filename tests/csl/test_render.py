"""Renderers: the same text in every format."""

from __future__ import annotations

import pytest
from support import book, listed, make_style, person, process

from zhengming.csl import Span, anchor, render
from zhengming.csl.render.runs import Run, runs

RICH = (
    "A & B ",
    Span("font-style", "italic", ("50% *x* ", Span("vertical-align", "sup", ("2",)))),
    Span("link", "https://doi.org/10.5555/1", ("10.5555/1",)),
)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("text", "A & B 50% *x* 210.5555/1"),
        (
            "html",
            'A &#38; B <i>50% *x* <sup>2</sup></i><a href="https://doi.org/10.5555/1">10.5555/1</a>',
        ),
        ("markdown", r"A & B *50% \*x\* <sup>2</sup>*[10.5555/1](https://doi.org/10.5555/1)"),
        (
            "latex",
            r"A \& B \textit{50\% *x* \textsuperscript{2}}\href{https://doi.org/10.5555/1}{10.5555/1}",
        ),
    ],
)
def test_formats(form: str, expected: str) -> None:
    assert render(RICH, form, links=True) == expected


def test_links_are_an_option() -> None:
    assert render(RICH, "html") == "A &#38; B <i>50% *x* <sup>2</sup></i>10.5555/1"


def test_links_of_entries_and_cites() -> None:
    style = make_style(
        '<text variable="citation-number"/>',
        bibliography='<layout><group delimiter=" "><text variable="DOI" prefix="doi:"/>'
        '<text variable="URL"/></group></layout>',
    )
    rendered = process(style, [book("a", DOI="10.5555/1", URL="javascript:alert(1)")], ["a"])
    (entry,) = rendered.entries
    assert render(entry.content, "html", links=True) == (
        'doi:<a href="https://doi.org/10.5555/1">10.5555/1</a> javascript:alert(1)'
    )
    assert render(rendered.citations[0], "html", links=True) == '<a href="#ref-a">1</a>'


def test_runs_are_flat() -> None:
    italic = {"font-style": "italic"}
    assert runs(RICH) == (
        Run("A & B "),
        Run("50% *x* ", italic),
        Run("2", {**italic, "vertical-align": "sup"}),
        Run("10.5555/1", {}, "https://doi.org/10.5555/1"),
    )


def test_second_field_align() -> None:
    style = make_style(
        bibliography='<layout suffix="."><text variable="citation-number" suffix=". "/>'
        '<text variable="title"/></layout>',
        bibliography_attributes='second-field-align="flush"',
    )
    (entry,) = listed(style, [book("a", title="T")], "html")
    assert entry == '<div class="csl-left-margin">1. </div><div class="csl-right-inline">T.</div>'


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("complete-all", ["Doe, Roe", "———", "Doe, Fox"]),
        ("partial-each", ["Doe, Roe", "———, ———", "———, Fox"]),
        ("partial-first", ["Doe, Roe", "———, Roe", "———, Fox"]),
    ],
)
def test_repeated_authors(rule: str, expected: list[str]) -> None:
    style = make_style(
        bibliography='<layout><names variable="author"><name form="short"/></names></layout>',
        bibliography_attributes='subsequent-author-substitute="———" '
        f'subsequent-author-substitute-rule="{rule}"',
    )
    doe, roe, fox = person("Doe"), person("Roe"), person("Fox")
    assert (
        listed(style, [book("a", doe, roe), book("b", doe, roe), book("c", doe, fox)]) == expected
    )


def test_warnings_name_the_item() -> None:
    style = make_style(
        '<text variable="title"/>', bibliography='<layout><text variable="title"/></layout>'
    )
    rendered = process(style, [book("a", title="T"), book("b")], ["a", "gone"], ["b"])
    assert [entry.id for entry in rendered.entries] == ["a"]
    assert rendered.warnings == (
        "gone: no such item",
        "b: the style prints title, which is missing",
        "b: the style prints nothing for it",
        "b: the style prints nothing for it in a citation",
    )


def test_a_type_that_is_none_is_told() -> None:
    style = make_style(
        '<text variable="title"/>', bibliography='<layout><text variable="title"/></layout>'
    )
    rendered = process(style, [{"id": "a", "type": "tractate", "title": "T"}], ["a"])
    assert rendered.warnings == (
        "a: the type 'tractate' is unknown; printed as the style prints any other",
    )


def test_addresses_in_latex_are_escaped_for_hyperref() -> None:
    style = make_style(
        '<text variable="title"/>', bibliography='<layout><text variable="URL"/></layout>'
    )
    url = "https://example.org/a_b~c/%E4%BD%A0?x={1}&y=2#top"
    rendered = process(style, [book("a", title="T", URL=url)], ["a"])
    assert render(rendered.entries[0].content, "latex", links=True) == (
        r"\href{https://example.org/a_b~c/\%E4\%BD\%A0?x=\%7B1\%7D&y=2\#top}"
        r"{https://example.org/a\_b\textasciitilde{}c/\%E4\%BD\%A0?x=\{1\}\&y=2\#top}"
    )


def test_names_of_entries_hold_in_every_format() -> None:
    style = make_style('<text variable="title"/>')
    id_ = "smith (2020)#1"
    rendered = process(style, [book(id_, title="T")], [id_])
    shown = {
        form: (anchor(id_, form), render(rendered.citations[0], form, links=True))
        for form in ("html", "markdown", "latex", "text")
    }
    assert shown == {
        "html": (
            '<a id="ref-smith (2020)#1"></a>',
            '<a href="#ref-smith%20%282020%29%231">T</a>',
        ),
        "markdown": ('<a id="ref-smith (2020)#1"></a>', "[T](#ref-smith%20%282020%29%231)"),
        "latex": (
            r"\hypertarget{ref-smith--2020--1}{}",
            r"\hyperlink{ref-smith--2020--1}{T}",
        ),
        "text": ("", "T"),
    }
