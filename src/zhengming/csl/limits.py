"""Limits that no real style comes near, so that a hostile one is refused and never hangs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from . import style as ast
from .errors import CslError
from .told import Told

MAX_NESTING = 120
"""How deep elements may lie in each other, the macros they call included."""

MAX_ELEMENTS = 50_000
"""How many elements one cite may visit, each macro call counted in full."""


class _Measure:
    """Size and depth of macros, each measured once."""

    def __init__(self, macros: Mapping[str, ast.Macro], source: str) -> None:
        self.macros = macros
        self.source = source
        self.known: dict[str, tuple[int, int]] = {}
        self.trail: list[str] = []
        self.missing: dict[str, None] = {}

    def error(self, message: Told, line: int, hint: Told) -> CslError:
        return CslError(message, path=self.source, line=line, hint=hint)

    def macro(self, name: str) -> tuple[int, int]:
        """Return how many elements a macro comes to, and how deep it goes."""
        if name in self.known:
            return self.known[name]
        macro = self.macros.get(name)
        if macro is None:
            self.missing[name] = None
            return 1, 1
        if name in self.trail:
            chain = " → ".join((*self.trail[self.trail.index(name) :], name))
            raise self.error(
                Told(f"<macro> calls itself: {chain}", f"<macro> 调用自身：{chain}"),
                macro.line,
                Told("break the circle", "请断开循环"),
            )
        if len(self.trail) > MAX_NESTING:
            raise self.error(
                Told(
                    f"<macro> {name!r}: calls nest more than {MAX_NESTING} deep",
                    f"<macro>“{name}”：调用嵌套超过 {MAX_NESTING} 层",
                ),
                macro.line,
                Told("call fewer macros from macros", "请减少宏之间的调用"),
            )
        self.trail.append(name)
        size, depth = self.all(macro.children)
        self.trail.pop()
        self.check(size, depth, f"<macro> {name!r}", macro.line)
        self.known[name] = size, depth
        return size, depth

    def check(self, size: int, depth: int, what: str, line: int) -> None:
        """Refuse what is too big or too deep."""
        if size > MAX_ELEMENTS:
            raise self.error(
                Told(
                    f"{what}: comes to more than {MAX_ELEMENTS} elements",
                    f"{what}：展开后超过 {MAX_ELEMENTS} 个元素",
                ),
                line,
                Told("call macros less often", "请减少宏的调用次数"),
            )
        if depth > MAX_NESTING:
            raise self.error(
                Told(
                    f"{what}: nests more than {MAX_NESTING} deep",
                    f"{what}：嵌套超过 {MAX_NESTING} 层",
                ),
                line,
                Told("flatten it", "请减少层次"),
            )

    def all(self, children: Iterable[ast.Rendering]) -> tuple[int, int]:
        """Measure a sequence of elements."""
        size = depth = 0
        for child in children:
            one, deep = self.element(child)
            size, depth = size + one, max(depth, deep)
        return size, depth

    def element(self, element: ast.Rendering) -> tuple[int, int]:
        """Measure one element with all that is in it."""
        match element:
            case ast.Text("macro", name):
                size, depth = self.macro(name)
            case ast.Group(children):
                size, depth = self.all(children)
            case ast.Names():
                size, depth = self.all(element.substitute)
            case ast.Choose(branches):
                parts = [self.all(branch.children) for branch in branches]
                size = max((one for one, _ in parts), default=0)
                depth = max((deep for _, deep in parts), default=0)
            case _:
                size = depth = 0
        return size + 1, depth + 1


def check_macros(
    macros: Mapping[str, ast.Macro], areas: Iterable[ast.Area], source: str, line: int
) -> tuple[Told, ...]:
    """Refuse macros that call themselves or grow without bound; warn of missing ones.

    Args:
        macros: those of the style, by name.
        areas: its citation and its bibliography.
        source: its name in errors.
        line: where it begins.

    Raises:
        CslError: with the macro and its line.
    """
    measure = _Measure(macros, source)
    for name in macros:
        measure.macro(name)
    for area in areas:
        for layout in area.layouts:
            measure.check(*measure.all(layout.children), f"<{area.name}>", line)
        for key in area.sort:
            if key.macro:
                measure.macro(key.macro)
    return tuple(
        Told(
            f"{source}: no macro is called {name!r}, it prints nothing",
            f"{source}：没有名为“{name}”的宏，不输出内容",
        )
        for name in measure.missing
    )
