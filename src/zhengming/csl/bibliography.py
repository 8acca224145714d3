"""The reference list: entries rendered, aligned, repeated authors substituted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from . import style as ast
from .citation import Entry
from .compile import Cite
from .disambiguate import Disambiguation
from .formatting import Formatting
from .items import Item
from .layouts import CompiledLayout, Layouts
from .load import Style
from .richtext import Node, Output
from .settle import settle

_LEFT = Formatting(display="left-margin")
_RIGHT = Formatting(display="right-inline")


class Bibliography:
    """Renders the reference list in one style."""

    def __init__(self, style: Style, area: ast.Area, layouts: Layouts) -> None:
        self._style = style
        self._layouts = layouts
        self._align = area.attributes.get("second-field-align", "false") not in ("", "false")
        self._substitute = area.attributes.get("subsequent-author-substitute")
        self._rule = area.attributes.get("subsequent-author-substitute-rule", "complete-all")

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
            cite = Cite(number=str(number))
            if item.id in resolved:
                cite = resolved[item.id].applied(cite)
            layout = self._layouts.for_item(item)
            output, _ = layout.render(item, cite)
            content = settle(self._dressed(output, layout), layout.locale)
            entries.append(Entry(item.id, number, content))
        return tuple(entries)

    def _dressed(self, output: Output | None, layout: CompiledLayout) -> Output | None:
        if output is None:
            return None
        formatting = layout.formatting
        if not self._align:
            return Node([output], formatting)
        return Node(_aligned(output), formatting)


def _aligned(output: Output) -> list[Output]:
    """Split an entry into its first field, in the margin, and the rest."""
    if isinstance(output, str) or len(output.children) < 2 or output.formatting.delimiter:
        return [output]
    first, *rest = output.children
    return [Node([first], _LEFT), Node(rest, _RIGHT)]
