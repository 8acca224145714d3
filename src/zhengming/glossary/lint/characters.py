"""The characters of names: none that cannot be seen, none from another script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from zhengming.errors import ZhengmingError
from zhengming.glossary.matcher import Matcher
from zhengming.glossary.model import Glossary, Term
from zhengming.glossary.place import error_at
from zhengming.messages import Message
from zhengming.text.script import has_han, has_kana, in_simplified

_INVISIBLE = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")
_LOOK_LATIN = re.compile("[\u0370-\u03ff\u0400-\u052f](?=[A-Za-z])|(?<=[A-Za-z])[\u0400-\u052f]")
_GREEK = re.compile("[αβγδεκλμω]")  # of subunits and substances: PI3Kδ, 达妥昔单抗β
_GAPS = re.compile(r"^\s|\s$|\s\s|[^\S ]")


def check_characters(glossary: Glossary, _: Matcher) -> Iterator[ZhengmingError]:
    """Each name by itself."""
    for concept in glossary.concepts.values():
        for term in concept.terms:
            for message, hint in _faults(term):
                told = Message(f'"{term.text}" {message.en}', f"“{term.text}”{message.zh}")
                yield error_at(told, term.place, hint)


def _faults(term: Term) -> Iterator[tuple[Message, Message]]:
    text = term.text
    for character in sorted(set(text)):
        category = unicodedata.category(character)
        code = f"U+{ord(character):04X}"
        if category == "Co":
            yield (
                Message(f"holds a private-use character, {code}", f"含私用区字符 {code}"),
                Message("write the character itself", "请写实际的字"),
            )
        elif category in _INVISIBLE:
            yield (
                Message(f"holds a character that cannot be seen, {code}", f"含不可见字符 {code}"),
                Message("take it out", "请删去"),
            )
        elif unicodedata.normalize("NFC", character) != character or _is_wide(character):
            plain = unicodedata.normalize("NFKC", character)
            yield (
                Message(f"holds {code}, another form of {plain}", f"含 {code}，即 {plain} 的异体"),
                Message(f"write {plain}", f"请写 {plain}"),
            )
    if _GAPS.search(text):
        yield (
            Message("has spaces where none belong", "有多余的空格"),
            Message("one plain space between words", "词间只用一个普通空格"),
        )
    if any(not _GREEK.match(found.group()) for found in _LOOK_LATIN.finditer(text)):
        yield (
            Message("mixes Latin with letters that only look so", "混有形似拉丁字母的其他字母"),
            Message("type the word again", "请重新输入该词"),
        )
    yield from _script(term)


def _is_wide(character: str) -> bool:
    """Full-width Latin; full-width punctuation is Chinese."""
    return "０" <= character <= "ｚ" and character.isalnum()


def _script(term: Term) -> Iterator[tuple[Message, Message]]:
    if not term.lang.startswith("zh"):
        if has_han(term.text):
            yield (
                Message(
                    f"is Chinese, yet its language is {term.lang}", f"是中文，而语言为 {term.lang}"
                ),
                Message("correct `lang`", "请改正 `lang`"),
            )
        return
    if has_kana(term.text):
        yield (
            Message("holds Japanese syllables", "含日文假名"),
            Message("write the Chinese name", "请写中文名称"),
        )
    if term.lang == "zh-CN" and in_simplified(term.text) != term.text:
        yield (
            Message("holds Traditional characters", "含繁体字"),
            Message(
                f"{in_simplified(term.text)}, or lang zh-TW or zh-HK",
                f"{in_simplified(term.text)}，或将 lang 改为 zh-TW 或 zh-HK",
            ),
        )
