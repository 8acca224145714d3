"""``<text>``: variables, macros, terms and fixed values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.csl import style as ast
from zhengming.csl.citationlabel import citation_label
from zhengming.csl.formatting import PLAIN, Formatting
from zhengming.csl.language import has_no_italics
from zhengming.csl.links import LINKED, address
from zhengming.csl.locale import Locale
from zhengming.csl.locators import with_local_and
from zhengming.csl.markup import parse_markup
from zhengming.csl.numbers import RANGED, tidy
from zhengming.csl.pages import format_pages
from zhengming.csl.richtext import Node, Output, map_text, plain
from zhengming.csl.textcase import apply_case

from .context import Context, Render
from .frames import framed

if TYPE_CHECKING:
    from .compiler import Compiler

Dress = Callable[[Output], Output]


def dresser(formatting: Formatting, locale: Locale) -> Dress:
    """Return what wraps an output in affixes and fonts, and changes its case and periods."""
    if formatting == PLAIN:
        return lambda output: output
    case, strip = formatting.text_case, formatting.strip_periods
    shell = replace(formatting, text_case="", strip_periods=False, delimiter="")
    bare = shell == PLAIN

    def dress(output: Output) -> Output:
        if strip:
            output = map_text(output, _strip_periods)
        if case:
            output = Node(apply_case(case, [output], locale.language))
        return output if bare else Node([output], shell)

    return dress


def leaf_dresser(formatting: Formatting, locale: Locale) -> Dress:
    """Return what dresses a text of its own, which is upright when no letter of it slants."""
    dress = dresser(formatting, locale)
    if formatting.upright == formatting:
        return dress
    upright = dresser(formatting.upright, locale)
    return lambda output: (upright if has_no_italics(plain(output)) else dress)(output)


def _strip_periods(leaf: str) -> str:
    return leaf.replace(".", "")


def language_of(context: Context, locale: Locale) -> str:
    """Return the language whose text case suits the item: its own, else the locale's."""
    own = context.item.data.get("language")
    return str(own).lower() if own else locale.language


def compile_text(compiler: Compiler, element: ast.Text) -> Render:
    """Compile a ``<text>`` by what it prints."""
    if element.source == "macro":
        return _macro(compiler, element)
    if element.source == "term":
        return _term(compiler, element)
    if element.source == "value":
        return _constant(parse_markup(element.name), element.formatting, compiler.locale)
    if element.name == "citation-label":
        return _label(compiler, element)
    if element.name in _CITE_TEXTS:
        return _cite_variable(compiler, element)
    return _variable(compiler, element)


def _macro(compiler: Compiler, element: ast.Text) -> Render:
    dress = dresser(element.formatting, compiler.locale)
    name = element.name
    bare = element.formatting == PLAIN
    inner = compiler.macro(name)

    def render(context: Context) -> Output | None:
        before = (context.attempted, context.succeeded)
        opened = context.opened
        context.attempted = context.succeeded = False
        output = inner(context)
        empty = context.attempted and not context.succeeded
        context.attempted = context.attempted or before[0]
        if output is None or empty:
            context.succeeded, context.opened = before[1], opened
            return None
        context.succeeded = True
        return output if bare else dress(output)

    return render


def _constant(
    parts: list[Output], formatting: Formatting, locale: Locale, role: str = ""
) -> Render:
    if not any(parts):
        return lambda context: None
    content: Output = parts[0] if len(parts) == 1 and not role else Node(parts, role=role)
    output = leaf_dresser(formatting, locale)(content)
    return lambda context: output


def _term(compiler: Compiler, element: ast.Text) -> Render:
    term = compiler.locale.term(element.name, element.form, plural=element.plural)
    parts = parse_markup(term or "")
    inside = _constant(parts, element.formatting, compiler.locale)
    first = inside
    if not element.formatting.text_case:
        first = _constant(parts, element.formatting, compiler.locale, "term")
    succeeds = element.name == "no date"

    def render(context: Context) -> Output | None:
        context.succeeded = context.succeeded or succeeds
        return inside(context) if context.opened else first(context)

    return render


