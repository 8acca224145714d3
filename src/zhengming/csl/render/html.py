"""HTML, with the class names that CSL processors share."""

from __future__ import annotations

from zhengming.csl.richtext import Rich, Span

from .anchors import fragment

_TAGS = {
    ("font-style", "italic"): "i",
    ("font-weight", "bold"): "b",
    ("vertical-align", "sup"): "sup",
    ("vertical-align", "sub"): "sub",
}
_ESCAPES = str.maketrans({"&": "&#38;", "<": "&#60;", ">": "&#62;"})


def render(rich: Rich, *, links: bool = False) -> str:
    """Return the text as HTML inline content (blocks for ``display``)."""
    return "".join(
        part.translate(_ESCAPES) if isinstance(part, str) else _span(part, links) for part in rich
    )


def _span(span: Span, links: bool) -> str:
    inner = render(span.children, links=links)
    if span.attribute in ("link", "anchor") and not links:
        return inner
    tag = _TAGS.get((span.attribute, span.value))
    if tag:
        return f"<{tag}>{inner}</{tag}>"
    if span.attribute == "display":
        return f'<div class="csl-{span.value}">{inner}</div>'
    if span.attribute == "link":
        return f'<a href="{_attribute(span.value)}">{inner}</a>'
    if span.attribute == "anchor":
        return f'<a href="#{_attribute(fragment(span.value))}">{inner}</a>'
    return f'<span style="{span.attribute}:{span.value};">{inner}</span>'


def _attribute(value: str) -> str:
    return value.translate(_ESCAPES).replace('"', "&#34;")
