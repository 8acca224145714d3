"""What an item lacks that a style would print: said beside the list, never in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from . import style as ast
from .inspect import mentions
from .items import NAME_VARIABLES, Item
from .load import Style
from .told import Told

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

    def warnings(self, item: Item) -> Iterator[Told]:
        """Yield a sentence for each thing amiss."""
        if item.type not in TYPES:
            yield (
                Told(
                    f"{item.id}: the type {item.type!r} is unknown; printed as the style prints any other",
                    f"{item.id}：未知的类型“{item.type}”，按样式的一般形式输出",
                )
                if item.type
                else Told(
                    f"{item.id}: it has no type; printed as the style prints any other",
                    f"{item.id}：没有类型，按样式的一般形式输出",
                )
            )
        for variable in self._printed:
            wanted = variable != "container-title" or item.type in _PARTS
            if wanted and not item.has(variable):
                yield Told(
                    f"{item.id}: the style prints {variable}, which is missing",
                    f"{item.id}：缺少样式要输出的 {variable}",
                )
        people = any(item.persons(variable) for variable in NAME_VARIABLES & item.data.keys())
        if self._names and not people and (item.type in _PARTS or item.type == "book"):
            yield Told(f"{item.id}: it names no author or editor", f"{item.id}：没有作者或编者")


def _prints(variable: str, element: ast.Rendering) -> bool:
    """Tell whether an element prints a variable."""
    match element:
        case ast.Text("variable", name):
            return name == variable
        case ast.Date(variables):
            return variable in variables
    return False
