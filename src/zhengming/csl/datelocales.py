"""Whose date formats a macro uses, in a style with layouts in several languages.

The reference processor compiles a macro once, under the first layout that reaches it, unless the
macro has a ``<date>`` of its own; styles are written with that in mind. So a date shared by two
layouts through a common macro follows the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import style as ast
from .load import Style


def macro_languages(style: Style, default: str) -> dict[str, str]:
    """Return, for each macro without a date of its own, the language its dates are set in."""
    found: dict[str, str] = {}
    visited: set[tuple[str, str]] = set()

    def visit(children: Iterable[ast.Rendering], language: str) -> None:
        for name in _called(children):
            macro = style.macros.get(name)
            if macro is None:
                continue
            dated = has_date(macro.children)
            if not dated:
                found.setdefault(name, language)
            key = name, language if dated else ""
            if key not in visited:
                visited.add(key)
                visit(macro.children, language)

    for area in (style.citation, style.bibliography):
        for layout in () if area is None else area.layouts:
            visit(layout.children, layout.locales[0] if layout.locales else default)
    return found


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
