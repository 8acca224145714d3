"""The reading of one Han character, for searching: quick, blind to what stands beside it."""

from __future__ import annotations

import unicodedata
from functools import cache


@cache
def syllable(character: str, umlaut: str) -> str:
    """The commonest reading, without its tone and with ``umlaut`` for ü; all but Han stays."""
    from pypinyin.constants import PINYIN_DICT  # imported late: a large table

    reading: str = PINYIN_DICT.get(ord(character), "").partition(",")[0]
    plain = unicodedata.normalize("NFD", reading.replace("ü", umlaut))
    return "".join(sign for sign in plain if not unicodedata.combining(sign)) or character
