"""A CSL 1.0.2 citation engine on the standard library alone, usable without the rest.

It also reads what Chinese styles use of CSL-M: several layouts, one for each language.

    style = Style.load(Path("vancouver.csl"))
    processor = Processor(style, items)            # items: CSL-JSON
    processor.cite(Citation((CiteItem("key"),)))
    rendered = processor.finish()
    print(render(rendered.citations[0], "text"))
    for entry in rendered.entries:
        print(render(entry.content, "html", links=True))
"""

from .citation import Citation, CiteItem, Entry, Rendered
from .errors import CslError
from .load import Style
from .locale import Locales
from .processor import Processor
from .render import Run, anchor, render, runs
from .richtext import Rich, Span

__all__ = [
    "Citation",
    "CiteItem",
    "CslError",
    "Entry",
    "Locales",
    "Processor",
    "Rendered",
    "Rich",
    "Run",
    "Span",
    "Style",
    "anchor",
    "render",
    "runs",
]
