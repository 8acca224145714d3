"""The characters of names: none that cannot be seen, none from another script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.checks import error
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Glossary, Term
from zhengming.text.script import has_han, has_kana, to_simplified

_INVISIBLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_LOOK_LATIN = re.compile("[\u0370-\u03ff\u0400-\u052f](?=[A-Za-z])|(?<=[A-Za-z])[\u0400-\u052f]")
_GREEK = re.compile("[αβγδεκλμω]")  # of subunits and substances: PI3Kδ, 达妥昔单抗β
_GAPS = re.compile(r"^\s|\s$|\s\s|[^\S ]")


def check_characters(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Each name by itself."""
    for concept in glossary.concepts.values():
        for term in concept.terms:
            for message, hint in _faults(term):
                yield error(f'"{term.text}" {message}', term.place, hint)


def _faults(term: Term) -> Iterator[tuple[str, str]]:
    text = term.text
    for character in sorted(set(text)):
        category = unicodedata.category(character)
        code = f"U+{ord(character):04X}"
        if category == "Co":
            yield f"holds a private-use character, {code}", "write the character itself"
        elif category in _INVISIBLE:
            yield f"holds a character that cannot be seen, {code}", "take it out"
        elif unicodedata.normalize("NFC", character) != character or _is_wide(character):
            plain = unicodedata.normalize("NFKC", character)
            yield f"holds {code}, another form of {plain}", f"write {plain}"
    if _GAPS.search(text):
        yield "has spaces where none belong", "one plain space between words"
    if any(not _GREEK.match(found.group()) for found in _LOOK_LATIN.finditer(text)):
        yield "mixes Latin with letters that only look so", "type the word again"
    yield from _script(term)


def _is_wide(character: str) -> bool:
    """Full-width Latin; full-width punctuation is Chinese."""
    return "０" <= character <= "ｚ" and character.isalnum()


def _script(term: Term) -> Iterator[tuple[str, str]]:
    if not term.lang.startswith("zh"):
        if has_han(term.text):
            yield f"is Chinese, yet its language is {term.lang}", "correct `lang`"
        return
    if has_kana(term.text):
        yield "holds Japanese syllables", "write the Chinese name"
    if term.lang == "zh-CN" and to_simplified(term.text) != term.text:
        yield "holds Traditional characters", f"{to_simplified(term.text)}, or lang zh-TW or zh-HK"
