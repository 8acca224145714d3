"""Questions about a style that its text answers, before anything is rendered."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from . import style as ast
from .load import Style

Test = Callable[[ast.Rendering], bool]


def is_year_suffix(element: ast.Rendering) -> bool:
    """Tell whether an element prints the year suffix."""
    match element:
        case ast.Text("variable", "year-suffix"):
            return True
    return False


def is_number(element: ast.Rendering) -> bool:
    """Tell whether an element prints the citation number."""
    match element:
        case ast.Text("variable", "citation-number") | ast.Number("citation-number"):
            return True
    return False


def tests(name: str) -> Test:
    """Return a test for elements that have a branch with a condition such as ``position``."""

    def test(element: ast.Rendering) -> bool:
        return isinstance(element, ast.Choose) and any(
            condition.test == name for branch in element.branches for condition in branch.conditions
        )

    return test


def mentions(style: Style, area: ast.Area, test: Test) -> bool:
    """Tell whether any element of an area, or of the macros it calls, passes a test."""
    seen: set[str] = set()

    def search(children: Iterable[ast.Rendering]) -> bool:
        return any(test(child) or below(child) for child in children)

    def below(element: ast.Rendering) -> bool:
        match element:
            case ast.Text("macro", name) if name not in seen:
                seen.add(name)
                return name in style.macros and search(style.macros[name].children)
            case ast.Group(children):
                return search(children)
            case ast.Names():
                return search(element.substitute)
            case ast.Choose(branches):
                return any(search(branch.children) for branch in branches)
        return False

    return any(search(layout.children) for layout in area.layouts)
