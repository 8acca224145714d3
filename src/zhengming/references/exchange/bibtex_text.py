"""Text, titles with markup, and addresses as BibTeX field values."""

from __future__ import annotations

import re

from zhengming.references.exchange.values import one_line

_ESCAPED = {
    **{character: f"\\{character}" for character in "&%$#_{}"},
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "\u00a0": "~",
}
# Two of these in a row are a ligature in TeX: a dash, or a curly quotation mark.
_SPECIAL = re.compile(r"[&%$#_{}\\~^\u00a0]|-(?=-)|'(?=')|`(?=`)")
_SPAN = re.compile(
    r'<(?:(i|b|sup|sub)|span class="(nocase)"|span style="font-variant: ?(small-caps);?")>'
    r"|</(i|b|sup|sub|span)>"
)
_MACROS = {
    "i": "\\emph{",
    "b": "\\textbf{",
    "sup": "\\textsuperscript{",
    "sub": "\\textsubscript{",
    "small-caps": "\\textsc{",
    "nocase": "{",
}


def text(value: object) -> str:
    """Escape what TeX would act on; white space is one space, as BibTeX reads it anyway."""
    return _escaped(_line(value))


def _line(value: object) -> str:
    return "" if value is None else one_line(value)


def _escaped(plain: str) -> str:
    return _SPECIAL.sub(_escape, plain)


def _escape(found: re.Match[str]) -> str:
    return _ESCAPED.get(found[0], f"{found[0]}{{}}")


def rich(value: object) -> str:
    """Write CSL's markup as TeX's, ``<span class="nocase">`` as braces; unpaired tags are text."""
    title = _line(value)
    if not _paired(title):
        return text(title)
    pieces: list[str] = []
    closing: list[str] = []
    position = 0
    for tag in _SPAN.finditer(title):
        pieces.append(_escaped(title[position : tag.start()]))
        position = tag.end()
        if tag[4]:
            pieces.append(closing.pop())
            continue
        kind = tag[1] or tag[2] or tag[3]
        # {\emph…} would be one “special character” to BibTeX and protect nothing: {{\emph…}}.
        doubled = kind == "nocase" and title.startswith("<", position)
        pieces.append("{{" if doubled else _MACROS[kind])
        closing.append("}}" if doubled else "}")
    return "".join([*pieces, _escaped(title[position:])])


def _paired(title: str) -> bool:
    opened: list[str] = []
    for tag in _SPAN.finditer(title):
        if not tag[4]:
            opened.append(tag[1] or "span")
        elif not opened or opened.pop() != tag[4]:
            return False
    return not opened


def verbatim(value: object) -> str:
    """Write an address or identifier as it is; braces without their partner, percent-coded."""
    plain = _line(value).replace(" ", "")
    depth = 0
    for character in plain:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth < 0:
            break
    return plain if depth == 0 else plain.replace("{", "%7B").replace("}", "%7D")
