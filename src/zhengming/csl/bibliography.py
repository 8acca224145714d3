"""The reference list: entries rendered, aligned, repeated authors substituted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from . import style as ast
from .capitals import capitalized
from .citation import Entry
from .cites import NO_FORM
from .compile import Cite
from .disambiguate import Disambiguation
from .formatting import PLAIN, Formatting
from .inspect import is_number, mentions
from .items import Item
from .lacking import Lacking
from .layouts import CompiledLayout, Layouts
from .load import Style
from .richtext import Node, Output
from .settle import settle
from .substitute import AuthorSubstitute
from .told import Told

_LEFT = Formatting(display="left-margin")
_RIGHT = Formatting(display="right-inline")


class Bibliography:
    """Renders the reference list of one style."""

    def __init__(self, style: Style, area: ast.Area, layouts: Layouts) -> None:
        self._layouts = layouts
        self._citation = style.citation
        self._lacking = Lacking(style, area)
        self._numbered = mentions(style, style.citation, is_number)
        self.warnings: list[Told] = []
        self._align = area.attributes.get("second-field-align", "false") not in ("", "false")
        dash = area.attributes.get("subsequent-author-substitute")
        rule = area.attributes.get("subsequent-author-substitute-rule", "complete-all")
        self._substitute = None if dash is None else AuthorSubstitute(dash, rule)

    def entries(
        self,
        items: Sequence[Item],
        numbers: Mapping[str, int],
        resolved: Mapping[str, Disambiguation],
    ) -> tuple[Entry, ...]:
        """Return the entries of items, in their order."""
        entries = []
        for item in items:
            number = numbers[item.id]
            self.warnings.extend(self._lacking.warnings(item))
            cite = Cite(number=str(number))
            if item.id in resolved:
                cite = resolved[item.id].in_list(self._citation).applied(cite)
            layout = self._layouts.for_item(item)
            output, _ = layout.render(item, cite)
            if output is None:
                self.warnings.append(
                    Told(
                        f"{item.id}: the style prints nothing for it",
                        f"{item.id}：样式对此条没有输出",
                    )
                )
                if self._numbered:  # a number that is cited must not be missing
                    entries.append(Entry(item.id, number, (f"{number}. {NO_FORM}",)))
                continue
            output = capitalized(output)
            if self._substitute is not None:
                self._substitute.apply(output)
            content = settle(self._dressed(output, layout), layout.locale, self._layouts.main)
            entries.append(Entry(item.id, number, content))
        return tuple(entries)

    def _dressed(self, output: Output, layout: CompiledLayout) -> Output:
        formatting = layout.formatting
        if self._align:
            first, *rest = _fields(output)
            before, after, bare = _aligned(formatting)
            left = Node([Node([first], before)], _LEFT)
            right = Node([Node(rest, after)], _RIGHT)
            return Node([left, right] if rest else [left], bare)
        return _within_last_block(output, formatting)


@cache
def _aligned(formatting: Formatting) -> tuple[Formatting, Formatting, Formatting]:
    """Return the prefix, for the left part, the suffix, for the right one, and the rest."""
    before, after = Formatting(prefix=formatting.prefix), Formatting(suffix=formatting.suffix)
    return before, after, formatting.without_affixes


def _fields(output: Output) -> list[Output]:
    """Return the outputs of the layout's children."""
    if isinstance(output, Node) and output.formatting is PLAIN and not output.role:
        return output.children
    return [output]


def _within_last_block(output: Output, formatting: Formatting) -> Output:
    """Put the layout's suffix inside a last part that is a block of its own."""
    if isinstance(output, Node) and formatting.suffix and output.children:
        last = output.children[-1]
        if isinstance(last, Node) and last.formatting.display:
            block = Formatting(display=last.formatting.display)
            bare = Node(last.children, replace(last.formatting, display=""), last.role, last.data)
            ended = Node([bare, formatting.suffix], block)
            children = [*output.children[:-1], ended]
            return Node([Node(children, output.formatting)], replace(formatting, suffix=""))
    return Node([output], formatting)
