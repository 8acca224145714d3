"""Chinese names in Latin letters, told by their syllables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_INITIAL = "b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w"
_FINAL = (
    "iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|in|un|"
    "ia|ie|iu|ua|uo|ue|ui|ve|a|o|e|i|u|v|ü"
)
_SYLLABLE = f"(?:(?:{_INITIAL})(?:{_FINAL})|a|ai|an|ang|ao|e|en|er|ou)"
_NAME = re.compile(f"{_SYLLABLE}(?:[-’' ]?{_SYLLABLE}){{0,2}}", re.IGNORECASE)
_SURNAME = re.compile(f"{_SYLLABLE}{{1,2}}", re.IGNORECASE)


def is_pinyin_name(name: Mapping[str, Any]) -> bool:
    """Tell whether a CSL-JSON name reads as pinyin: Yu + Yang, Ouyang + Xue-Mei."""
    family, given = str(name.get("family") or ""), str(name.get("given") or "")
    return len(given) > 1 and bool(_SURNAME.fullmatch(family)) and bool(_NAME.fullmatch(given))
