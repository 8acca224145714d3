"""Terms with a place for the number (``第%s卷``, a CSL-M extension)."""

from __future__ import annotations

from zhengming.csl.locale import Locale

from .context import Context


def spellings(name: str) -> tuple[str, ...]:
    """Return a label as locales of different ages spell it."""
    return tuple(dict.fromkeys((name, name.replace("-", " "), name.replace(" ", "-"))))


def is_frame(term: str | None) -> bool:
    """Tell a term that goes around its number; its label prints nothing by itself."""
    return term is not None and "%s" in term


def framed(context: Context, locale: Locale, variable: str, text: str) -> str:
    """Return a number inside the term of its variable, in the form of the label before it.

    A term that ends with its place adds nothing.
    """
    form = context.label_forms.get(variable, "long")
    name = context.cite.label if variable == "locator" else variable
    term = next((found for one in spellings(name) if (found := locale.term(one, form))), "")
    before, _, after = term.partition("%s")
    return f"{before}{text}{after}" if is_frame(term) and after else text
