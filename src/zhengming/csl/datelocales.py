"""Whose date formats a macro uses, in a style with layouts in several languages.

The reference processor compiles a macro once, under the first layout that reaches it, unless the
macro has a ``<date>`` of its own; styles are written with that in mind. So a date shared by two
layouts through a common macro follows the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from . import style as ast
from .load import Style


def macro_languages(style: Style, default: str) -> dict[str, str]:
    """Return, for each macro without a date of its own, the language its dates are set in."""
    found: dict[str, str] = {}
    visited: set[tuple[str, str]] = set()

    def visit(children: Iterable[ast.Rendering], language: str) -> None:
        for child in children:
            match child:
                case ast.Text("macro", name) if name in style.macros:
                    enter(name, language)
                case ast.Group(inner):
                    visit(inner, language)
                case ast.Names():
                    visit(child.substitute, language)
                case ast.Choose(branches):
                    for branch in branches:
                        visit(branch.children, language)

    def enter(name: str, language: str) -> None:
        children = style.macros[name].children
        if has_date(children):
            key = name, language
        else:
            key = name, ""
            found.setdefault(name, language)
        if key not in visited:
            visited.add(key)
            visit(children, language)

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
