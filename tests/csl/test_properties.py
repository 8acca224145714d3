"""What holds for any item, however odd: no crash, and every format says the same."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import LOCALES, locales

from zhengming.csl import Citation, CiteItem, Processor, Style, render
from zhengming.csl.pages import PageRanges, format_pages
from zhengming.csl.render.superscript import spell_superscripts
from zhengming.csl.richtext import rich_text

STYLES = sorted((LOCALES.parent / "styles").glob("*.csl"))
FIELDS = (
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "edition",
    "DOI",
    "URL",
    "language",
)
ODD = st.sampled_from(
    ["", "<i>", "</b>\"'", "“‘x’”", "l'''", "9" * 400, "–", "1-", "%s", "𠮷", "«"]
)
VALUES = st.one_of(ODD, st.text(max_size=12), st.none(), st.integers(), st.just([]), st.just({}))
NAMES = st.lists(
    st.dictionaries(
        st.sampled_from(["family", "given", "literal", "suffix", "non-dropping-particle"]),
        st.one_of(ODD, st.text(max_size=6), st.none(), st.integers()),
    ),
    max_size=4,
)
NUMBERS = st.one_of(st.integers(-3000, 3000), st.none(), st.just("x"))
DATES = st.one_of(
    st.fixed_dictionaries({"date-parts": st.lists(st.lists(NUMBERS, max_size=4), max_size=3)}),
    st.fixed_dictionaries({"raw": st.text(max_size=12)}),
    st.none(),
    st.integers(),
)
ITEMS = st.fixed_dictionaries(
    {"type": st.sampled_from(["book", "article-journal", "webpage", "nonsense"])},
    optional={
        **dict.fromkeys(FIELDS, VALUES),
        "author": st.one_of(NAMES, VALUES),
        "editor": NAMES,
        "issued": DATES,
        "accessed": DATES,
    },
)


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.stem)
@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(items=st.lists(ITEMS, min_size=1, max_size=3), locator=st.text(max_size=8))
def test_no_item_is_too_odd(path: Path, items: list[dict[str, Any]], locator: str) -> None:
    named = [{**item, "id": f"i{number}"} for number, item in enumerate(items)]
    processor = Processor(Style.load(path), named, locales=locales())
    for note, item in enumerate(named, 1):
        processor.cite(Citation((CiteItem(item["id"], locator), CiteItem("i0")), note))
    rendered = processor.finish()
    assert len(rendered.citations) == len(items)
    for rich in (*rendered.citations, *(entry.content for entry in rendered.entries)):
        bare = html.unescape(re.sub(r"<[^<>]*>", "", render(rich, "html")))
        assert bare == rich_text(spell_superscripts(rich))


@given(first=st.integers(1, 99999), more=st.integers(1, 999))
@pytest.mark.parametrize("form", ["expanded", "minimal", "minimal-two", "chicago", "chicago-16"])
def test_a_short_page_range_means_the_same(form: str, first: int, more: int) -> None:
    last = first + more
    shown = format_pages(f"{first}-{last}", PageRanges(form, "–", "–")).partition("–")[2]
    assert str(last).endswith(shown)
    whole = shown if len(shown) >= len(str(first)) else str(first)[: -len(shown)] + shown
    assert int(whole) == last
