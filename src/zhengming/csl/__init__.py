"""A CSL 1.0.2 citation engine on the standard library alone, usable without the rest."""

from .citation import Citation, CiteItem, Entry, Rendered
from .errors import CslError
from .load import Style
from .locale import Locales
from .processor import Processor
from .render import render
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
    "Span",
    "Style",
    "render",
]
