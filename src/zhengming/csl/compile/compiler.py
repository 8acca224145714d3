"""The compiler: one per style, area and locale; macros compiled once and shared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from zhengming.csl import style as ast
from zhengming.csl.datelocales import has_date
from zhengming.csl.formatting import PLAIN, Formatting, joined_by
from zhengming.csl.inspect import is_year_suffix, mentions
from zhengming.csl.load import Style
from zhengming.csl.locale import Locale
from zhengming.csl.pages import PageRanges
from zhengming.csl.richtext import Node, Output, walk

from . import dates, labels, numbers, text
from .choose import compile_condition
from .context import Context, Render
from .names import NamesCompiler


class Compiler:
    """Turns abstract syntax into closures for one locale.

    Args:
        style: the style.
        area: the citation or bibliography, for its name options.
        locale: whose terms and formats to build in.
        overrides: name options that go before all others (a sort key's).
        general: the style's main locale.
        dates: for some macros, the locale of the date formats in them.
        ranges: for some macros, the locales whose range delimiters the dates in them may have.
        sorting: values are for comparison: names inverted, dates as numbers, no labels.
    """

    def __init__(
        self,
        style: Style,
        area: ast.Area,
        locale: Locale,
        overrides: ast.Attributes | None = None,
        *,
        sorting: bool = False,
        general: Locale | None = None,
        dates: Mapping[str, Locale] | None = None,
        ranges: Mapping[str, Sequence[Locale]] | None = None,
    ) -> None:
        self.style = style
        self.area = area
        self.locale = locale
        self.overrides = overrides or {}
        self.sorting = sorting
        self.date_locale = locale
        self.range_locales: Sequence[Locale] = ()
        self._dates = dates or {}
        self._ranges = ranges or {}
        self.pages = _page_ranges(style, general or locale, locale)
        self.explicit_suffix = any(
            mentions(style, one, is_year_suffix)
            for one in (style.citation, style.bibliography)
            if one is not None
        )
        self._macros: dict[tuple[str, str], Render] = {}
        self._names = NamesCompiler(self)

    def layout(self, layout: ast.Layout) -> Render:
        """Compile a layout's children; its own formatting is for the caller."""
        return self.sequence(layout.children, PLAIN)

    def macro(self, name: str) -> Render:
        """Compile a macro, or return it if it is compiled already."""
        outer = self.date_locale, self.range_locales
        self.date_locale = self._dates.get(name, self.date_locale)
        self.range_locales = self._ranges.get(name, ())
        key = name, self.date_locale.language
        if key not in self._macros:
            macro = self.style.macros.get(name)
            children = () if macro is None else macro.children
            body = self.sequence(children, PLAIN)
            self._macros[key] = _dates_alone(body) if self.sorting and has_date(children) else body
        self.date_locale, self.range_locales = outer
        return self._macros[key]

    def element(
        self, element: ast.Rendering, delimiter: str = "", parent: ast.Names | None = None
    ) -> Render:
        """Compile one element.

        Args:
            element: the element.
            delimiter: of the enclosing group, for the branches of a ``<choose>``.
            parent: the ``<names>`` around a ``<substitute>``, to inherit from.
        """
        match element:
            case ast.Text():
                return text.compile_text(self, element)
            case ast.Number():
                return numbers.compile_number(self, element)
            case ast.Label():
                return labels.compile_label(self, element)
            case ast.Date():
                return dates.compile_date(self, element)
            case ast.Names():
                return self._names.compile(element, parent)
            case ast.Group():
                return self.group(element)
            case ast.Choose():
                return self.choose(element, delimiter, parent)

    def sequence(
        self,
        children: Iterable[ast.Rendering],
        formatting: Formatting,
        parent: ast.Names | None = None,
    ) -> Render:
        """Compile elements to be joined by a delimiter inside a formatting."""
        renders = [self.element(child, formatting.delimiter, parent) for child in children]
        if len(renders) == 1 and formatting == PLAIN:
            return renders[0]

        def render(context: Context) -> Output | None:
            parts = [part for one in renders if (part := one(context)) is not None]
            if not parts:
                return None
            if len(parts) == 1 and formatting is PLAIN:
                return parts[0]
            return Node(parts, formatting)

        return render

    def group(self, element: ast.Group) -> Render:
        """Compile a group: nothing at all when the variables in it are all empty."""
        formatting = element.formatting
        inner = self.sequence(element.children, joined_by(formatting.delimiter))
        dress = text.dresser(formatting, self.locale)

        def render(context: Context) -> Output | None:
            before = (context.attempted, context.succeeded)
            opened = context.opened
            context.attempted = context.succeeded = False
            output = inner(context)
            attempted, succeeded = context.attempted, context.succeeded
            context.attempted, context.succeeded = before
            if attempted:
                context.attempted = True
            if output is None or (attempted and not succeeded):
                context.opened = opened
                return None
            context.succeeded = True
            return dress(output)

        return render

    def choose(self, element: ast.Choose, delimiter: str, parent: ast.Names | None) -> Render:
        """Compile a choice; its branches are joined as the group around it would."""
        formatting = joined_by(delimiter)
        branches = [
            (
                compile_condition(branch, self.locale),
                self.sequence(branch.children, formatting, parent),
            )
            for branch in element.branches
        ]

        def render(context: Context) -> Output | None:
            for holds, body in branches:
                if holds(context):
                    return body(context)
            return None

        return render


def _page_ranges(style: Style, general: Locale, locale: Locale) -> PageRanges:
    """Return how pages are joined: by the main locale's own sign; for a hyphen each has its."""
    main, local = (one.term("page-range-delimiter") or "–" for one in (general, locale))
    form = style.attributes.get("page-range-format", "")
    return PageRanges(form, main if main != "-" else local, local)


def _dates_alone(render: Render) -> Render:
    """Return what prints the dates and nothing else, as a macro with a date sorts."""

    def dated(context: Context) -> Output | None:
        dates: list[Output] = list(walk(render(context), "date"))
        return Node(dates) if dates else None

    return dated
