"""One ``<locale>`` element: the terms, date formats and options that it states."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from . import style as ast
from .parse import Reader
from .xmltree import Element

TermKey = tuple[str, str]
"""A term's name and form."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term's wording; ``single`` and ``multiple`` are equal when it has one form only."""

    single: str
    multiple: str
    gender: str = ""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """A suffix for numbers: ``number`` is None for the general one."""

    number: int | None
    digits: str
    gender: str
    match: str
    text: str


@dataclass(frozen=True, slots=True)
class LocaleFile:
    """What one locale element states, and for which language (empty: for all)."""

    language: str
    terms: Mapping[TermKey, Term]
    ordinals: tuple[Ordinal, ...]
    dates: Mapping[str, ast.Date]
    options: Mapping[str, bool]


_ORDINAL = re.compile(r"ordinal(?:-([0-9]{1,4}))?$")


def read_locale(element: Element, reader: Reader) -> LocaleFile:
    """Read a locale file's root, or the ``<locale>`` of a style."""
    terms: dict[TermKey, Term] = {}
    ordinals: list[Ordinal] = []
    for block in element.all("terms"):
        for child in block.all("term"):
            name = reader.required(child, "name")
            ordinal = _ORDINAL.match(name)
            if ordinal:
                ordinals.append(_ordinal(child, ordinal[1]))
            else:
                form = child.get("form", "long")
                gender = child.get("gender-form")
                terms[name, f"{form}/{gender}" if gender else form] = _term(child)
    dates = {child.get("form"): reader.date(child) for child in element.all("date")}
    options = {
        key: value == "true"
        for block in element.all("style-options")
        for key, value in block.attributes.items()
    }
    return LocaleFile(element.get("lang"), terms, tuple(ordinals), dates, options)


def _term(element: Element) -> Term:
    single, multiple = element.first("single"), element.first("multiple")
    if single is None and multiple is None:
        return Term(element.text, element.text, element.get("gender"))
    one = "" if single is None else single.text
    many = one if multiple is None else multiple.text
    return Term(one, many, element.get("gender"))


def _ordinal(element: Element, digits: str | None) -> Ordinal:
    if digits is None:
        return Ordinal(None, "", element.get("gender-form"), "", element.text)
    number = int(digits)
    match = element.get("match") or ("last-digit" if number < 10 else "last-two-digits")
    return Ordinal(number, digits, element.get("gender-form"), match, element.text)
