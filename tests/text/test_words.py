"""Patterns whose literal comes first find what those with the look-behind first do."""

import re

from hypothesis import given
from hypothesis import strategies as st

from zhengming.text.words import JOINED, word

_TEXTS = st.text(alphabet="NCTx1-：中 \n")


@given(_TEXTS)
def test_word_as_with_the_look_behind_first(text: str) -> None:
    plain = re.compile(r"(?<![A-Za-z0-9-])NCT-?\d+(?![A-Za-z0-9])", re.ASCII)
    found = word("NCT", r"-?\d+", before=JOINED).finditer(text)
    assert [m.span() for m in found] == [m.span() for m in plain.finditer(text)]


def test_word_stands_alone() -> None:
    assert word("NCT").search("研究NCT，")
    assert not word("NCT").search("xNCT")
    assert not word("NCT").search("NCT1")
