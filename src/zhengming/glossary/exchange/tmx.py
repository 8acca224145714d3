"""TMX 1.4: the preferred names as units of a translation memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from zhengming import __version__
from zhengming.glossary.model import LANGUAGES, Concept, Term

_HEAD = f"""\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="zhengming" creationtoolversion="{__version__}" segtype="phrase"
          o-tmf="zhengming" adminlang="en" srclang="*all*" datatype="plaintext"/>
  <body>
"""


def write_tmx(concepts: Iterable[Concept]) -> str:
    """One unit for each concept and type of name that has a preferred form in two languages."""
    lines = (line for concept in concepts for line in _units(concept))
    return _HEAD + "".join(f"    {line}\n" for line in lines) + "  </body>\n</tmx>\n"


def _units(concept: Concept) -> Iterator[str]:
    for kind in ("fullForm", "abbreviation"):
        names = {
            term.lang: term
            for term in concept.terms
            if term.status == "preferred" and term.type == kind and term.lang != "zxx"
        }
        if len(names) > 1:
            yield from _unit(concept, kind, names)


def _unit(concept: Concept, kind: str, names: dict[str, Term]) -> Iterator[str]:
    unit = concept.id if kind == "fullForm" else f"{concept.id}.{kind}"
    yield f"<tu tuid={quoteattr(unit)}>"
    yield f'  <prop type="kind">{concept.kind}</prop>'
    for lang in LANGUAGES:
        if lang in names:
            yield f'  <tuv xml:lang="{lang}">'
            yield f'    <prop type="grade">{names[lang].evidence.grade}</prop>'
            yield f"    <seg>{escape(names[lang].text)}</seg>"
            yield "  </tuv>"
    yield "</tu>"
