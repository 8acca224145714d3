from __future__ import annotations

import pytest

from zhengming.text.script import is_simplified_only, name_to_traditional


@pytest.mark.parametrize(
    ("simplified", "traditional"),
    [
        ("依托泊苷", "依托泊苷"),  # 依託 is a word; this is a sound
        ("人干扰素α2b", "人干擾素α2b"),
        ("顺铂", "順鉑"),
        ("克里唑替尼", "克里唑替尼"),
    ],
)
def test_no_word_is_read_into_a_name(simplified: str, traditional: str) -> None:
    assert name_to_traditional(simplified, "zh-TW") == traditional


@pytest.mark.parametrize(("character", "only"), [("药", True), ("后", False), ("藥", False)])
def test_characters_that_simplified_text_alone_has(character: str, only: bool) -> None:
    assert is_simplified_only(character, "zh-TW") is only
