"""What an item lacks that a style would print: said beside the list, never in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from . import style as ast
from .inspect import mentions
from .items import NAME_VARIABLES, Item
from .load import Style

_TYPES = """article article-journal article-magazine article-newspaper bill book broadcast chapter
classic collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic
hearing interview legal_case legislation manuscript map motion_picture musical_score pamphlet
paper-conference patent performance periodical personal_communication post post-weblog regulation
report review review-book software song speech standard thesis treaty webpage"""
TYPES = frozenset(_TYPES.split())
"""The types of CSL 1.0.2."""
_PARTS = frozenset(
    [
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "chapter",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
    ]
)
_WANTED = ("title", "issued", "container-title")


class Lacking:
    """Warns of types that are none, and of fields that one style prints and an item lacks."""

    def __init__(self, style: Style, area: ast.Area) -> None:
        self._printed = [
            variable for variable in _WANTED if mentions(style, area, partial(_prints, variable))
        ]
        self._names = mentions(style, area, lambda element: isinstance(element, ast.Names))

    def warnings(self, item: Item) -> Iterator[str]:
        """Yield a sentence for each thing amiss."""
        if item.type not in TYPES:
            kind = f"the type {item.type!r} is unknown" if item.type else "it has no type"
            yield f"{item.id}: {kind}; printed as the style prints any other"
        for variable in self._printed:
            wanted = variable != "container-title" or item.type in _PARTS
            if wanted and not item.has(variable):
                yield f"{item.id}: the style prints {variable}, which is missing"
        people = any(item.persons(variable) for variable in NAME_VARIABLES & item.data.keys())
        if self._names and not people and (item.type in _PARTS or item.type == "book"):
            yield f"{item.id}: it names no author or editor"


def _prints(variable: str, element: ast.Rendering) -> bool:
    """Tell whether an element prints a variable."""
    match element:
        case ast.Text("variable", name):
            return name == variable
        case ast.Date(variables):
            return variable in variables
    return False
