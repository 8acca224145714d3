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

_NOISE = re.compile(r"<[^<>]+>|[\[\]“”\"(){},]|^['‘’ʿʾ]+")
_NUMBER = re.compile(r"[0-9]{1,18}")
_ALL_PARTS = {"year", "month", "day"}


def default_collate(text: str, language: str) -> Any:
    """Compare letters first, then accents: good enough for European languages."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in folded if not unicodedata.combining(char))
    return letters, folded


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
            valued = [(make(*read(thing)), thing) for thing in ordered]
            full = [pair for pair in valued if pair[0] is not None]
            empty = [thing for value, thing in valued if value is None]
            full.sort(key=lambda pair: pair[0], reverse=key.descending)
            ordered = [*(thing for _, thing in full), *empty]
        return ordered

    def _key(self, compiler: Compiler, key: ast.SortKey) -> Key:
        if key.macro:
            return self._macro_key(compiler, key.macro)
        return self._variable_key(compiler, key.variable)

    def _text(self, text: str) -> Any:
        text = _NOISE.sub("", text).strip()
        if not text:
            return None
        return [self._collate(part, self._language) for part in text.split("\u0001")]

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
            return lambda item, cite: _date_key(item, variable)
        if variable in NUMBER_VARIABLES:
            return lambda item, cite: _number_key(item.text(variable), self._text)
        return lambda item, cite: self._text(item.text(variable))


def _options(key: ast.SortKey) -> dict[str, str]:
    return {"name-as-sort-order": "all", **key.attributes}


def _date_key(item: Item, variable: str) -> Any:
    date = item.date(variable)
    return None if date is None else sortable(date, _ALL_PARTS) or None


def _number_key(text: str, collate: Callable[[str], Any]) -> Any:
    if not text:
        return None
    match = _NUMBER.search(text)
    return (int(match[0]) if match else 0, text)
