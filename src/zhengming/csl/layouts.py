"""The layouts of an area, one chosen for each item by its language."""

from __future__ import annotations

from dataclasses import dataclass

from . import style as ast
from .compile import Cite, Compiler, Context, Render
from .datelocales import date_languages
from .formatting import Formatting
from .inspect import mentions, tests_disambiguate
from .items import Item
from .load import Style
from .locale import Locale, Locales, canonical
from .richtext import Output


@dataclass(frozen=True, slots=True)
class CompiledLayout:
    """A layout ready to render in one locale."""

    body: Render
    formatting: Formatting
    locale: Locale

    def render(self, item: Item, cite: Cite) -> tuple[Output | None, Context]:
        """Return the output for one item, and what rendering it left behind."""
        context = Context(item, cite)
        return self.body(context), context


class Layouts:
    """All layouts of one area of a style.

    Args:
        style: the style.
        area: its citation or bibliography.
        locales: where locale files are.
        language: the default locale.

    Attributes:
        main: the default locale, which settles quotations and stops for all.
        tests_disambiguate: the area has a ``disambiguate`` condition.
    """

    def __init__(self, style: Style, area: ast.Area, locales: Locales, language: str) -> None:
        self._style = style
        self.area = area
        self._locales = locales
        self._language = language
        self.main = locales.get(language, style.locales)
        self._several = len(area.layouts) > 1
        self._dates: dict[str, Locale] = {}
        self._ranges: dict[str, Locale] = {}
        if self._several:
            languages = date_languages(style, language)
            self._dates = self._read(languages.formats)
            self._ranges = self._read(languages.ranges)
        self._compiled: dict[tuple[int, str], CompiledLayout] = {}
        self._general = next(
            (index for index, layout in enumerate(area.layouts) if not layout.locales),
            len(area.layouts) - 1,
        )
        self.tests_disambiguate = mentions(style, area, tests_disambiguate)
        self.default = self._compile(self._general, language)

    def for_item(self, item: Item) -> CompiledLayout:
        """Return the layout for an item's language, else the general one."""
        if not self._several:
            return self.default
        language = item.inferred_language
        for index, layout in enumerate(self.area.layouts):
            if any(_covers(canonical(tag), language) for tag in layout.locales):
                return self._compile(index, layout.locales[0])
        return self.default

    def _read(self, languages: dict[str, str]) -> dict[str, Locale]:
        return {
            macro: self._locales.get(tag, self._style.locales) for macro, tag in languages.items()
        }

    def _compile(self, index: int, language: str) -> CompiledLayout:
        key = (index, language)
        found = self._compiled.get(key)
        if found is None:
            layout = self.area.layouts[index]
            locale = self._locales.get(language, self._style.locales)
            compiler = Compiler(
                self._style,
                self.area,
                locale,
                general=self.main,
                dates=self._dates,
                ranges=self._ranges,
            )
            body = compiler.layout(layout)
            found = CompiledLayout(body, layout.formatting, locale)
            self._compiled[key] = found
        return found


def _covers(tag: str, language: str) -> bool:
    """Tell whether a layout's tag is for a language: ``en`` is for en-GB, ``en-US`` is not."""
    base = language.partition("-")[0]
    return bool(language) and (
        tag in (language, base) or (language == base and tag.partition("-")[0] == base)
    )
