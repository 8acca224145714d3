"""INN stems in Chinese and English, and the drug-like words that hold one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from string import ascii_lowercase
from typing import NamedTuple

import daachorse

from zhengming.text.script import has_han

# Characters that Chinese generic names are transliterated with; others begin before the name.
_SYLLABLES = frozenset(
    "阿艾埃安昂奥巴贝倍本比吡布波伯泊博达度德地迪多杜厄恩尔伐法凡非芬菲弗夫伏氟呋福复戈格谷吉基"
    "加贾杰卡凯康考可克库喹奎拉来莱赖兰朗劳乐雷里力立利林琳仑罗洛鲁芦伦马玛麦美米莫纳奈尼宁诺帕派"
    "硼匹培佩普齐奇恰曲瑞塞赛沙莎色舒斯司索苏他塔泰坦特替托妥维韦沃乌希昔西辛雅伊依英尤扎泽佐唑卓"
    "珠奉萨古那"
)
_LONGEST = 6  # syllables before a stem
_LONGEST_WORD = 30  # letters before one; projected text has no capitals
_FEWEST = {True: 2, False: 3}  # characters before a stem in Chinese, letters in English


class DrugLike(NamedTuple):
    """A word with an INN stem, in projected text.

    Attributes:
        group: what the stem stands for, in English, plural.
    """

    start: int
    end: int
    text: str
    stem: str
    group: str

    def tails(self) -> Sequence[str]:
        """The word, and without its first characters: in Chinese they may be the sentence's."""
        if self.text.isascii():
            return (self.text,)
        return [self.text[at:] for at in range(len(self.text) - len(self.stem))]


class _Stem(NamedTuple):
    """An INN stem; without a group, a word that holds one and is no drug."""

    text: str
    group: str | None
    is_chinese: bool


@dataclass(frozen=True, slots=True)
class _Stems:
    automaton: daachorse.CharwiseDoubleArrayAhoCorasick
    stems: tuple[_Stem, ...]
    passes: frozenset[str]


@cache
def _stems() -> _Stems:
    text = files("zhengming.rules").joinpath("data/stems.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    groups = {stem: group for _, stem, group, _ in rows}
    passes = frozenset(word for row in rows for word in row[3].split())
    patterns = [*groups, *filter(has_han, passes)]
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
        patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST
    )
    stems = tuple(_Stem(pattern, groups.get(pattern), has_han(pattern)) for pattern in patterns)
    return _Stems(automaton, stems, passes)


def drug_like(text: str) -> Iterator[DrugLike]:
    """The words of a projected text that are built like generic names; time is linear."""
    known = _stems()
    for start, end, index in known.automaton.find(text):
        stem, group, is_chinese = known.stems[index]
        if group is None:
            continue
        begin = (
            start - _syllables(text[max(start - _LONGEST, 0) : start])
            if is_chinese
            else _word_start(text, start)
        )
        if start - begin < _FEWEST[is_chinese]:
            continue
        if not is_chinese and (_is_letter(text, end) or text[begin:end] in known.passes):
            continue
        yield DrugLike(begin, end, text[begin:end], stem, group)


@lru_cache(maxsize=2**14)  # drafts say the same names again and again
def _syllables(before: str) -> int:
    """How many of the last characters are syllables of generic names."""
    others = (at for at, character in enumerate(reversed(before)) if character not in _SYLLABLES)
    return next(others, len(before))


def _word_start(text: str, start: int) -> int:
    before = text[max(start - _LONGEST_WORD, 0) : start]
    return start - len(before) + len(before.rstrip(ascii_lowercase))


def _is_letter(text: str, index: int) -> bool:
    return index < len(text) and text[index].isascii() and text[index].isalpha()
