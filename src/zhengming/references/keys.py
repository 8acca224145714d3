"""Citation keys made from an item, by a pattern such as ``{author}{year}{word}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import count
from typing import Any

from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.references.model import Reference, is_key
from zhengming.references.names import OTHERS, is_han
from zhengming.references.pinyin import pinyin, surname_pinyin, syllables
from zhengming.references.plain import folded, without_markup, words, year_of

Item = Mapping[str, Any]

DEFAULT_PATTERN = "{author}{year}{word}"
_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_LITERAL = re.compile(r"[\w\-.:/+]*", re.ASCII)
_NOT_ASCII = re.compile(r"[^a-z0-9]")
_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_COUNTED = re.compile(r"^\d+\s*[例名个项种](?=[\u3400-\u9fff])")
_STOP = frozenset(
    ("a", "an", "the", "on", "of", "in", "for", "and", "to", "with", "from", "by", "at", "as", "is")
)
_LONGEST_INITIALS = 8


def make_key(item: Item, pattern: str = DEFAULT_PATTERN, taken: Container[str] = ()) -> str:
    """Return a key of lower-case ASCII letters and digits that is not ``taken``.

    Chinese gives pinyin, a body its initials. A taken key gets a letter: ``…a``, …, ``…z``, ``…aa``.

    Raises:
        UsageError: see ``check_pattern``.
    """
    check_pattern(pattern)
    key = _PLACEHOLDER.sub(lambda match: _PARTS[match[1]](item), pattern) or "untitled"
    if key not in taken:
        return key
    return next(key + letters for letters in _letters() if key + letters not in taken)


def with_keys(
    references: Iterable[Reference], pattern: str = "", taken: Iterable[str] = (), *, kept: bool
) -> list[Reference]:
    """References under keys that are not ``taken`` in any case; ``kept`` leaves free ones alone.

    Raises:
        UsageError: see ``check_pattern``.
    """
    used = {key.lower() for key in taken}
    named = []
    for reference in references:
        key = str(reference.item.get("citation-key") or reference.id)
        if not kept or not _is_given(key) or key.lower() in used:
            key = make_key(reference.item, pattern or DEFAULT_PATTERN, used)
        used.add(key.lower())
        item = {k: v for k, v in reference.item.items() if k != "citation-key"} | {"id": key}
        named.append(Reference(key, item, reference.path, reference.line))
    return named


def _is_given(key: str) -> bool:
    """Whether somebody cites by it: programs also give addresses and running numbers as ids."""
    return is_key(key) and "://" not in key and not key.isdecimal()


def check_pattern(pattern: str) -> None:
    """Make sure that keys can be made by a pattern.

    Raises:
        UsageError: it has an unknown part, or a sign that no key may have.
    """
    parts = [f"{{{name}}}" for name in _PARTS]
    for found in _PLACEHOLDER.finditer(pattern):
        if found[1] not in _PARTS:
            raise UsageError(
                Message(f"key patterns have no “{found[0]}”", f"引用键的模式中没有“{found[0]}”"),
                hint=Message(f"use one of {', '.join(parts)}", f"可用 {'、'.join(parts)}"),
            )
    if not _LITERAL.fullmatch(_PLACEHOLDER.sub("", pattern)):
        hint = Message(
            f"besides {', '.join(parts)} it may hold ASCII letters, digits and - _ : . / +",
            f"除 {'、'.join(parts)} 外只能有 ASCII 字母、数字和 - _ : . / +",
        )
        raise UsageError(
            Message(f"“{pattern}” is no pattern of keys", f"“{pattern}”不能作引用键的模式"),
            hint=hint,
        )


def _author(item: Item) -> str:
    names = item.get("author") or item.get("editor") or []
    name = names[0] if names else OTHERS
    if name == OTHERS:
        return ""
    family = name.get("family", "")
    if is_han(family):
        return _ascii(surname_pinyin(family))
    if family:
        particle = name.get("non-dropping-particle", "")
        return _ascii(particle + family)
    return _body(name.get("literal") or name.get("given", ""))


def _body(name: str) -> str:
    """The initials of a body of several words, or of a Chinese one."""
    if _HAN_RUN.search(name):
        initials = "".join(syllable[0] for syllable in syllables(name) if syllable)
    else:
        parts = [word for word in words(name).split() if word not in _STOP]
        initials = "".join(part[0] for part in parts) if len(parts) > 1 else "".join(parts)
    return _ascii(initials)[:_LONGEST_INITIALS]


def _year(item: Item) -> str:
    return str(year_of(item) or "")


def _word(item: Item) -> str:
    """The first word of the title that says something; of a Chinese one, two characters."""
    title = _COUNTED.sub("", without_markup(item.get("title", "")))
    han = _HAN_RUN.search(title)
    first = next((word for word in words(title).split() if word not in _STOP), "")
    if han and not first.isascii():
        return _ascii(pinyin(han[0][:2]))
    return _ascii(first)


def _journal(item: Item) -> str:
    name = item.get("container-title-short") or item.get("container-title", "")
    return _body(without_markup(name)) if name else ""


def _ascii(text: str) -> str:
    return _NOT_ASCII.sub("", folded(text))


_PARTS: Mapping[str, Callable[[Item], str]] = {
    "author": _author,
    "year": _year,
    "word": _word,
    "journal": _journal,
    "pmid": lambda item: _ascii(item.get("PMID", "")),
    "volume": lambda item: _ascii(item.get("volume", "")),
    "page": lambda item: _ascii(item.get("page", "").partition("-")[0]),
}


def _letters() -> Iterator[str]:
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    for number in count(1):
        letters = ""
        while number:
            number, rest = divmod(number - 1, len(alphabet))
            letters = alphabet[rest] + letters
        yield letters
