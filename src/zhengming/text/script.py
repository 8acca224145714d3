"""Chinese script: what is Han, and Traditional to Simplified. The only importer of OpenCC."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[ぁ-ゖァ-ヺ]")


def has_han(text: str) -> bool:
    """Whether the text holds a Chinese character."""
    return _HAN.search(text) is not None


def has_kana(text: str) -> bool:
    """Whether the text holds Japanese syllables, so that its Han characters are kanji."""
    return _KANA.search(text) is not None


@cache
def _converter(configuration: str) -> Callable[[str], str]:
    from opencc import OpenCC  # costs 30 ms, and many runs meet no Han at all

    convert: Callable[[str], str] = OpenCC(configuration).convert
    return convert


def to_simplified(text: str) -> str:
    """Traditional to Simplified, character for character: the result is as long as ``text``."""
    if not has_han(text):
        return text
    convert = _converter("t2s")
    simplified = convert(text)
    if len(simplified) == len(text):
        return simplified
    return "".join(new if len(new := convert(old)) == 1 else old for old in text)
