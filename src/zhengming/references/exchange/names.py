"""Personal and corporate names between text and CSL, Chinese and Western."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from zhengming.references.names import OTHERS, Name, chinese_name

_HAN = r"\u3400-\u9fff\U00020000-\U0003ffff〇々"
_HAN_NAME = re.compile(rf"[{_HAN}]+(?:\s+[{_HAN}]+)*")
_CJK = re.compile(rf"[{_HAN}\u3040-\u30ff\uac00-\ud7af]")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[\s-]?){1,5}")
SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|2nd|3rd|4th)\.?")
_PINYIN_NAMES = """
ai an ao ba bai ban bao bei bi bian cai cao cen chai chang chao chen cheng chi chu cui dai
deng di ding dong dou du duan fan fang fei feng fu gan gao ge geng gong gu guan guo han hao he
hong hou hu hua huang huo ji jia jian jiang jiao jin jing kang ke kong kuang lai lan lang lei
leng li lian liang liao lin ling liu long lou lu luo lv lyu ma mao mei meng mi miao min mo mou
mu ni nie ning niu ou pan pang pei peng pi ping pu qi qian qiang qiao qin qiu qu quan ran ren
rong ruan sha shan shang shao shen sheng shi shu song su sun tan tang tao teng tian tong tu
wan wang wei wen weng wu xi xia xian xiang xiao xie xin xing xiong xu xuan xue yan yang yao ye
yi yin ying you yu yuan yue yun zang zeng zhai zhan zhang zhao zhen zheng zhong zhou zhu
zhuang zhuo zong zou zuo ouyang sima shangguan
"""
_PINYIN = frozenset(_PINYIN_NAMES.split())
_FOOTNOTE = re.compile(r"(?<=[^\x00-\x7f])\[\d+(?:\s*[,，]\s*\d+)*\]")  # CNKI: 王可[1,2]
_ET_AL = re.compile(r"(?:et\s+al|and\s+others|others|等|等人|他)\.?[,，;；]?", re.IGNORECASE)


def is_cjk(text: str) -> bool:
    """Say whether the text holds any Chinese, Japanese or Korean letter."""
    return _CJK.search(text) is not None


def is_pinyin(family: str) -> bool:
    """Say whether a word is a Chinese family name in pinyin."""
    return family.lower() in _PINYIN


def is_et_al(text: str) -> bool:
    """Say whether this stands for the names left out: ``et al.``, ``等``, ``others``."""
    return _ET_AL.fullmatch(text) is not None


def with_particle(name: Name) -> Name:
    """Move the small words before a family name to where CSL wants them: ``de Castro``."""
    words = name.get("family", "").split()
    count = 0
    while count < len(words) - 1 and words[count][:1].islower():
        count += 1
    if not count:
        return name
    particle = {"non-dropping-particle": " ".join(words[:count])}
    return {**name, "family": " ".join(words[count:]), **particle}


def is_han_person(text: str) -> bool:
    """Say whether a run of Han characters is short enough for a person."""
    return _HAN_NAME.fullmatch(text) is not None and len(re.sub(r"\s", "", text)) <= 4


def parse_name(text: str) -> Name:
    """Make a CSL name of one written name, or an empty one of an empty text.

    Understood: ``王可``, ``王 可``, ``Soda, Manabu``, ``Peebles, P. Z., Jr``, ``Camidge DR``,
    ``de Castro G Jr``; et al. and 等 become ``OTHERS``. Everything else is literal: an
    organization, or a name whose order its source leaves open.
    """
    text = " ".join(text.split()).strip(",，;； ")
    if not text:
        return {}
    if is_et_al(text):
        return dict(OTHERS)
    if "," in text or "，" in text:
        return _inverted([part.strip() for part in re.split("[,，]", text)])
    chinese = chinese_name(text) or {}
    if "family" in chinese:
        return chinese
    vancouver = {} if _is_given_first(text) else vancouver_name(text)
    return vancouver or {"literal": text}


def _is_given_first(text: str) -> bool:
    """Say whether this may be ``Wei LI`` as well as ``Chen LI``: then its order stays as it is."""
    first, _, last = text.partition(" ")
    return len(last) > 1 and last.isupper() and is_pinyin(last) and not first.isupper()


def _inverted(parts: list[str]) -> Name:
    """``Family, Given`` or ``Family, Given, Suffix``; more commas are an organization's."""
    if len(parts) == 3 and SUFFIX.fullmatch(parts[1]):
        parts = [parts[0], parts[2], parts[1]]
    if len(parts) > 3 or (len(parts) == 3 and not SUFFIX.fullmatch(parts[2])):
        return {"literal": ", ".join(parts)}
    name = {"family": parts[0], "given": parts[1]}
    if len(parts) == 3:
        name["suffix"] = parts[2]
    return with_particle({key: value for key, value in name.items() if value})


