"""Language names as reference managers write them, made BCP 47 tags."""

from __future__ import annotations

import re

_TAGS = {
    "zh-CN": "chinese schinese simplified-chinese chinese-hans chinese-simplified chi zho cn 中文 "
    "汉语 简体中文 zh zh-hans mandarin zh_cn",
    "zh-TW": "tchinese chinese-hant traditional-chinese chinese-traditional "
    "繁体中文 繁體中文 zh-hant",
    "en-US": "american usenglish en_us",
    "en-GB": "british ukenglish en_gb",
    "en": "english eng 英文 英语 canadian australian newzealand",
    "ja": "japanese jpn 日文 日语 日本語",
    "ko": "korean kor",
    "ru": "russian rus",
    "de": "german ngerman austrian naustrian swissgerman nswissgerman ger deu",
    "fr": "french francais canadien acadian fre fra",
    "es": "spanish spa",
    "it": "italian ita",
    "pt": "portuguese portuges por",
    "pt-BR": "brazilian brazil",
    "nl": "dutch dut nld",
    "pl": "polish pol",
    "sv": "swedish swe",
    "da": "danish dan",
    "nb": "norsk norwegian nor",
    "fi": "finnish fin",
    "cs": "czech cze ces",
    "tr": "turkish tur",
    "el": "greek gre ell",
    "hu": "hungarian magyar hun",
    "la": "latin lat",
}
_BY_NAME = {name: tag for tag, names in _TAGS.items() for name in names.split()}
_BCP47 = re.compile(r"[a-z]{2,3}([-_]([a-z]{4}|[a-z]{2}|\d{3}))*", re.IGNORECASE)


def language_tag(name: str) -> str | None:
    """Return the BCP 47 tag for a language name or code, or None for one we do not know."""
    name = name.strip()
    known = _BY_NAME.get(name.lower())
    if known or not _BCP47.fullmatch(name):
        return known
    first, *rest = re.split("[-_]", name)
    return "-".join([first.lower(), *(_cased(part) for part in rest)])


def _cased(subtag: str) -> str:
    return subtag.title() if len(subtag) == 4 else subtag.upper()
