"""Pinyin of names, for searching: ``v`` for ü where no tone stands on it."""

from __future__ import annotations

from zhengming.text.pinyin import syllable


def pinyin(text: str) -> str:
    """The syllables of a text in one word: ``luolatini`` for 洛拉替尼."""
    return "".join(syllable(character, "v") for character in text)


def initials(text: str) -> str:
    """The first letters of its syllables: ``lltn`` for 洛拉替尼."""
    return "".join(syllable(character, "v")[:1] for character in text)
