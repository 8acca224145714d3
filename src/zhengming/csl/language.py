"""Scripts and languages: which language an item is in, and how its names are written."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN = r"\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KANA = r"\u3040-\u30ff\uff66-\uff9d"
_HANGUL = r"\uac00-\ud7af\u1100-\u11ff\u3130-\u318f"
_LATIN = r"A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ"
_SCRIPTS = (
    ("ja", re.compile(f"[{_KANA}]")),
    ("ko", re.compile(f"[{_HANGUL}]")),
    ("zh", re.compile(f"[{_HAN}]")),
    ("ru", re.compile("[\u0400-\u052f]")),
    ("en", re.compile(f"[{_LATIN}]")),
)
_ROMANESQUE = re.compile(
    f"[{_LATIN}\u0300-\u036f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff"
    "\u1f00-\u1fff\u200c-\u200e\u2018\u2019\u02bb\u02bc\u202a-\u202e\u0218-\u021b]"
)
_SLANTED = re.compile(
    "[-0-9a-zA-Z\u0e01-\u0e5b\u00c0-\u017f\u0370-\u03ff\u0400-\u052f\u0590-\u05d4\u05d6-\u05ff"
    "\u1f00-\u1fff\u0600-\u06ff\u200c-\u200e\u0218-\u021b\u202a-\u202e]"
)
_EAST_ASIAN = re.compile(f"[{_HAN}{_KANA}{_HANGUL}]")


def infer_language(texts: Iterable[str]) -> str:
    """Return the language the script of the first telling text speaks for, or an empty string.

    Kana decide before Han, Han before Latin: a Chinese title may quote an English word.
    """
    for text in texts:
        for language, pattern in _SCRIPTS:
            if pattern.search(text):
                return language
    return ""


def has_family_first(language: str) -> bool:
    """Tell whether a language puts family names first, foreign ones included."""
    return language.partition("-")[0] in ("zh", "ja", "hu", "vi", "mn")


def is_romanesque(text: str) -> bool:
    """Tell a name written with spaces and inverted with a comma from an East Asian one."""
    return not _EAST_ASIAN.search(text)


def has_no_italics(text: str) -> bool:
    """Tell a text with no letter or digit of a slanted script: Chinese is set upright."""
    return _SLANTED.search(text) is None


def starts_romanesque(text: str) -> bool:
    """Tell whether a term begins with a letter (or sign) that wants a space before it."""
    return bool(text) and (_ROMANESQUE.match(text) is not None or text[0] == "&")


def ends_romanesque(text: str) -> bool:
    """Tell whether a term ends with a letter (or sign) that wants a space after it."""
    return bool(text) and (_ROMANESQUE.match(text[-1]) is not None or text[-1] in "&.")
