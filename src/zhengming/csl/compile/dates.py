"""``<date>``: single dates, ranges, localized and free formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.csl import style as ast
from zhengming.csl.dates import DateValue, Point
from zhengming.csl.formatting import PLAIN, Formatting
from zhengming.csl.locale import Locale
from zhengming.csl.numbers import format_integer
from zhengming.csl.richtext import Node, Output

from .context import Context, Render
from .text import dresser, leaf_dresser

if TYPE_CHECKING:
    from .compiler import Compiler

_SHOWN = {
    "year-month-day": ("year", "month", "day"),
    "year-month": ("year", "month"),
    "year": ("year",),
}


def compile_date(compiler: Compiler, element: ast.Date) -> Render:
    """Compile a date from its own parts, or from the locale's format."""
    locale = compiler.locale
    parts, delimiter = _parts(element, compiler.date_locale, compiler.range_locales)
    if compiler.sorting:
        return _sort_key(element, parts)
    writer = _Writer(parts, delimiter, locale)
    dress = dresser(element.formatting, locale)
    variables = element.variables
    implicit = not compiler.explicit_suffix
    keep_day_one = locale.option("limit-day-ordinals-to-day-1")
    writer.limit_ordinals = keep_day_one

    def render(context: Context) -> Output | None:
        for variable in variables:
            if context.cite.comparing and variable == "accessed":
                continue
            date = context.item.date(variable)
            if date is None or variable in context.quashed:
                context.called(variable, False)
                continue
            suffix = ""
            if implicit and not context.year_suffix_done and _may_carry(context, variable):
                suffix = context.cite.year_suffix
            output = writer.write(date, suffix)
            context.called(variable, output is not None)
            if output is None:
                continue
            if suffix:
                context.year_suffix_done = True
            return dress(Node([output], role="date", data=variable))
        return None

    return render


def _may_carry(context: Context, variable: str) -> bool:
    """Tell whether a date carries the year suffix: that of access only where it is alone."""
    return variable != "accessed" or context.item.date("issued") is None


def _parts(
    element: ast.Date, locale: Locale, ranges: Sequence[Locale]
) -> tuple[tuple[ast.DatePart, ...], str]:
    """Return the parts to print, in order: a localized format with the style's changes."""
    if not element.form:
        return element.parts, element.formatting.delimiter
    localized = locale.date(element.form)
    if localized is None:
        return element.parts, element.formatting.delimiter
    own = {part.name: part for part in element.parts}
    joined = [one for one in (locale.date(element.form) for locale in ranges) if one]
    delimiters = {
        part.name: part.range_delimiter
        for one in reversed(joined)
        for part in one.parts
        if part.range_delimiter
    }
    shown = _SHOWN.get(element.shown, _SHOWN["year-month-day"])
    merged = tuple(
        _overridden(part, own.get(part.name), delimiters.get(part.name, ""))
        for part in localized.parts
        if part.name in shown
    )
    return merged, localized.formatting.delimiter


def _overridden(part: ast.DatePart, own: ast.DatePart | None, joiner: str) -> ast.DatePart:
    """Return a part of a localized date with the style's changes; ``joiner`` joins a range."""
    joiner = joiner or part.range_delimiter
    if own is None:
        return replace(part, range_delimiter=joiner)
    formatting = replace(
        part.formatting,
        fonts=own.formatting.fonts or part.formatting.fonts,
        text_case=own.formatting.text_case or part.formatting.text_case,
        strip_periods=own.formatting.strip_periods or part.formatting.strip_periods,
    )
    return ast.DatePart(
        part.name,
        own.form or part.form,
        own.range_delimiter or joiner,
        formatting,
    )


def _sort_key(element: ast.Date, parts: tuple[ast.DatePart, ...]) -> Render:
    """Return the digits of a date, limited to the parts it would print."""
    names = {part.name for part in parts}

    def render(context: Context) -> Output | None:
        for variable in element.variables:
            date = context.item.date(variable)
            context.called(variable, date is not None)
            if date is not None:
                return Node([sortable(date, names)], role="date")
        return None

    return render


def sortable(date: DateValue, names: set[str]) -> str:
    """Return a date as digits that compare as the dates do; a text for a date is nothing."""
    if date.start is None:
        return ""
    return " ".join(_digits(point, names) for point in (date.start, date.end) if point)


def _digits(point: Point, names: set[str]) -> str:
    year = point.year if "year" in names else 0
    month = point.month if "month" in names else 0
    day = point.day if "day" in names else 0
    sign = "0" if year < 0 else "1"
    return f"{sign}{year if year >= 0 else 9999 + year:04d}{month:02d}{day:02d}"


