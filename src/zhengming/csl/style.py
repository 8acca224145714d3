"""The abstract syntax of a style: what `parse` reads and `compile` turns into closures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .formatting import PLAIN, Formatting

Attributes = Mapping[str, str]
"""Raw attributes of one level, resolved with those of the levels above on compilation."""


@dataclass(frozen=True, slots=True)
class Text:
    """``<text>``: a variable, a macro, a term or a fixed value."""

    source: str  # variable | macro | term | value
    name: str
    form: str = "long"
    plural: bool = False
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class Number:
    """``<number>``."""

    variable: str
    form: str = "numeric"
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class Label:
    """``<label>``, alone or in ``<names>``; ``plural`` is contextual, always or never."""

    variable: str
    form: str = "long"
    plural: str = "contextual"
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class DatePart:
    """``<date-part>``: how a year, month or day is printed."""

    name: str
    form: str = ""
    range_delimiter: str = ""
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class Date:
    """``<date>``: localized when it has a form, else made of its own parts."""

    variables: tuple[str, ...]
    form: str = ""
    shown: str = "year-month-day"
    parts: tuple[DatePart, ...] = ()
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class Name:
    """``<name>`` with its ``<name-part>`` formats."""

    attributes: Attributes = field(default_factory=dict)
    formatting: Formatting = PLAIN
    family: Formatting | None = None
    given: Formatting | None = None


@dataclass(frozen=True, slots=True)
class EtAl:
    """``<et-al>``: the term to print and its format."""

    term: str = "et-al"
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class Names:
    """``<names>``; ``None`` for a child that is absent and may be inherited."""

    variables: tuple[str, ...]
    attributes: Attributes
    name: Name | None = None
    et_al: EtAl | None = None
    label: Label | None = None
    label_first: bool = False
    institution: Name | None = None
    substitute: tuple[Rendering, ...] = ()
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class Group:
    """``<group>``."""

    children: tuple[Rendering, ...]
    formatting: Formatting = PLAIN


@dataclass(frozen=True, slots=True)
class Condition:
    """One test of a branch, such as ``type`` against ``book chapter``."""

    test: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """``<if>``, ``<else-if>``, or ``<else>`` when it has no conditions."""

    conditions: tuple[Condition, ...]
    match: str
    children: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """``<choose>``."""

    branches: tuple[Branch, ...]


Rendering = Text | Number | Label | Date | Names | Group | Choose


@dataclass(frozen=True, slots=True)
class SortKey:
    """``<key>``: a variable or a macro, with its own name limits."""

    variable: str
    macro: str
    descending: bool
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class Layout:
    """``<layout>``; ``locales`` names the languages it is for, none meaning all the others."""

    children: tuple[Rendering, ...]
    formatting: Formatting
    locales: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """``<citation>`` or ``<bibliography>``."""

    name: str
    layouts: tuple[Layout, ...]
    sort: tuple[SortKey, ...]
    attributes: Attributes
    names: Attributes


@dataclass(frozen=True, slots=True)
class Macro:
    """``<macro>`` and the line it starts on."""

    name: str
    children: tuple[Rendering, ...]
    line: int
