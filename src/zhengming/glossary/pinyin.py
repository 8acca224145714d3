"""Pinyin of names, for searching: quick, without tones, blind to what stands beside a character."""

from __future__ import annotations

import unicodedata
from functools import cache


@cache
def syllable(character: str) -> str:
    """The commonest reading of a character; anything else but Han stays as it is."""
    from pypinyin.constants import PINYIN_DICT  # imported late: a large table

    reading: str = PINYIN_DICT.get(ord(character), "").partition(",")[0]
    plain = unicodedata.normalize("NFD", reading.replace("ü", "v"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)) or character


def pinyin(text: str) -> str:
    """The syllables of a text in one word: ``luolatini`` for 洛拉替尼."""
    return "".join(map(syllable, text))


def initials(text: str) -> str:
    """The first letters of its syllables: ``lltn`` for 洛拉替尼."""
    return "".join(syllable(character)[:1] for character in text)