def vancouver_name(text: str) -> Name:
    """``Camidge DR``, ``Camidge D. R.``, ``De Castro G Jr``: family and initials; else empty."""
    words = text.split()
    suffix = words.pop() if len(words) > 2 and SUFFIX.fullmatch(words[-1]) else ""
    # In DE LA CRUZ D J the capitals before D are the family.
    longest = 1 if text.isupper() and words and len(words[-1].rstrip(".")) == 1 else 5
    count = 0
    while count < len(words) - 1 and _is_initials(words[-1 - count], longest):
        count += 1
    family, initials = " ".join(words[: len(words) - count]), " ".join(words[len(words) - count :])
    if (
        not count
        or initials[0].islower()
        or len(re.sub(r"[.\s-]", "", initials)) > 5
        or any(map(str.isdigit, family))
    ):
        return {}
    if family.isupper() and any(len(word.rstrip(".")) > 2 for word in initials.split()):
        return {}  # an organization in capitals
    name = {"family": family, "given": _dotted(initials)}
    return with_particle({**name, "suffix": suffix} if suffix else name)


def _dotted(initials: str) -> str:
    """``DR`` and ``D R`` are ``D. R.``; a hyphen stays (``J.-L.``)."""
    spread = re.sub(r"(?<=[^\W\d_])\.?\s*(?=[^\W\d_-])", ". ", initials)
    return re.sub(r"(?<=[^\W\d_])\.?(?=-|$)", ".", spread)


def _is_initials(word: str, longest: int) -> bool:
    """Capitals with or without stops; one small letter is a particle cut short."""
    if len(re.sub(r"[.-]", "", word)) > longest and "-" not in word:
        return False
    capitals = word.isupper() and _INITIALS.fullmatch(word) is not None
    return capitals or (len(word) == 1 and word.islower())


def parse_names(values: Iterable[str]) -> list[Name]:
    """Make CSL names of values, each one name or several joined by ``;`` or, in Chinese, ``，``."""
    names: list[Name] = []
    for value in values:
        for part in re.split("[;；]", _FOOTNOTE.sub("", value)):
            several = re.split("[,，、]", part)
            if len(several) > 1 and all(is_han_person(one.strip()) for one in several):
                spelled_out = len(several) == 2 and len(several[0].strip()) == 1
                pieces = [part] if spelled_out else several
            else:
                pieces = [part]
            names += [name for name in map(parse_name, pieces) if name]
    return names


def inverted(name: Mapping[str, str]) -> str:
    """Write a name as RIS and EndNote know it: ``Soda, Manabu, Jr``, ``王可``, or its literal."""
    if "literal" in name:
        return name["literal"]
    particles = (name.get("dropping-particle"), name.get("non-dropping-particle"))
    family = " ".join(part for part in (*particles, name.get("family")) if part)
    given = name.get("given", "")
    if is_cjk(family) and (not given or is_cjk(given)):
        return family + given
    return ", ".join(part for part in (family, given, name.get("suffix", "")) if part)


def endnote_name(name: Mapping[str, str]) -> str:
    """Write a name for EndNote, which turns no name round that ends in a comma."""
    if "literal" in name and name != OTHERS:
        return f"{name['literal']},"
    return inverted(name)
