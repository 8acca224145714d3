"""From the output tree to settled text: seams, quotes, flip-flop."""

from __future__ import annotations

from dataclasses import dataclass

from .formatting import Formatting
from .locale import Locale
from .punctuation import join_seams, move_into_quotes
from .richtext import Node, Output, Rich, Span
from .superscript import spell_superscripts


@dataclass(slots=True)
class Token:
    """A stretch of text, or the start or end of a span or of a quotation.

    Attributes:
        kind: ``text``, ``open``, ``close``, ``quote`` or ``unquote``.
        text: the characters, for text and resolved quotation marks.
        mark: attribute and value, for spans.
        locale: whose quotation marks, for quotations.
        role: ``inner-quote`` for quotations that begin with inner marks, ``fixed`` for text
            that does not move into a quotation before it.
    """

    kind: str
    text: str = ""
    mark: tuple[str, str] = ("", "")
    locale: Locale | None = None
    role: str = ""


def settle(output: Output | None, locale: Locale) -> Rich:
    """Flatten a tree, repair what meets at its seams, and build the final text."""
    if output is None:
        return ()
    tokens: list[Token] = []
    _flatten(output, locale, tokens)
    join_seams(tokens)
    _mark_quotes(tokens)
    move_into_quotes(tokens, locale.punctuation_in_quote)
    return _build(tokens)


def _flatten(output: Output, locale: Locale, tokens: list[Token]) -> None:
    if isinstance(output, str):
        if output:
            tokens.append(Token("text", output))
        return
    if output.role == "fixed":
        tokens.append(Token("text", str(output.children[0]), role="fixed"))
        return
    if output.role == "cite" and output.data is not None:
        locale = output.data
    form = output.formatting
    if form.display:
        tokens.append(Token("open", mark=("display", form.display)))
    if form.prefix and not form.affixes_inside:
        tokens.append(Token("text", form.prefix))
    _flatten_inside(output, form, locale, tokens)
    if form.suffix and not form.affixes_inside:
        tokens.append(Token("text", form.suffix))
    if form.display:
        tokens.append(Token("close", mark=("display", form.display)))


def _flatten_inside(node: Node, form: Formatting, locale: Locale, tokens: list[Token]) -> None:
    if form.quotes:
        tokens.append(Token("quote", locale=locale, role=node.role))
    tokens.extend(Token("open", mark=mark) for mark in reversed(form.fonts))
    if form.prefix and form.affixes_inside:
        tokens.append(Token("text", form.prefix))
    started = False
    for child in node.children:
        if child == "":
            continue
        if started and form.delimiter:
            tokens.append(Token("text", form.delimiter))
        _flatten(child, locale, tokens)
        started = True
    if form.suffix and form.affixes_inside:
        tokens.append(Token("text", form.suffix))
    tokens.extend(Token("close", mark=mark) for mark in form.fonts)
    if form.quotes:
        tokens.append(Token("unquote", locale=locale))


def _mark_quotes(tokens: list[Token]) -> None:
    """Choose outer or inner marks: the opposite of those around."""
    inner: list[bool] = []
    for token in tokens:
        if token.kind == "quote":
            inner.append(not inner[-1] if inner else token.role == "inner-quote")
            token.text = _mark(token, "open", inner[-1])
        elif token.kind == "unquote":
            token.text = _mark(token, "close", inner.pop())


_DEFAULT_MARKS = {"open": "“‘", "close": "”’"}


def _mark(token: Token, side: str, inner: bool) -> str:
    name = f"{side}-inner-quote" if inner else f"{side}-quote"
    found = token.locale.term(name) if token.locale else None
    return _DEFAULT_MARKS[side][inner] if found is None else found


_NORMAL = {
    "font-style": "normal",
    "font-variant": "normal",
    "font-weight": "normal",
    "text-decoration": "none",
    "vertical-align": "baseline",
}


class _Open:
    """A span being built."""

    __slots__ = ("children", "mark", "written")

    def __init__(self, mark: tuple[str, str], written: tuple[str, str] | None) -> None:
        self.mark = mark
        self.written = written
        self.children: list[str | Span] = []


def _build(tokens: list[Token]) -> Rich:
    stack = [_Open(("", ""), None)]
    for token in tokens:
        if token.kind == "open":
            stack.append(_Open(token.mark, _flip(token.mark, stack)))
        elif token.kind == "close":
            span = stack.pop()
            children = stack[-1].children
            if span.written is None or not span.children:
                for child in span.children:
                    _append(children, child)
            else:
                children.append(Span(*span.written, tuple(span.children)))
        elif token.text:
            _append(stack[-1].children, token.text)
    return spell_superscripts(tuple(stack[0].children))


def _append(children: list[str | Span], part: str | Span) -> None:
    if isinstance(part, str) and children and isinstance(children[-1], str):
        children[-1] += part
    else:
        children.append(part)


def _flip(mark: tuple[str, str], stack: list[_Open]) -> tuple[str, str] | None:
    """Return the attribute to write: the opposite inside its like, none where it says nothing."""
    attribute, value = mark
    normal = _NORMAL.get(attribute)
    if normal is None:
        return mark
    current = next(
        (
            span.written[1]
            for span in reversed(stack)
            if span.written and span.written[0] == attribute
        ),
        normal,
    )
    if value == normal:
        return None if current == normal else mark
    return (attribute, normal) if value == current and attribute != "vertical-align" else mark
