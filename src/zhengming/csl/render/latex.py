"""LaTeX."""

from __future__ import annotations

from zhengming.csl.richtext import Rich, Span

from .anchors import label

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "\u00a0": "~",
    }
)
_ADDRESS = str.maketrans(
    {"%": r"\%", "#": r"\#", "\\": r"\%5C", "{": r"\%7B", "}": r"\%7D", " ": r"\%20"}
)
"""What hyperref wants escaped in an address: the rest it takes as it stands."""
_COMMANDS = {
    ("font-style", "italic"): "textit",
    ("font-style", "oblique"): "textsl",
    ("font-style", "normal"): "textup",
    ("font-weight", "bold"): "textbf",
    ("font-weight", "normal"): "textmd",
    ("font-variant", "small-caps"): "textsc",
    ("font-variant", "normal"): "textup",
    ("text-decoration", "underline"): "underline",
    ("vertical-align", "sup"): "textsuperscript",
    ("vertical-align", "sub"): "textsubscript",
}


def render(rich: Rich, *, links: bool = False) -> str:
    """Return the text as LaTeX."""
    return "".join(
        part.translate(_ESCAPES) if isinstance(part, str) else _span(part, links) for part in rich
    )


def _span(span: Span, links: bool) -> str:
    inner = render(span.children, links=links)
    if span.attribute in ("link", "anchor") and not links:
        return inner
    command = _COMMANDS.get((span.attribute, span.value))
    if command:
        return f"\\{command}{{{inner}}}"
    if span.attribute == "link":
        return f"\\href{{{span.value.translate(_ADDRESS)}}}{{{inner}}}"
    if span.attribute == "anchor":
        return f"\\hyperlink{{{label(span.value)}}}{{{inner}}}"
    if span.attribute == "display" and span.value in ("block", "indent"):
        return f"\\par {inner}\\par "
    return inner
