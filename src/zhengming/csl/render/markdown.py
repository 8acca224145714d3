"""Markdown (CommonMark); what it cannot say is written as inline HTML."""

from __future__ import annotations

import re

from zhengming.csl.richtext import Rich, Span

from .anchors import fragment

# Brackets only matter where they would make a link, underscores where they would make emphasis.
_SPECIAL = re.compile(r"[\\`*<]|(?<![^\W_])_|_(?![^\W_])|\](?=[(\[])")
_MARKS = {("font-style", "italic"): "*", ("font-weight", "bold"): "**"}


def render(rich: Rich, *, links: bool = False) -> str:
    """Return the text as Markdown."""
    return "".join(
        _SPECIAL.sub(r"\\\g<0>", part) if isinstance(part, str) else _span(part, links)
        for part in rich
    )


def _span(span: Span, links: bool) -> str:
    inner = render(span.children, links=links)
    if span.attribute in ("link", "anchor") and not links:
        return inner
    mark = _MARKS.get((span.attribute, span.value))
    if mark:
        return _emphasis(inner, mark)
    if span.attribute == "vertical-align" and span.value in ("sup", "sub"):
        return f"<{span.value}>{inner}</{span.value}>"
    if span.attribute == "link":
        return f"[{inner}]({_address(span.value)})"
    if span.attribute == "anchor":
        return f"[{inner}](#{fragment(span.value)})"
    if span.attribute == "font-variant" and span.value == "small-caps":
        return f'<span style="font-variant:small-caps">{inner}</span>'
    if span.attribute == "display" and span.value in ("block", "indent"):
        return f"\n\n{inner}\n\n"
    if span.attribute == "display" and span.value == "left-margin":
        return f"{inner.rstrip()} "
    return inner


def _address(value: str) -> str:
    """Return an address that no character of it can end early."""
    return f"<{value}>" if any(char in value for char in " ()") else value


def _emphasis(inner: str, mark: str) -> str:
    """Put marks next to letters: Markdown does not read them beside a space."""
    bare = inner.strip()
    if not bare:
        return inner
    at = inner.index(bare)
    return f"{inner[:at]}{mark}{bare}{mark}{inner[at + len(bare) :]}"
