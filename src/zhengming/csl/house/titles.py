"""English titles in sentence case, as GB/T 7714 wants them, where they were typed in title case.

A title with one lower-case word of weight is in sentence case already and stays as it is. What
CSL protects (``nocase``), what has capitals inside (ALK, mRNA) and proper names stay, too.
"""

from __future__ import annotations

import re

from zhengming.csl.house.proper import PROPER

_PART = re.compile(
    r'(?P<kept><span class="nocase">.*?</span>|<[^<>]*>)|(?P<word>[^\W\d_]+(?:[’\'][^\W\d_]+)*)',
    re.DOTALL,
)
_SMALL_WORDS = """about above across after against along amid among and around before behind below beneath
beside between beyond but during for from into nor not off onto out over per since than that
the through throughout toward towards under until upon using versus via when where whether
while with within without yet"""
_SMALL = frozenset(_SMALL_WORDS.split())
_NEW_SENTENCE = re.compile(r"[.?!][”’\"']*\s+$")
_AFTER_COLON = re.compile(r"[:：][“‘\"'\s]*$")


def sentence_case(title: str) -> str:
    """Return the title in sentence case if it is in title case, else as it is."""
    words = [match for match in _PART.finditer(title) if match["word"]]
    if not _is_title_case([m["word"] for m in words if not _opens(title[: m.start()])]):
        return title
    parts: list[str] = []
    at = 0
    for match in words:
        before = title[: match.start()]
        after = title[match.end() : match.end() + 1]
        parts += [title[at : match.start()], _lowered(match["word"], before, after)]
        at = match.end()
    return "".join([*parts, title[at:]])


def _is_title_case(words: list[str]) -> bool:
    """Whether every word of weight after the first is capitalised, and there is one."""
    weighty = [word for word in words if len(word) > 2 and word.lower() not in _SMALL]
    plain = [word for word in weighty if word[1:].islower() or not word[0].isupper()]
    return bool(plain) and all(word[0].isupper() for word in plain)


def _opens(before: str) -> bool:
    """Whether what follows opens the title or a new sentence in it."""
    return not re.search(r"\w", re.sub(r"<[^<>]*>", "", before)) or bool(
        _NEW_SENTENCE.search(before)
    )


def _lowered(word: str, before: str, after: str) -> str:
    if _opens(before) or word in PROPER or word == "I":
        return word
    if len(word) == 1 and after == "-":  # E-Government, but not T-Cell
        return "e" if word == "E" else word
    if word == "A":  # an article after a colon; elsewhere a grade, a vitamin, a virus
        return "a" if _AFTER_COLON.search(before) else word
    return word.lower() if word[1:].islower() else word