class _Writer:
    """Writes dates in one format."""

    def __init__(self, parts: tuple[ast.DatePart, ...], delimiter: str, locale: Locale) -> None:
        self.parts = parts
        self.delimiter = delimiter
        self.locale = locale
        self.limit_ordinals = False

    def write(self, date: DateValue, suffix: str) -> Output | None:
        """Return the date, with the year suffix on its year."""
        if date.literal:
            return self._literal(date.literal, suffix)
        if date.start is None:
            return None
        if date.end is not None:
            return self._range(date.start, date.end, suffix)
        pieces = self._pieces(date.start, self.parts, suffix)
        if date.open_end and pieces:
            pieces.append("–")
            return Node(pieces)
        return Node(pieces, Formatting(delimiter=self.delimiter)) if pieces else None

    def _literal(self, text: str, suffix: str) -> Output | None:
        """Return a date in words, dressed as a year."""
        year = next((part for part in self.parts if part.name == "year"), None)
        if year is None:
            return None
        return self._dressed(_with_suffix(text, suffix), year)

    def _pieces(self, point: Point, parts: tuple[ast.DatePart, ...], suffix: str) -> list[Output]:
        pieces: list[Output] = []
        for part in parts:
            piece = self._part(point, part, suffix)
            if piece is not None:
                pieces.append(piece)
        return pieces

    def _range(self, start: Point, end: Point, suffix: str) -> Output | None:
        """Print what differs twice, what is equal once, in the order of the format."""
        shown = [part for part in self.parts if start.part(part.name) or end.part(part.name)]
        differing = self._differing(start, end)
        if differing is None:
            pieces = self._pieces(start, self.parts, suffix)
            return Node(pieces, Formatting(delimiter=self.delimiter)) if pieces else None
        limits = [index for index, part in enumerate(shown) if part.name in differing]
        if not limits:
            return None
        first, last = limits[0], limits[-1]
        head, middle, tail = shown[:first], shown[first : last + 1], shown[last + 1 :]
        dash = self._range_delimiter(middle, differing)
        left = self._pieces(start, _trimmed(middle, start, last=True), "")
        right = self._pieces(end, _trimmed(middle, end, last=False), suffix)
        joined = Formatting(delimiter=self.delimiter)
        middle_node = Node([Node(left, joined), Node([dash]), Node(right, joined)])
        outputs: list[Output] = [*self._pieces(start, tuple(head), suffix), middle_node]
        outputs.extend(self._pieces(end, tuple(tail), suffix))
        return Node(outputs, joined)

    def _differing(self, start: Point, end: Point) -> tuple[str, ...] | None:
        """Return the parts printed twice: the largest that differs and those below it."""
        printed = {part.name for part in self.parts}
        names = ("year", "month", "day")
        for index, name in enumerate(names):
            if name in printed and start.part(name) != end.part(name):
                return names[index:]
        return None

    def _range_delimiter(self, middle: list[ast.DatePart], differing: tuple[str, ...]) -> str:
        largest = next((part for part in middle if part.name == differing[0]), None)
        if largest is not None and largest.range_delimiter:
            return largest.range_delimiter
        return "–"

    def _part(self, point: Point, part: ast.DatePart, suffix: str) -> Output | None:
        text = self._value(point, part)
        if not text:
            return None
        if part.name != "year":
            return Node([self._dressed(text, part)], role=part.name)
        era = self._era(point.year, part.form)
        if not era:
            return Node([self._dressed(_with_suffix(text, suffix), part)], role="year")
        return Node([self._dressed(text, part), _with_suffix(era, suffix)], role="year")

    def _dressed(self, output: Output, part: ast.DatePart) -> Output:
        if part.formatting is PLAIN:
            return output
        return leaf_dresser(part.formatting, self.locale)(output)

    def _value(self, point: Point, part: ast.DatePart) -> str:
        number = point.part(part.name)
        if not number:
            return ""
        if part.name == "year":
            return self._year(number, part.form)
        if part.name == "month":
            return self._month(number, part.form)
        return self._day(point, part.form)

    def _year(self, year: int, form: str) -> str:
        return f"{abs(year) % 100:02d}" if form == "short" else str(abs(year))

    def _era(self, year: int, form: str) -> str:
        """Return what follows a year before Christ, or one of fewer than four digits."""
        if year >= 1000 or form == "short":
            return ""
        return self.locale.term("bc") or "BC" if year < 0 else self.locale.term("ad") or "AD"

    def _month(self, month: int, form: str) -> str:
        if month > 12:
            return self.locale.term(f"season-{month - 12:02d}") or ""
        if form == "numeric":
            return str(month)
        if form == "numeric-leading-zeros":
            return f"{month:02d}"
        return self.locale.term(f"month-{month:02d}", form or "long") or ""

    def _day(self, point: Point, form: str) -> str:
        day = point.day
        if form == "numeric-leading-zeros":
            return f"{day:02d}"
        if form == "ordinal" and not (self.limit_ordinals and day > 1):
            gender = self.locale.gender(f"month-{point.month:02d}") if point.month else ""
            return format_integer(day, "ordinal", self.locale, gender)
        return str(day)


def _trimmed(middle: list[ast.DatePart], point: Point, *, last: bool) -> tuple[ast.DatePart, ...]:
    """Drop the affix that would stand beside the range delimiter."""
    present = [index for index, part in enumerate(middle) if point.part(part.name)]
    if not present:
        return tuple(middle)
    at = present[-1] if last else present[0]
    part = middle[at]
    own = part.formatting
    bare = replace(own, suffix="") if last else replace(own, prefix="")
    trimmed = replace(part, formatting=bare)
    return (*middle[:at], trimmed, *middle[at + 1 :])


def _with_suffix(text: str, suffix: str) -> Output:
    if not suffix:
        return text
    return Node([text, Node([suffix], role="year-suffix")])
