"""Pinyin without tones, and the surnames that pypinyin reads wrongly."""

from __future__ import annotations

from functools import cache

from zhengming.references.names import COMPOUND_SURNAMES
from zhengming.text.pinyin import syllable

_READINGS = """
曾 zeng 仇 qiu 解 xie 单 shan 單 shan 任 ren 朴 piao 查 zha 盖 ge 蓋 ge 区 ou 區 ou 尉 wei 缪 miao 繆 miao
翟 zhai 覃 qin 乐 yue 樂 yue 种 chong 祭 zhai 冼 xian 洗 xian 纪 ji 华 hua 宁 ning 员 yun 黑 he 繁 po
折 she 秘 bi 召 shao 能 nai 阚 kan 谌 chen 盛 sheng 车 che 車 che 宿 su 应 ying 訾 zi 厍 she 佴 nai 相 xiang
行 xing 曲 qu 贾 jia 賈 jia 沈 shen 葛 ge 卜 bu 牟 mou 莘 shen 燕 yan 隗 wei 那 na 郗 xi 郤 xi 殷 yin 重 chong
石 shi 柏 bai 薄 bo 晁 chao 褚 chu 费 fei 干 gan 呙 guo 撒 sa 瞿 qu 筰 zuo 乜 nie 逄 pang 万俟 moqi 尉迟 yuchi
尉遲 yuchi 澹台 tantai 澹臺 tantai 长孙 zhangsun 長孫 zhangsun 单于 chanyu 鲜于 xianyu 鮮于 xianyu
"""
_SURNAMES = dict(zip(_READINGS.split()[::2], _READINGS.split()[1::2], strict=True))


@cache
def syllables(text: str) -> tuple[str, ...]:
    """One syllable for each Han character (``lv`` for 吕); other runs of text stay whole."""
    from pypinyin import lazy_pinyin  # imported late: it loads large tables

    return tuple(lazy_pinyin(text))


def search_pinyin(text: str) -> str:
    """Pinyin for searching, character by character: quick, and blind to what stands beside."""
    return "".join(syllable(character, "u") for character in text)


def pinyin(text: str) -> str:
    """The syllables of a text in one word."""
    return "".join(syllables(text))


def surname_pinyin(family: str) -> str:
    """Pinyin of a family name: 曾 is ``zeng`` and 单 ``shan`` in a name."""
    return _SURNAMES.get(family) or pinyin(family)


def name_pinyin(name: str) -> str:
    """Pinyin of a whole Chinese name, its surname read as one."""
    cut = 2 if name[:2] in COMPOUND_SURNAMES or name[:2] in _SURNAMES else 1
    return surname_pinyin(name[:cut]) + pinyin(name[cut:])
