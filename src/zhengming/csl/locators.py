"""Locators as people type them: with a label of their own, with “&”, with spaces around."""

from __future__ import annotations

import re

from .locale import Locale

_LABELS = {
    "art.": "article", "bk.": "book", "ch.": "chapter", "chap.": "chapter", "col.": "column",
    "fig.": "figure", "fol.": "folio", "l.": "line", "ll.": "line", "n.": "note", "nn.": "note",
    "no.": "issue", "op.": "opus", "p.": "page", "pp.": "page", "para.": "paragraph",
    "pt.": "part", "r.": "rule", "sec.": "section", "sv.": "sub-verbo", "v.": "verse",
    "vv.": "verse", "vol.": "volume", "vols.": "volume", "§": "section", "¶": "paragraph",
}  # fmt: skip
_LEADING = re.compile(r"([a-z]+\.|§+|¶+)\s*(?=\d)")
_EMBEDDED = re.compile(r"[,;]\s*(?:[a-z]+\.|§|¶)\s*\d")


def read_locator(text: str, label: str) -> tuple[str, str]:
    """Return a locator and what it counts; a label written before it decides."""
    text = text.strip()
    match = _LEADING.match(text)
    own = match and _LABELS.get(match[1])
    if match and own and label in ("page", own):
        return text[match.end() :], own
    return text, label


def head(text: str) -> str:
    """Return a locator up to the first label inside it: what its own label speaks of."""
    match = _EMBEDDED.search(text)
    return text[: match.start()] if match else text


def with_local_and(text: str, locale: Locale) -> str:
    """Return a locator with “&” as the locale's sign."""
    if "&" not in text:
        return text
    sign = locale.term("and", "symbol") or "&"
    return re.sub(r"\s*&\s*", f" {sign} ", text)


def local_and(locale: Locale) -> re.Pattern[str]:
    """Return what joins two numbers in a locale, besides signs."""
    word = re.escape(locale.term("and") or "and")
    return re.compile(rf"\b(?:{word}|and)\b")
