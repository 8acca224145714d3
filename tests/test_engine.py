"""Invariants of the straight line, on texts put together at random."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from zhengming import builtin
from zhengming.documents import parse_document
from zhengming.engine import check, normalize
from zhengming.glossary.load import LoadedGlossary, load_glossary
from zhengming.rules import Draft

SUFFIXES = ("md", "txt", "tex", "html", "rst", "typ", "adoc")
WORDS = st.sampled_from(
    [
        "劳拉替尼",
        "勞拉替尼",
        "色瑞替尼",
        "瑞博西利",
        "洛拉替尼",
        "德曲妥珠单抗",
        "瑞齐替尼",
        "氘代洛拉替尼",
        "PROFILE-1014",
        "ASCEND4",
        "CROWN",
        "lorlatinib",
        "PF-06463922",
        "ALK",
        "選擇",
        "藥物",
        "程序",
        "发现",
        "😀",
        "é",
        "é",
        "⾊",
        "\u200b",
        "\xad",
        "⁃",
        "（",
        "）",
        "，",
        "。",
        "[1]",
        "[@key]",
        "$x$",
        "`劳拉替尼`",
        "**劳拉**替尼",
        "<b>劳</b>拉替尼",
        "<!--劳拉替尼-->",
        "[劳拉](http://劳拉替尼)替尼",
        "\\*",
        "&amp;",
        "{#劳拉替尼}",
    ]
)
GAPS = st.sampled_from(
    ["", "", " ", "\n", "\r\n", "\n\n", "\n> ", "\n- ", "\t", "\u3000", "\n# ", "|"]
)


@st.composite
def texts(draw: st.DrawFn) -> str:
    pieces = draw(st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=30))
    broken = "".join(word + gap for word, gap in pieces)
    cut = draw(st.integers(0, len(broken)))
    return broken[:cut] + draw(GAPS) + broken[cut:]


@cache
def names() -> LoadedGlossary:
    return load_glossary([builtin.data_directory("glossary")])


@pytest.mark.parametrize("name", [f"draft.{suffix}" for suffix in SUFFIXES])
@given(text=texts())
@example(text="> ASCEND\r\n> 4")
@settings(max_examples=300, deadline=None)
def test_normalize_holds_still_and_keeps_what_is_protected(name: str, text: str) -> None:
    before = parse_document(name, text.encode())
    once = normalize(Draft(before, names()))
    after = parse_document(name, once.data)
    assert normalize(Draft(after, names())).data == once.data
    assert after.skeleton() == before.skeleton()
    if not once.applied:
        assert once.data == text.encode()


@pytest.mark.parametrize("name", ["draft.md", "draft.txt"])
@given(text=texts())
@settings(max_examples=100, deadline=None)
def test_findings_and_mentions_stand_where_they_say(name: str, text: str) -> None:
    draft = Draft(parse_document(name, text.encode()), names())
    spans = [located.span for located in draft.mentions]
    assert spans == sorted(spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    for located in draft.mentions:
        block, mention = located.block, located.mention
        written = "".join(block.text[at] for at in mention.positions)
        in_source = "".join(draft.document.text[block.origin(at)] for at in mention.positions)
        assert written == in_source
    for finding in check(draft):
        assert 0 <= finding.span.start < finding.span.end <= len(text)
