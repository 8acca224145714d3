"""Chinese script: what is Han, from one script to the other. The only importer of OpenCC."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U000323af"
# Han or another letter beyond ASCII: compiled in no time, where HAN takes milliseconds.
LETTER = r"[^\W\d_A-Za-z]"
_HAN = re.compile(f"[{HAN}]")
_KANA = re.compile("[ぁ-ゖァ-ヺ]")
_STANDARDS = {"zh-Hant": "s2t", "zh-TW": "s2tw", "zh-HK": "s2hk"}
_COMPOUND = re.compile("噁(?=[唑嗪英烷二喹草霉])")
_RARE = 0xC9  # lead byte of Big5's second plane, which has 体 and 网 as other, forgotten words


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
    return _converted(text, "t2s")


def in_simplified(text: str) -> str:
    """What ``to_simplified`` is to be when written: 噁 stays in 噁唑, where it is no form of 恶.

    Source: 通用规范汉字表 (2013), which lists 噁 for names of compounds.
    """
    simplified, done = to_simplified(text), 0
    parts: list[str] = []
    for match in _COMPOUND.finditer(text):
        parts += (simplified[done : match.start()], match.group())
        done = match.end()
    return "".join(parts) + simplified[done:]


def to_traditional(text: str, place: str) -> str:
    """Simplified to Traditional; the result is as long as ``text``.

    Words decide (头发, 发现) and are not replaced by those of the place. What is Traditional
    already must not be given: 干擾素 would become 幹擾素.

    Args:
        text: Simplified Chinese.
        place: ``zh-TW`` or ``zh-HK`` for the forms of that place, ``zh-Hant`` for OpenCC's own.
    """
    return _converted(text, _STANDARDS[place])


def name_to_traditional(text: str, place: str) -> str:
    """A name of sounds in Traditional, as ``to_traditional`` but that no word is read into it.

    A character that is Traditional by itself stays: 依托泊苷 is no 依託泊苷; 干扰素 is still 干擾素.
    """
    converted = to_traditional(text, place)
    pairs = zip(text, converted, strict=True)
    return "".join(old if to_traditional(old, place) == old else new for old, new in pairs)


@cache
def is_simplified_only(character: str, place: str) -> bool:
    """Whether OpenCC maps a character that is none of Big5's common ones.

    What is common in both scripts (后, 里, 干) is one of them.
    """
    big5 = character.encode("big5", "ignore")
    return not (big5 and big5[0] < _RARE) and to_traditional(character, place) != character


def _converted(text: str, configuration: str) -> str:
    if not has_han(text):
        return text
    convert = _converter(configuration)
    converted = convert(text)
    if len(converted) == len(text):
        return converted
    return "".join(new if len(new := convert(old)) == 1 else old for old in text)
