"""The order of a list sorted by author: Chinese first, by pinyin, then the other scripts."""

from __future__ import annotations

from typing import Any

from zhengming.csl.sorting import default_collate
from zhengming.references.pinyin import surname_pinyin, syllables
from zhengming.text.script import has_han


def by_pinyin(text: str, language: str) -> Any:
    """The sort key of a text; names are compared syllable by syllable, so 张三 precedes 张三丰."""
    if text and has_han(text[0]):
        return 0, (surname_pinyin(text[0]), *syllables(text[1:])), text
    return 1, default_collate(text, language)