def _label(compiler: Compiler, element: ast.Text) -> Render:
    dress = dresser(element.formatting, compiler.locale)

    def render(context: Context) -> Output | None:
        parts: list[Output] = [citation_label(context.item)]
        context.called("citation-label", True)
        if context.cite.year_suffix:
            parts.append(Node([context.cite.year_suffix], role="year-suffix"))
            context.year_suffix_done = True
        return dress(Node(parts, role="citation-label"))

    return render


def _cite_variable(compiler: Compiler, element: ast.Text) -> Render:
    variable, role = element.name, element.name
    read = _CITE_TEXTS[variable]
    dress = leaf_dresser(element.formatting, compiler.locale)
    pages = compiler.pages

    def render(context: Context) -> Output | None:
        text = read(context)
        context.worded = context.worded or variable == "first-reference-note-number"
        if text or variable != "year-suffix":
            context.called(variable, bool(text))
        if not text:
            return None
        if variable == "locator":
            if context.cite.label == "page":
                text = format_pages(text, pages)
            else:
                text = tidy(text, pages.local)
            text = framed(context, compiler.locale, variable, text)
            return dress(Node(parse_markup(with_local_and(text, compiler.locale))))
        return dress(Node([text], role=role))

    return render


_CITE_TEXTS: dict[str, Callable[[Context], str]] = {
    "locator": lambda context: context.cite.locator,
    "citation-number": lambda context: context.cite.number,
    "first-reference-note-number": lambda context: context.cite.first_note,
    "year-suffix": lambda context: context.cite.year_suffix,
}

_OPENERS = frozenset(("edition", "issue", "number", "volume"))
_SHORT_FIELDS = {
    "title": ("title-short", "shortTitle", "title"),
    "container-title": ("container-title-short", "journalAbbreviation", "container-title"),
    "title-short": ("title-short", "shortTitle"),
    "container-title-short": ("container-title-short", "journalAbbreviation"),
}


def _fields(variable: str, form: str) -> tuple[str, ...]:
    """Return the fields to try for a variable, in order."""
    if form == "short" or variable.endswith("-short"):
        return _SHORT_FIELDS.get(variable, (f"{variable}-short", variable))
    return (variable,)


def _variable(compiler: Compiler, element: ast.Text) -> Render:
    variable, formatting = element.name, element.formatting
    fields = _fields(variable, element.form)
    shell = dresser(replace(formatting, text_case=""), compiler.locale)
    case, locale = formatting.text_case, compiler.locale
    upright = dresser(replace(formatting, text_case="").upright, compiler.locale)
    change = _number_change(compiler, variable)
    site = variable == "URL" and element.form == "short"

    def render(context: Context) -> Output | None:
        item = context.item
        context.worded = True
        name = next((field for field in fields if item.text(field)), "")
        if site and name:
            return _site(context, item.text(name), shell)
        found = bool(name) and variable not in context.quashed
        context.called(variable, found)
        if not found:
            context.opened = context.opened or variable in _OPENERS
            return None
        text = item.text(name)
        parts = [change(framed(context, locale, variable, text))] if change else item.markup(name)
        if case:
            parts = apply_case(case, parts, language_of(context, locale))
        dress = upright if has_no_italics(text) else shell
        if variable in LINKED:
            return dress(Node(parts, role="link", data=address(variable, text)))
        return dress(parts[0] if len(parts) == 1 else Node(parts))

    if variable == "page-first":
        return _page_first(shell)
    return render


def _site(context: Context, text: str, shell: Dress) -> Output:
    """Return an address without its path: the short form of a URL."""
    context.called("URL", True)
    scheme, mark, rest = text.partition("://")
    return shell(
        Node([f"{scheme}{mark}{rest.partition('/')[0]}"], role="link", data=address("URL", text))
    )


def _page_first(shell: Dress) -> Render:
    def render(context: Context) -> Output | None:
        context.worded = True
        text = context.item.text("page-first") or context.item.text("page")
        first = text.replace("–", "-").partition("-")[0].partition(",")[0].strip()
        context.called("page-first", bool(first))
        return shell(first) if first else None

    return render


def _number_change(compiler: Compiler, variable: str) -> Callable[[str], Output] | None:
    pages = compiler.pages
    if variable == "page":
        return lambda text: Node(parse_markup(format_pages(text, pages)))
    if variable in RANGED:
        return lambda text: Node(parse_markup(tidy(text, pages.local)))
    return None
