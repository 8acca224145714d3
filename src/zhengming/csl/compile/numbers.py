"""``<number>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.csl import style as ast
from zhengming.csl.numbers import format_number
from zhengming.csl.pages import format_pages
from zhengming.csl.richtext import Node, Output

from .context import Context, Render
from .frames import framed
from .text import leaf_dresser

if TYPE_CHECKING:
    from .compiler import Compiler


def compile_number(compiler: Compiler, element: ast.Number) -> Render:
    """Compile a ``<number>``; text that is no number is printed as it is."""
    variable, form, locale = element.variable, element.form, compiler.locale
    dress = leaf_dresser(element.formatting, locale)
    pages = compiler.pages

    def value(context: Context) -> str:
        if variable == "locator":
            return context.cite.locator
        if variable == "citation-number":
            return context.cite.number
        if variable == "page-first":
            return context.item.text("page").partition("-")[0]
        return context.item.text(variable)

    def render(context: Context) -> Output | None:
        text = value(context)
        found = bool(text) and variable not in context.quashed
        context.called(variable, found)
        if not found:
            return None
        paged = variable == "page" or (variable == "locator" and context.cite.label == "page")
        if paged and form == "numeric":
            text = format_pages(text, pages)
        else:
            text = format_number(text, form, locale, variable, pages.local)
        text = framed(context, locale, variable, text)
        if variable == "citation-number":
            return dress(Node([text], role=variable))
        return dress(text)

    return render
