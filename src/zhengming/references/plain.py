"""An item's values as plain comparable text: no markup, no case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

_MARKUP = re.compile(r"</?(?:i|b|sup|sub|span)(?: [^<>]*)?>")
_NOT_WORD = re.compile(r"[\W_]+")
_MARKS = re.compile("[\u0300-\u036f]+")
# What Unicode does not decompose, and Greek letters that titles write either way.
_SPELLED_OUT = {
    "ø": "o",
    "ł": "l",
    "ß": "ss",
    "đ": "d",
    "æ": "ae",
    "œ": "oe",
    "ı": "i",
    "α": "alpha",
    "β": "beta",
    "γ": "gamma",
    "δ": "delta",
    "κ": "kappa",
}
_SPELL_OUT = re.compile(f"[{''.join(_SPELLED_OUT)}]")


def without_markup(text: str) -> str:
    """Take CSL-JSON's markup off a value."""
    return _MARKUP.sub("", text) if "<" in text else text


def folded(text: str) -> str:
    """Lower case, compatibility forms and accents folded; punctuation stays."""
    if text.isascii():
        return without_markup(text).lower()
    text = _MARKS.sub("", unicodedata.normalize("NFKD", without_markup(text).casefold()))
    return _SPELL_OUT.sub(lambda match: _SPELLED_OUT[match[0]], text)


def words(text: str) -> str:
    """Folded words with one space between them: what two spellings of a title share."""
    return _NOT_WORD.sub(" ", folded(text)).strip()


def year_of(item: Mapping[str, Any]) -> int | None:
    """The year it was issued, where it is a number."""
    parts = item.get("issued", {}).get("date-parts") or [[None]]
    year = parts[0][0] if parts[0] else None
    return int(year) if year is not None else None


def family_of(name: Mapping[str, str]) -> str:
    """The family name, or the whole of a name that has none."""
    return name.get("family") or name.get("literal") or name.get("given", "")


def written(name: Mapping[str, str]) -> str:
    """A name as one text: ``王可``, ``D. Ross Camidge``."""
    if "literal" in name:
        return name["literal"]
    family, given = name.get("family", ""), name.get("given", "")
    if family and "\u3400" <= family[0] <= "\u9fff":
        return family + given
    parts = (given, name.get("non-dropping-particle", ""), family, name.get("suffix", ""))
    return " ".join(part for part in parts if part)
