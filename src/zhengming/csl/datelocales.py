"""Whose date formats a macro uses, in a style with layouts in several languages.

The reference processor compiles a macro once, under the first layout that reaches it, unless the
macro has a ``<date>`` of its own; styles are written with that in mind. So a date shared by two
layouts through a common macro follows the first of them. What joins a range of dates is laid over
from each place that reaches its macro to the next: a sort key, a layout, another layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from . import style as ast
from .load import Style


@dataclass(frozen=True, slots=True)
class DateLanguages:
    """Languages by macro.

    Attributes:
        formats: whose formats the dates under a macro take, if it has none of its own.
        ranges: where the dates in a macro are reached, in order: the language, and is it to print.
    """

    formats: dict[str, str] = field(default_factory=dict)
    ranges: dict[str, list[tuple[str, bool]]] = field(default_factory=dict)

    def joiners(self, macro: str, language: str) -> list[str]:
        """Return the languages whose range delimiters count for a macro printed in one."""
        places = self.ranges[macro]
        last = places.index((language, True)) if (language, True) in places else len(places)
        return [tag for tag, _ in places[: last + 1]]


def date_languages(style: Style, default: str) -> DateLanguages:
    """Return the languages of the dates of a style, by the order in which macros are reached."""
    walk = _Walk(style)
    for area in (style.citation, style.bibliography):
        if area is None:
            continue
        for key in area.sort:
            walk.sort_key(key.macro, default)
        for layout in area.layouts:
            walk.rendering(layout.children, layout.locales[0] if layout.locales else default)
    return walk.found


class _Walk:
    """Goes through a style in the order in which the reference processor compiles it."""

    def __init__(self, style: Style) -> None:
        self.macros = style.macros
        self.found = DateLanguages()
        self.sorted_by: set[str] = set()
        self.visited: set[tuple[str, str]] = set()

    def sort_key(self, name: str, language: str) -> None:
        """Visit the macro of a sort key: it settles ranges, not formats."""
        macro = self.macros.get(name)
        if macro is None or name in self.sorted_by:
            return
        self.sorted_by.add(name)
        if has_date(macro.children):
            self.found.ranges.setdefault(name, []).append((language, False))
        for other in _called(macro.children):
            self.sort_key(other, language)

    def rendering(self, children: Iterable[ast.Rendering], language: str) -> None:
        for name in _called(children):
            macro = self.macros.get(name)
            if macro is None:
                continue
            dated = has_date(macro.children)
            if not dated:
                self.found.formats.setdefault(name, language)
            key = name, language if dated else ""
            if key not in self.visited:
                self.visited.add(key)
                if dated:
                    self.found.ranges.setdefault(name, []).append((language, True))
                self.rendering(macro.children, language)


def has_date(children: Iterable[ast.Rendering]) -> bool:
    """Tell whether there is a ``<date>`` among elements, not counting the macros they call."""
    for child in children:
        match child:
            case ast.Date():
                return True
            case ast.Group(inner) if has_date(inner):
                return True
            case ast.Names() if has_date(child.substitute):
                return True
            case ast.Choose(branches) if any(has_date(branch.children) for branch in branches):
                return True
    return False


def _called(children: Iterable[ast.Rendering]) -> Iterator[str]:
    """Yield the macros that elements call directly, in order."""
    for child in children:
        match child:
            case ast.Text("macro", name):
                yield name
            case ast.Group(inner):
                yield from _called(inner)
            case ast.Names():
                yield from _called(child.substitute)
            case ast.Choose(branches):
                for branch in branches:
                    yield from _called(branch.children)
