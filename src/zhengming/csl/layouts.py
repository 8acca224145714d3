"""The layouts of an area, one chosen for each item by its language."""

from __future__ import annotations

from dataclasses import dataclass

from . import style as ast
from .compile import Cite, Compiler, Context, Render
from .datelocales import DateLanguages, date_languages
from .formatting import Formatting
from .inspect import mentions, tests
from .items import Item
from .load import Style
from .locale import Locale, Locales, canonical, resolved
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
        tests_position: the area has a ``position`` condition.
    """

    def __init__(self, style: Style, area: ast.Area, locales: Locales, language: str) -> None:
        self._style = style
        self.area = area
        self._locales = locales
        self._language = language
        self.main = locales.get(language, style.locales)
        self._several = len(area.layouts) > 1
        self._languages = date_languages(style, language) if self._several else DateLanguages()
        self._compiled: dict[tuple[int, str], CompiledLayout] = {}
        self._general = next(
            (index for index, layout in enumerate(area.layouts) if not layout.locales),
            len(area.layouts) - 1,
        )
        self.tests_disambiguate = mentions(style, area, tests("disambiguate"))
        self.tests_position = mentions(style, area, tests("position"))
        self.default = self._compile(self._general, language)

    def for_item(self, item: Item) -> CompiledLayout:
        """Return the layout for an item's language, else the general one.

        The general layout is for the default locale, too, though another may name its language.
        """
        if not self._several:
            return self.default
        language = item.inferred_language
        if resolved(language) == resolved(self.main.language):
            return self.default
        for index, layout in enumerate(self.area.layouts):
            if any(_covers(canonical(tag), language) for tag in layout.locales):
                return self._compile(index, layout.locales[0])
        return self.default

    def _locale(self, tag: str) -> Locale:
        return self._locales.get(tag, self._style.locales)

    def _compile(self, index: int, language: str) -> CompiledLayout:
        key = (index, language)
        found = self._compiled.get(key)
        if found is None:
            layout = self.area.layouts[index]
            locale = self._locale(language)
            told = self._languages
            compiler = Compiler(
                self._style,
                self.area,
                locale,
                general=self.main,
                dates={macro: self._locale(tag) for macro, tag in told.formats.items()},
                ranges={
                    macro: [self._locale(tag) for tag in told.joiners(macro, language)]
                    for macro in told.ranges
                },
            )
            body = compiler.layout(layout)
            found = CompiledLayout(body, layout.formatting, locale)
            self._compiled[key] = found
        return found


def _covers(tag: str, language: str) -> bool:
    """Tell whether a layout's tag is for a language: ``en`` is for en-GB, ``en-US`` is not."""
    base = language.partition("-")[0]
    return bool(language) and (resolved(tag) == resolved(language) or tag == base)
