"""Punctuation of printed references: one width for finding structure, the right one for values."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TABLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_TABLE |= str.maketrans("　【】〔〕〖〗。﹒‧\u00a0\u2002\u2003\u2009", " [][][]...    ")
_CJK = r"\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003ffff"
_WIDE = re.compile(f"[{_CJK}《》“”、（）]")
_LETTERS = re.compile(f"[{_CJK}]")
_ABBREVIATED = frozenset(("St", "Dr", "Univ", "Dept", "Mr", "Prof", "vs", "No", "Rev", "Vol"))
_STOP = re.compile(r"\.")
_INITIAL_NEXT = re.compile(r"\s+[A-Z](?:[.\-](?![A-Za-z]{2})|\s*[,;])")
_WORD_NEXT = re.compile(r"[A-Z][a-z]|[A-Z0-9]+-[A-Z]")


def fold(text: str) -> str:
    """Return the text with full-width punctuation halved, character for character."""
    return text.translate(_TABLE)


def has_cjk(text: str) -> bool:
    """Say whether there is a Chinese, Japanese or Korean letter in the text."""
    return _LETTERS.search(text) is not None


def stops(folded: str) -> Iterator[int]:
    """Yield the positions of the full stops that end a part of a reference.

    Not those of initials (``Smith J. A., Brown B.``), abbreviations, numbers and names of places or
    publishers (``Colo.: …``, ``A. A. Balkema`` after a colon).
    """
    part, colon = 0, folded.find(":")
    for found in _STOP.finditer(folded):
        stop = found.start()
        if _ends(folded, part, stop, published=part <= colon < stop):
            yield stop
            part = stop + 1
            if colon < part:
                colon = folded.find(":", part)
                colon = len(folded) if colon < 0 else colon


def _ends(folded: str, part: int, stop: int, *, published: bool) -> bool:
    before, after = folded[stop - 1 : stop], folded[stop + 1 : stop + 2]
    word = _last_word(folded, part, stop)
    if after and not after.isspace() and not _WIDE.match(after):
        if _WIDE.match(before):
            return after not in ".,:;)]"
        tight = (len(word) == 1 and word.isupper()) or word == "al" or before == "]"
        return tight and _WORD_NEXT.match(folded, stop + 1) is not None
    if word in _ABBREVIATED:
        return False
    if len(word) != 1 or not word.isupper():
        return True
    return not (
        published  # A. A. Balkema
        or _starts_dotted(folded, part, stop)
        or _INITIAL_NEXT.match(folded, stop + 1)
    )


def _starts_dotted(folded: str, part: int, stop: int) -> bool:
    """Say whether ``U.S`` stands here as the first word of a part."""
    start = stop
    while start > max(part, stop - 12) and not folded[start - 1].isspace():
        start -= 1
    return "." in folded[start:stop] and folded[max(part, start - 3) : start].strip(" ,;") == ""


def _last_word(folded: str, part: int, stop: int) -> str:
    start = stop
    while start > max(part, stop - 12) and folded[start - 1].isalpha():
        start -= 1
    return folded[start:stop]


_TITLE_SPACE = re.compile(r"[ \t\n]+")
_HAN_COLON = re.compile(rf"(?<=[{_CJK}）》”\d])\s*:\s*(?=[{_CJK}（《“\dA-Za-z])")
_HAN_COMMA = re.compile(rf"(?<=[{_CJK}）》”])\s*,\s*(?=[{_CJK}（《“])")
_HAN_SEMICOLON = re.compile(rf"(?<=[{_CJK}）》”])\s*;\s*(?=[{_CJK}（《“])")
_HAN_PAREN = re.compile(rf"\s*[(（]([^()（）]{{0,80}}[{_CJK}][^()（）]{{0,80}})[)）]")


def tidy(text: str) -> str:
    """Give a value the punctuation of its script, which a style may have changed in print.

    ``Seeds，sciences：the politics`` is ``Seeds, sciences: the politics``; ``假说: 从大陆`` is
    ``假说：从大陆``, ``学报 (医学版)`` is ``学报（医学版）``.
    """
    text = text.strip().strip("，,;；").strip()
    if has_cjk(text):
        text = _HAN_COLON.sub("：", text)
        text = _HAN_COMMA.sub("，", text)
        text = _HAN_SEMICOLON.sub("；", text)
        return _HAN_PAREN.sub(r"（\1）", text)
    wide = any(mark in text for mark in "，：；（）")
    folded = fold(text)
    if wide:
        folded = re.sub(r"([,;:])(?=[^\s\d/])", r"\1 ", folded)
        folded = re.sub(r"(?<=[^\s(\[])\((?=[^)]{3})", " (", folded)
        folded = re.sub(r"\)(?=[A-Za-z])", ") ", folded)
    return _TITLE_SPACE.sub(" ", folded).strip()
