"""One citation: its cites rendered, affixed, grouped, collapsed and joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .capitals import capitalized, opens_sentence
from .citation import Citation
from .cites import NO_FORM, NO_REST, CiteMark, Placed, RenderedCite, without_author
from .collapse import Collapser
from .formatting import PLAIN
from .language import ends_romanesque, starts_romanesque
from .layouts import Layouts
from .load import Style
from .richtext import Node, Output, Rich, walk
from .settle import settle
from .told import Told


class ClusterRenderer:
    """Renders citations in one style."""

    def __init__(self, style: Style, layouts: Layouts) -> None:
        self._style = style
        self._layouts = layouts
        self._collapser = Collapser(style, layouts)
        self._prints = any(layout.children for layout in style.citation.layouts)
        self.warnings: dict[Told, None] = {}

    def render(self, citation: Citation, cites: Sequence[Placed]) -> Rich:
        """Return one citation, settled; what says so when it has nothing to print."""
        if not cites:
            return ()
        first, last = (self._layouts.for_item(cites[index].item) for index in (0, -1))
        rendered = [
            self._cite(citation, placed, first=index == 0) for index, placed in enumerate(cites)
        ]
        if not self._prints or all(cite.whole is None for cite in rendered):
            return (NO_REST,)
        body = self._collapser.join(rendered)
        shell = replace(first.formatting, suffix=last.formatting.suffix, delimiter="")
        if citation.mode == "author-only":
            shell = PLAIN
        whole: Output = Node([body], shell)
        if citation.mode == "composite":
            whole = self._composite(cites[0], whole)
        return settle(whole, first.locale, self._layouts.main)

    def _cite(self, citation: Citation, placed: Placed, *, first: bool) -> RenderedCite:
        layout = self._layouts.for_item(placed.item)
        body, context = layout.render(placed.item, placed.cite)
        source = placed.source
        if body is None:
            self.warnings[
                Told(
                    f"{placed.item.id}: the style prints nothing for it in a citation",
                    f"{placed.item.id}：样式在引用处对此条没有输出",
                )
            ] = None
        if source.author_only or citation.mode == "author-only":
            body = next(walk(body, "names"), None)
        elif source.suppress_author or citation.mode in ("composite", "suppress-author"):
            body = without_author(body, substitutes=True)
        elif body is None and first and not (source.prefix or source.suffix):
            body = NO_FORM
        if body is not None:
            if self._style.style_class == "note" and opens_sentence(source.prefix, first=first):
                body = capitalized(body)
            body = Node([body], role="cite", data=CiteMark(layout.locale, placed.item.id))
        return RenderedCite(
            placed,
            body,
            _spaced_prefix(source.prefix),
            _spaced_suffix(source.suffix),
            layout.formatting.delimiter,
            context.worded,
        )

    def _composite(self, first: Placed, rest: Output) -> Output:
        """Return the names in the text, then the citation without them."""
        layout = self._layouts.for_item(first.item)
        body, _ = layout.render(first.item, first.cite)
        names = next(walk(body, "names"), None)
        return rest if names is None else Node([names, " ", rest])


def _spaced_prefix(prefix: str) -> str:
    return f"{prefix} " if prefix and ends_romanesque(prefix) else prefix


def _spaced_suffix(suffix: str) -> str:
    return f" {suffix}" if suffix and starts_romanesque(suffix) else suffix
