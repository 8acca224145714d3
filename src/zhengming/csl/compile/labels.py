"""``<label>`` beside a number or locator."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.csl import style as ast
from zhengming.csl.locators import head, local_and
from zhengming.csl.markup import parse_markup
from zhengming.csl.numbers import is_plural
from zhengming.csl.richtext import Node, Output

from .context import Context, Render
from .frames import is_frame, spellings
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
        if not term or is_frame(term):
            return None
        parts = parse_markup(term)
        return dress(parts[0] if len(parts) == 1 else Node(parts))

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
        if text:
            context.label_forms.setdefault(variable, element.form)
        return next((w for spelling in spellings(name) if (w := words(spelling, plural))), None)

    return render
