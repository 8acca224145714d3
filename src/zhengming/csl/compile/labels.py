"""``<label>`` beside a number or locator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.csl import style as ast
from zhengming.csl.locators import head, local_and
from zhengming.csl.markup import parse_markup
from zhengming.csl.numbers import is_plural
from zhengming.csl.richtext import Node, Output

from .context import Context, Render
from .text import leaf_dresser

if TYPE_CHECKING:
    from .compiler import Compiler


def compile_label(compiler: Compiler, element: ast.Label) -> Render:
    """Compile a label, in the number that its variable has."""
    variable, locale = element.variable, compiler.locale
    dress = leaf_dresser(element.formatting, locale)

    joiner = local_and(locale)

    def words(name: str, plural: bool) -> Output | None:
        term = locale.term(name, element.form, plural=plural)
        if not term:
            return None
        parts = parse_markup(term)
        return dress(parts[0] if len(parts) == 1 else Node(parts))

    def frame(name: str, plural: bool) -> str | None:
        term = locale.term(name, element.form, plural=plural)
        return term if term and "%s" in term else None

    def render(context: Context) -> Output | None:
        if variable == "locator":
            text, name = context.cite.locator, context.cite.label
        else:
            text, name = context.item.text(variable), variable
        if variable in context.quashed or (not text and variable == "locator"):
            return None  # a term for all else: groups leave it out where its number is missing
        plural = element.plural == "always"
        if element.plural == "contextual":
            plural = is_plural(variable, head(text), joiner)
        framed = next((f for spelling in _spellings(name) if (f := frame(spelling, plural))), None)
        if framed:
            context.frames[variable] = framed
            return None
        return next((w for spelling in _spellings(name) if (w := words(spelling, plural))), None)

    return render


def _spellings(name: str) -> tuple[str, ...]:
    """Return a label as locales of different ages spell it."""
    return tuple(dict.fromkeys((name, name.replace("-", " "), name.replace(" ", "-"))))
