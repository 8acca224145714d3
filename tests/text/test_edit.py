"""Edits touch few characters and keep what stands between them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.text.edit import Edit, apply_edits, minimal_edits
from zhengming.text.span import Span, SpanSet


@pytest.mark.parametrize(
    ("text", "name", "replacement", "expected"),
    [
        ("劳\n拉替尼", "劳拉替尼", "洛拉替尼", "洛\n拉替尼"),
        ("**劳拉**替尼", "劳拉替尼", "洛拉替尼", "**洛拉**替尼"),
        ("色\u200b瑞替尼", "色瑞替尼", "塞瑞替尼", "塞\u200b瑞替尼"),
        ("PROFILE-\n1014", "PROFILE-1014", "PROFILE 1014", "PROFILE\n1014"),
        ("PROFILE⁃\n1014", "PROFILE1014", "PROFILE 1014", "PROFILE\n1014"),
        ("PROFILE-⁃\r\n1014", "PROFILE-1014", "PROFILE 1014", "PROFILE\r\n1014"),
        ("PROFILE\u00ad1014", "PROFILE1014", "PROFILE 1014", "PROFILE 1014"),
        ("PROFILE\u00a01014", "PROFILE\u00a01014", "PROFILE 1014", "PROFILE\u00a01014"),
        ("PROFILE1014", "PROFILE1014", "PROFILE 1014", "PROFILE 1014"),
        ("ASCEND\r\n4", "ASCEND\r4", "ASCEND-4", "ASCEND-\r\n4"),
        ("ASCEND \n4", "ASCEND 4", "ASCEND-4", "ASCEND-\n4"),
        ("甲乙丙丁", "甲乙丙丁", "甲丁", "甲丁"),
    ],
)
def test_minimal_edits(text: str, name: str, replacement: str, expected: str) -> None:
    at, positions = -1, []
    for character in name:
        at = text.index(character, at + 1)
        positions.append(at)
    assert apply_edits(text, minimal_edits(text, positions, replacement)) == expected


def test_a_ligature_is_replaced_whole() -> None:
    assert apply_edits("aﬁb", minimal_edits("aﬁb", [0, 1, 1, 2], "afub")) == "afub"


@given(st.text("洛拉替尼 \n", min_size=1, max_size=12), st.text("洛劳拉替尼", max_size=8))
def test_minimal_edits_write_the_replacement(text: str, replacement: str) -> None:
    edited = apply_edits(text, minimal_edits(text, range(len(text)), replacement))
    assert "".join(edited.split()) == replacement


def test_overlapping_edits_are_refused() -> None:
    with pytest.raises(ValueError, match="overlapping"):
        apply_edits("abc", [Edit(Span(0, 2), "x"), Edit(Span(1, 3), "y")])


SPANS = st.tuples(st.integers(0, 20), st.integers(0, 4)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(SPANS, max_size=8), SPANS)
def test_span_set_agrees_with_asking_each(spans: list[Span], asked: Span) -> None:
    taken, members = SpanSet(), []
    for span in spans:
        assert taken.collides(span) == any(span.overlaps(other) for other in members)
        if not taken.collides(span):
            taken.add(span)
            members.append(span)
    assert taken.collides(asked) == any(asked.overlaps(other) for other in members)
