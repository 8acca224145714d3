"""Styles into closures: each rendering element becomes ``f(context) -> output or None``."""

from .compiler import Compiler
from .context import Cite, Context, NameSet, Render

__all__ = ["Cite", "Compiler", "Context", "NameSet", "Render"]
