"""ISO 30042 (TBX), dialect TBX-Basic in DCT style: what termbases and translators exchange.

TBX knows four administrative statuses. Ours that it does not know (misspelling, brand, code,
ambiguous), the setting of a name, and what a concept holds beside names, travel as notes ``zhengming:field=value``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from zhengming.errors import ZhengmingError
from zhengming.glossary.canonical import sorted_terms
from zhengming.glossary.exchange.fields import EXTRAS, concept_of, extras_of, known
from zhengming.glossary.exchange.xml import Element, parse_xml
from zhengming.glossary.model import KINDS, LANGUAGES, Concept, Term
from zhengming.glossary.place import error_at
from zhengming.messages import Message

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
     xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <tbxHeader>
    <fileDesc>
      <sourceDesc>
        <p>Exported from a zhengming glossary. A spelling aid, not a drug reference.</p>
      </sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL = "    </body>\n  </text>\n</tbx>\n"
_STATUSES = {
    "preferred": "preferredTerm-admn-sts",
    "admitted": "admittedTerm-admn-sts",
    "deprecated": "deprecatedTerm-admn-sts",
}
_NEAREST = {"misspelling": "deprecated"}  # the others are admitted
_READ = {tbx: status for status, tbx in _STATUSES.items()} | {
    "supersededTerm-admn-sts": "deprecated",
    "": "admitted",
}
_ABBREVIATED = ("abbreviation", "acronym", "shortForm")
_LANGUAGES = {"zh": "zh-CN", "zh-hans": "zh-CN", "zh-hant": "zh-TW", "en-us": "en", "en-gb": "en"}
_OURS = "zhengming:"


def write_tbx(concepts: Iterable[Concept]) -> str:
    """A TBX-Basic file."""
    lines = (line for concept in concepts for line in _entry(concept))
    return _HEAD + "".join(f"      {line}\n" for line in lines) + _TAIL


def _entry(concept: Concept) -> Iterator[str]:
    # An XML id does not start with a digit.
    mark = "_" if concept.id[:1].isdigit() else ""
    yield f"<conceptEntry id={quoteattr(mark + concept.id)}>"
    yield f"  <min:subjectField>{concept.kind}</min:subjectField>"
    for name, value in extras_of(concept).items():
        yield f"  {_note(name, value)}"
    for lang in LANGUAGES:
        terms = [term for term in sorted_terms(concept.terms) if term.lang == lang]
        if terms:
            yield f'  <langSec xml:lang="{lang}">'
            for term in terms:
                yield from (f"    {line}" for line in _term(term))
            yield "  </langSec>"
    yield "</conceptEntry>"


def _term(term: Term) -> Iterator[str]:
    status = term.status if term.status in _STATUSES else _NEAREST.get(term.status, "admitted")
    yield "<termSec>"
    yield f"  <term>{escape(term.text)}</term>"
    yield f"  <min:administrativeStatus>{_STATUSES[status]}</min:administrativeStatus>"
    yield f"  <basic:termType>{term.type}</basic:termType>"
    for source in term.sources:
        yield f"  <basic:source>{escape(source)}</basic:source>"
    if status != term.status:
        yield f"  {_note('status', term.status)}"
    if term.setting:
        yield f"  {_note('setting', term.setting)}"
    yield "</termSec>"


def _note(name: str, value: str) -> str:
    return f"<note>{_OURS}{name}={escape(value)}</note>"


def read_tbx(data: bytes, path: str) -> list[Concept]:
    """The concepts of a TBX file, ours or another program's, in DCT or DCA style.

    Raises:
        ZhengmingError: not TBX, or a value that cannot be.
    """
    root = parse_xml(data, path)
    if root.name not in ("tbx", "martif"):
        raise ZhengmingError(
            Message(f"not TBX: its root is <{root.name}>", f"不是 TBX：根元素为 <{root.name}>"),
            path=path,
            line=root.line,
            hint=Message("export as TBX", "请导出为 TBX"),
        )
    entries = [*root.below("conceptEntry"), *root.below("termEntry")]
    return [_concept(entry, path) for entry in entries]


def _concept(entry: Element, path: str) -> Concept:
    place = (path, entry.line)
    terms = [
        _read_term(section, _language(part, path), path)
        for part in (*entry.all("langSec"), *entry.all("langSet"))
        for section in (*part.all("termSec"), *part.all("tig"))
    ]
    notes = _notes(entry)
    kind = _value(entry, "subjectField")
    if not entry.attributes.get("id"):
        raise error_at(
            Message("an entry without an id", "词条没有 id"),
            place,
            Message("give each <conceptEntry> an id", "请给每个 <conceptEntry> 加上 id"),
        )
    extras = {name: notes[name] for name in EXTRAS if name in notes}
    concept_id = entry.attributes["id"].removeprefix("_")
    return concept_of(concept_id, kind if kind in KINDS else "term", terms, extras, place)


def _read_term(section: Element, lang: str, path: str) -> Term:
    place = (path, section.line)
    notes = _notes(section)
    status = notes.get("status") or _READ.get(_value(section, "administrativeStatus"), "")
    short = _value(section, "termType") in _ABBREVIATED
    return Term(
        section.first("term"),
        lang,
        known("status", status, place),
        tuple(source.text.strip() for source in _values(section, "source")),
        "abbreviation" if short else "fullForm",
        known("setting", notes.get("setting", ""), place),
        place,
    )


def _values(element: Element, name: str) -> Iterator[Element]:
    """A data category: an element of its name (DCT), or a typed element (DCA)."""
    return (c for c in element.children if name in (c.name, c.attributes.get("type")))


def _value(element: Element, name: str) -> str:
    return next((found.text.strip() for found in _values(element, name)), "")


def _notes(element: Element) -> dict[str, str]:
    notes = (note.text.strip() for note in element.all("note"))
    pairs = (note.removeprefix(_OURS).partition("=") for note in notes if note.startswith(_OURS))
    return {name: value for name, _, value in pairs}


def _language(section: Element, path: str) -> str:
    tag = section.attributes.get("xml:lang", "")
    lang = _LANGUAGES.get(tag.lower(), tag)
    if lang not in LANGUAGES:
        hint = Message(
            f"export only these languages: {', '.join(LANGUAGES)}",
            f"请只导出以下语言：{'、'.join(LANGUAGES)}",
        )
        raise error_at(
            Message(f'a glossary holds no names in "{tag}"', f"词库不收“{tag}”的名称"),
            (path, section.line),
            hint,
        )
    return lang
