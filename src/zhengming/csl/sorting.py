"""Sort keys of items, and the order they give."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from . import style as ast
from .citationlabel import citation_label
from .compile import Cite, Compiler, Context
from .compile.dates import sortable
from .items import DATE_VARIABLES, NAME_VARIABLES, Item
from .load import Style
from .locale import Locale
from .numbers import NUMBER_VARIABLES
from .richtext import plain

Collate = Callable[[str, str], Any]
"""Gives the key of a text in a language; keys of one language compare with each other."""

Key = Callable[[Item, Cite], Any]
T = TypeVar("T")

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"})
_SIGNS = frozenset("$+<=>^`|~£€¥§©®±×÷")
_DIGITS = re.compile(r"0*(\d+)")
_NOISE = re.compile(r"<[^<>]+>|[\[\]“”\"(){},，、；]|^['‘’ʿʾ]+")
_WORDS = re.compile(r"\s+")
_NUMBER = re.compile(r"[0-9]{1,18}")
_ALL_PARTS = {"year", "month", "day"}


def default_collate(text: str, language: str) -> Any:
    """Compare letters alone, and numbers by their value: good enough for European languages.

    Accents and capitals make no difference, marks and spaces are skipped.
    """
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    letters = "".join(char for char in folded if char.isalnum() or char in _SIGNS)
    return _DIGITS.sub(lambda match: f"0{chr(len(match[1]))}{match[1]}", letters)


class Sorter:
    """Orders items by the keys of one area.

    Args:
        style: the style.
        area: whose keys.
        locale: for terms and dates in macros, and for collation.
        collate: gives keys of texts.
    """

    def __init__(self, style: Style, area: ast.Area, locale: Locale, collate: Collate) -> None:
        self._language = style.attributes.get("default-locale-sort") or locale.language
        self._collate = collate
        self.keys = [
            (self._key(Compiler(style, area, locale, _options(key), sorting=True), key), key)
            for key in area.sort
        ]

    def sort(self, things: Sequence[T], read: Callable[[T], tuple[Item, Cite]]) -> list[T]:
        """Return things in order; those without a key's value come last for that key."""
        ordered = list(things)
        for make, key in reversed(self.keys):
            ordered = _ordered(ordered, [make(*read(one)) for one in ordered], key.descending)
        return ordered

    def sort_grouped(
        self,
        things: Sequence[T],
        read: Callable[[T], tuple[Item, Cite]],
        authors: Callable[[T], str | None],
    ) -> list[T]:
        """Return things in order, those of the same authors beside the first of them.

        A group without a value for the first key stands as if that read “undefined”, which is
        where the reference processor puts it.
        """
        make, key = self.keys[0]
        names = {id(one): authors(one) for one in things}
        ordered = self.sort(things, read)
        ranks = [None if (name := names[id(one)]) is None else self._whole(name) for one in ordered]
        ordered = _ordered(ordered, ranks, key.descending)
        leads: list[Any] = []
        for at, one in enumerate(ordered):
            if at and names[id(one)] == names[id(ordered[at - 1])]:
                leads.append((leads[-1][0], at))
            else:
                lead = make(*read(one))
                leads.append((self._text("undefined") if lead is None else lead, at))
        return _ordered(ordered, leads, key.descending)

    def _key(self, compiler: Compiler, key: ast.SortKey) -> Key:
        if key.macro:
            return self._macro_key(compiler, key.macro)
        return self._variable_key(compiler, key.variable)

    def _whole(self, text: str) -> Any:
        """Return the key of a text whose words run on."""
        return self._collate(_WORDS.sub("", text), self._language)

    def _text(self, text: str) -> Any:
        text = _NOISE.sub("", text).strip()
        if not text:
            return None
        return [self._collate(word, self._language) for word in _WORDS.split(text)]

    def _macro_key(self, compiler: Compiler, name: str) -> Key:
        render = compiler.macro(name)

        def make(item: Item, cite: Cite) -> Any:
            return self._text(plain(render(Context(item, cite))))

        return make

    def _variable_key(self, compiler: Compiler, variable: str) -> Key:
        if variable == "citation-number":
            return lambda item, cite: int(cite.number or 0)
        if variable == "citation-label":
            return lambda item, cite: self._text(citation_label(item))
        if variable in NAME_VARIABLES:
            names = ast.Names((variable,), {})
            render = compiler.element(names)
            return lambda item, cite: self._text(plain(render(Context(item, cite))))
        if variable in DATE_VARIABLES:
            return lambda item, cite: self._text(_date_key(item, variable))
        if variable in NUMBER_VARIABLES:
            return lambda item, cite: _number_key(item.text(variable), self._text)
        return lambda item, cite: self._text(item.text(variable))


def _options(key: ast.SortKey) -> dict[str, str]:
    return {"name-as-sort-order": "all", **key.attributes}


def _ordered(things: Sequence[T], values: Sequence[Any], descending: bool) -> list[T]:
    """Return things by their values, those without one last."""
    pairs = list(zip(values, things, strict=True))
    full = [pair for pair in pairs if pair[0] is not None]
    full.sort(key=lambda pair: pair[0], reverse=descending)
    return [thing for _, thing in full] + [thing for value, thing in pairs if value is None]


def _date_key(item: Item, variable: str) -> str:
    date = item.date(variable)
    return "" if date is None else sortable(date, _ALL_PARTS)


def _number_key(text: str, collate: Callable[[str], Any]) -> Any:
    if not text:
        return None
    match = _NUMBER.search(text)
    return (int(match[0]) if match else 0, text)
