"""Personal and corporate names, Chinese and Western, made CSL-JSON names.

A list that its source cut short (BibTeX's ``and others``, PubMed's ``et al``, 等) ends with the
name ``{"literal": "others"}``, as in pandoc. Who prints a list turns that name into "et al." or
等 whatever the style's limits; who ignores the convention still prints the right thing for every
style whose limit the remaining names reach.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

Name = dict[str, str]

OTHERS: Name = {"literal": "others"}
_COMPOUND = """
欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政
濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马
公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌
微生 梁丘 左丘 东门 西门 南荣 第五 歐陽 司馬 東方 獨孤 南宮 聞人 諸葛 尉遲 赫連 澹臺 濮陽
公孫 仲孫 鍾離 長孫 鮮于 閭丘
"""
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())

_HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_ANY = re.compile(f"[{_HAN}]")
_HAN_ONLY = re.compile(f"[{_HAN}]+")
_GIVEN_INITIALS = re.compile(r"[A-Z](?:[. ]*[A-Z])*\.?")
_HAN_SEPARATORS = re.compile(r"\s*[，；、;]\s*")
_INITIALS = re.compile(r"[^\W\d_a-z]{1,3}")
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV|V", re.IGNORECASE)
_EXTENDED = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=\s*")
_EXTENDED_KEYS = {"prefix": "non-dropping-particle"}
_ENGLISH_VOWELS = frozenset("AEIOUY")


def is_han(text: str) -> bool:
    """Whether a text consists of Han characters alone."""
    return bool(_HAN_ONLY.fullmatch(text))


def split_han_names(text: str) -> list[str]:
    """Split ``张三，李四；王五``: Chinese names that a Chinese separator keeps apart."""
    parts = [part for part in _HAN_SEPARATORS.split(text) if part]
    if len(parts) > 1 and all(_HAN_ONLY.match(part) for part in parts):
        return parts
    return [text]


def chinese_name(text: str) -> Name | None:
    """Read ``王可``, ``王 小 明``, ``欧阳修`` or ``昂温 G``; None for a text without Han characters.

    Four characters without a compound surname, anything longer and anything mixed stay one
    ``literal``: it may be a body, a Japanese or a translated name, and prints the same.
    """
    if not _HAN_ANY.search(text):
        return None
    words = text.split()
    if len(words) == 2 and all(len(word) <= 2 and is_han(word) for word in words):
        return {"family": words[0], "given": words[1]}
    family, _, initials = text.partition(" ")
    if _GIVEN_INITIALS.fullmatch(initials) and is_han(family.replace("·", "")):
        given = re.sub(r"[^\W\d_]", r"\g<0>. ", re.sub(r"[.\s]", "", initials))
        return {"family": family, "given": given.strip()}
    joined = "".join(words)
    cut = 2 if joined[:2] in COMPOUND_SURNAMES and len(joined) > 2 else 1
    if not is_han(joined) or len(joined) - cut > 2 or len(joined) == 1:
        return {"literal": text}
    return {"family": joined[:cut], "given": joined[cut:]}


def is_vancouver(names: Sequence[str]) -> bool:
    """Whether all names are ``Camidge DR``, and at least one cannot be read otherwise.

    ``Wei LI`` has the same shape, so a list needs one last word that is no surname: a single
    letter or one without a vowel.
    """
    last = [name.split()[-1] for name in names if " " in name and not _HAN_ONLY.match(name)]
    shaped = all(_INITIALS.fullmatch(word) and not _SUFFIX.fullmatch(word) for word in last)
    clear = any(len(word) == 1 or not _ENGLISH_VOWELS & set(word) for word in last)
    return shaped and clear


def vancouver_name(text: str) -> Name:
    """Read ``Camidge DR`` or ``De Pas T Jr``; initials come out as ``D. R.``."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    initials = words.pop() if len(words) > 1 else ""
    given = " ".join(f"{letter}." for letter in initials)
    return _name(family=" ".join(words), given=given, suffix=suffix)


def western_name(parts: Sequence[str]) -> Name:
    """Read a name cut at its commas: ``First von Last``, ``von Last, First``, ``…, Jr, First``."""
    if len(parts) == 1:
        words = parts[0].split()
        cut = _surname_start(words)
        particle, family = _particle(words[cut:])
        return _name(" ".join(words[:cut]), particle, family)
    particle, family = _particle(parts[0].split())
    given, suffix = (parts[1], "") if len(parts) == 2 else (parts[-1], parts[1])
    if suffix and _SUFFIX.fullmatch(given) and not _SUFFIX.fullmatch(suffix):
        given, suffix = suffix, given
    return _name(given, particle, family, suffix)


def extended_name(parts: Sequence[str]) -> Name | None:
    """Read biblatex's ``family=Berg, given=Jan, prefix=van den``; None for another form."""
    name: Name = {}
    for part in parts:
        match = _EXTENDED.match(part)
        if not match:
            return None
        name[_EXTENDED_KEYS.get(match[1], match[1])] = part[match.end() :].strip().strip('"')
    return name if "family" in name else None


def _surname_start(words: Sequence[str]) -> int:
    """Index of the first word of ``von Last``: the first lower-case word, else the last word."""
    for index, word in enumerate(words[:-1]):
        if index and word[:1].islower():
            return index
    return len(words) - 1


def _particle(words: Sequence[str]) -> tuple[str, str]:
    count = 0
    while count < len(words) - 1 and words[count][:1].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _name(given: str = "", particle: str = "", family: str = "", suffix: str = "") -> Name:
    if not family:
        return {"literal": given or particle or suffix}
    fields = {
        "family": family,
        "given": given,
        "non-dropping-particle": particle,
        "suffix": suffix,
    }
    return {key: value for key, value in fields.items() if value}
