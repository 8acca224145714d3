"""From the output tree to settled text: seams, quotes, flip-flop."""

from __future__ import annotations

from .formatting import PLAIN
from .locale import Locale
from .punctuation import join_seams, move_into_margin, move_into_quotes
from .richtext import Node, Output, Rich, Span
from .token import Token


def settle(output: Output, locale: Locale, main: Locale) -> Rich:
    """Flatten a tree, repair what meets at its seams, and build the final text.

    Args:
        output: the tree.
        locale: whose quotation marks to print, unless a part has its own.
        main: the document's, which says what marks in a field are quotations, and whether
            stops go before a closing mark.
    """
    tokens = _Flattener(main).flatten(output, locale)
    join_seams(tokens)
    move_into_margin(tokens)
    _mark_quotes(tokens)
    move_into_quotes(tokens, main.punctuation_in_quote)
    return _build(tokens)


_CLOSING = {"“": "”", "‘": "’"}


_MARKED = frozenset(("cite", "fixed", "link"))


class _Flattener:
    """Turns a tree into tokens."""

    def __init__(self, main: Locale) -> None:
        self.marks = (_open(main), _open(main, inner=True))
        self.straight = main.option("straight-apostrophes")
        self.tokens: list[Token] = []

    def flatten(self, output: Output, locale: Locale) -> list[Token]:
        """Return the tokens of a tree."""
        self.visit(output, locale)
        if self.straight:  # in Chinese text a font may make ’ as wide as a character
            for token in self.tokens:
                token.text = token.text.replace("’", "'")
        return self.tokens

    def text(self, text: str, role: str = "") -> None:
        if text:
            self.tokens.append(Token("text", text, role=role))

    def visit(self, output: Output, locale: Locale) -> None:
        if isinstance(output, str):
            self.text(output)
            return
        role = output.role
        if role == "fixed":
            self.text(str(output.children[0]), "fixed")
        elif role == "cite":
            self.linked(output, ("anchor", output.data.id), output.data.locale)
        elif role == "link" and output.data:
            self.linked(output, ("link", output.data), locale)
        else:
            self.formatted(output, locale)

    def linked(self, output: Node, mark: tuple[str, str], locale: Locale) -> None:
        self.tokens.append(Token("open", mark=mark))
        self.formatted(output, locale)
        self.tokens.append(Token("close", mark=mark))

    def formatted(self, output: Node, locale: Locale) -> None:
        form = output.formatting
        if form is PLAIN:
            self.children(output, "", locale)
            return
        tokens = self.tokens
        if form.display:
            tokens.append(Token("open", mark=("display", form.display)))
        outside = not form.affixes_inside
        if outside:
            self.text(form.prefix, "prefix")
        if form.quotes:
            tokens.append(self.quotation(output, locale, opening=True))
        if form.fonts:
            tokens.extend(Token("open", mark=mark) for mark in reversed(form.fonts))
        if not outside:
            self.text(form.prefix, "prefix")
        self.children(output, form.delimiter, locale)
        if not outside:
            self.text(form.suffix, "suffix")
        if form.fonts:
            tokens.extend(Token("close", mark=mark) for mark in form.fonts)
        if form.quotes:
            tokens.append(self.quotation(output, locale, opening=False))
        if outside:
            self.text(form.suffix, "suffix")
        if form.display:
            tokens.append(Token("close", mark=("display", form.display)))

    def children(self, node: Node, delimiter: str, locale: Locale) -> None:
        tokens = self.tokens
        started = False
        for child in node.children:
            if isinstance(child, str):
                if not child:
                    continue
                if started and delimiter:
                    tokens.append(Token("text", delimiter, role="delimiter"))
                tokens.append(Token("text", child))
            else:
                if started and delimiter:
                    tokens.append(Token("text", delimiter, role="delimiter"))
                if child.role in _MARKED:
                    self.visit(child, locale)
                else:
                    self.formatted(child, locale)
            started = True

    def quotation(self, node: Node, locale: Locale, *, opening: bool) -> Token:
        """Return a quotation mark; one the language does not use stays as it was written."""
        written = node.role
        if written in _CLOSING and written not in self.marks:
            return Token("text", written if opening else _CLOSING[written])
        return Token("quote" if opening else "unquote", locale=locale, role=written)


def _open(locale: Locale, *, inner: bool = False) -> str:
    return locale.term("open-inner-quote" if inner else "open-quote") or "“‘"[inner]


def _mark_quotes(tokens: list[Token]) -> None:
    """Choose outer or inner marks: the opposite of those around."""
    inner: list[bool] = []
    for token in tokens:
        if token.kind == "quote":
            inner.append(not inner[-1] if inner else _begins_inner(token))
            token.text = _mark(token, "open", inner[-1])
        elif token.kind == "unquote":
            token.text = _mark(token, "close", inner.pop())


def _begins_inner(token: Token) -> bool:
    """Tell whether a quotation inside no other keeps the inner marks it was written with."""
    return bool(token.locale and token.role and token.role == _open(token.locale, inner=True))


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
    return tuple(stack[0].children)


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
