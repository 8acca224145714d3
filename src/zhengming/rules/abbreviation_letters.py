"""How an abbreviation looks, and how its letters stand in the words that it is short for.

After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in
biomedical text", Pac Symp Biocomput 2003:451-62, and stricter where nothing but the words before a
bracket tells what it means.
"""

from __future__ import annotations

import re

_TOKEN = re.compile(r"(?!\d)(?=(?:[^A-Z]*[A-Z]){2}|[A-Z]-[a-z]+$)[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)*")
_CODE = re.compile(r"\d{3}|^[IVX]+$|^[A-Z]-?\d")
_WORD = re.compile(r"[A-Za-z]+|\d+")
_SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "to", "a", "an", "with"})
_LONGEST = 10
_LONG_WORD = 8  # letters of one word that may have an abbreviation of its own (tuberculosis, TB)


def is_abbreviation(token: str) -> bool:
    """Whether a token has the shape of an abbreviation: not of a code, a number or a word."""
    return (
        2 <= len(token) <= _LONGEST
        and _TOKEN.fullmatch(token) is not None
        and not _CODE.search(token)
    )


def singular(token: str) -> str:
    """The token without the s of the English plural."""
    return token[:-1] if token.endswith("s") and token[-2:-1].isupper() else token


def spells(abbreviation: str, words: str) -> bool:
    """Whether words begin with the first letter of the abbreviation and hold the others in order."""
    letters = _letters(abbreviation)
    if len(words) <= len(abbreviation) + 2 or not re.search("[a-z]{2}", words):
        return False
    rest = iter(words.lower())
    return words[0].lower() == letters[0] and all(letter in rest for letter in letters)


def words_of(abbreviation: str, words: str) -> str:
    """The shortest end of ``words`` that makes the abbreviation, nearly all by initials, or ""."""
    lower, letters = words.lower(), _letters(abbreviation)
    at = len(lower)
    for letter in reversed(letters):
        at = lower.rfind(letter, 0, at)
        if at < 0:
            return ""
    while at > 0 and lower[at - 1].isalnum():
        at = lower.rfind(letters[0], 0, at)
    tail = words[at:].strip() if at >= 0 else ""
    fits = spells(abbreviation, tail) and _missing(letters, _initials(tail)) <= 1
    return tail if fits or (spells(abbreviation, tail) and _is_long_word(tail)) else ""


def initials_spell(abbreviation: str, words: str) -> bool:
    """Whether the first letters of the words, small words left out, are the abbreviation."""
    letters = [letter for letter in _initials(words, skip=_SMALL_WORDS) if letter]
    return letters == _letters(abbreviation)


def _is_long_word(words: str) -> bool:
    return words.isalpha() and len(words) >= _LONG_WORD


def _initials(words: str, skip: frozenset[str] = frozenset()) -> list[str]:
    """First letters of words; a word in capitals (DNA) and a number stand for themselves."""
    initials: list[str] = []
    for word in _WORD.findall(words):
        if word not in skip:
            initials += word.lower() if word.isupper() or word.isdigit() else word[0].lower()
    return initials


def _missing(letters: list[str], initials: list[str]) -> int:
    """How many of the letters, in order, are not among the initials."""
    missing = 0
    for letter in letters:
        if letter in initials:
            initials = initials[initials.index(letter) + 1 :]
        else:
            missing += 1
    return missing


def _letters(abbreviation: str) -> list[str]:
    return [letter for letter in singular(abbreviation).lower() if letter.isalnum()]
