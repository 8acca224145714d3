"""The one way in which a glossary file is written: sorted, one name a line, quoted when it must be.

Two people who say the same write the same bytes, so that a change in meaning is all a diff shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zhengming.errors import ZhengmingError
from zhengming.glossary.model import LANGUAGES, Concept, Source, Term
from zhengming.messages import Message

_STATUS_ORDER = (
    "preferred", "admitted", "deprecated", "misspelling", "ambiguous", "brand", "code",
)  # fmt: skip
_GROUPS = {"brand": 1, "code": 2}
# What would end or change a scalar that is not quoted.
_UNSAFE = re.compile(r"^[\s!&*%@`'\"|>#=:]|^-(?=\s|$)|[\[\]{},?]|:(?=\s|$)|\s#|\s$|[^\S ]")
_UNWRITABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
# What other readers take for a truth value, nothing, a number or a date.
_TYPED = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|~|<<|\.nan|[-+]?\.inf"
    r"|[-+]?[\d_]*\.?[\d_]+(?:e[-+]?\d+)?|\d[\d_]*\.|0x[\da-f_]+|0o[0-7]+|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?"
    r"|\d{4}-\d\d?-\d\d?(?:[Tt\s]+\d\d?:.*)?)",
    re.IGNORECASE,
)


def format_concepts(concepts: Iterable[Concept]) -> str:
    """A glossary file with these concepts."""
    return _joined(_concept(concept) for concept in sorted(concepts, key=lambda c: c.id))


def format_sources(sources: Iterable[Source]) -> str:
    """A ``sources.yaml`` with these documents."""
    return _joined(_source(source) for source in sorted(sources, key=lambda s: s.id))


def sorted_terms(terms: Iterable[Term]) -> list[Term]:
    """Names, then brands, then codes; in a group by language, status and text."""
    return sorted(terms, key=_term_order)


def term_line(term: Term) -> str:
    """One name as it stands in a file."""
    fields = [("text", term.text), ("lang", term.lang), ("status", term.status)]
    if term.type != "fullForm":
        fields.append(("type", term.type))
    if term.setting:
        fields.append(("setting", term.setting))
    pairs = [f"{key}: {_scalar(value)}" for key, value in fields]
    if term.sources:
        pairs.append(f"sources: {_list(term.sources)}")
    return f"{{{', '.join(pairs)}}}"


def _term_order(term: Term) -> tuple[object, ...]:
    return (
        _GROUPS.get(term.status, 0),
        LANGUAGES.index(term.lang),
        _STATUS_ORDER.index(term.status),
        term.type != "fullForm",
        term.text.casefold(),
        term.text,
    )


def _joined(entries: Iterable[Iterator[str]]) -> str:
    return "\n".join("".join(f"{line}\n" for line in lines) for lines in entries)


def _concept(concept: Concept) -> Iterator[str]:
    yield f"- id: {_scalar(concept.id)}"
    yield f"  kind: {concept.kind}"
    if concept.targets:
        yield f"  targets: {_list(concept.targets)}"
    yield "  terms:"
    yield from (f"    - {term_line(term)}" for term in sorted_terms(concept.terms))
    yield from _lists(concept)
    if concept.phase:
        yield f"  phase: {_scalar(concept.phase)}"
    if concept.publication:
        pairs = (f"{key}: {_scalar(value)}" for key, value in sorted(concept.publication.items()))
        yield f"  publication: {{{', '.join(pairs)}}}"
    if concept.notes:
        yield f"  notes: {_scalar(concept.notes)}"
    if concept.specs:
        yield "  specs:"
    for spec in concept.specs:
        yield f"    - {{in: {_scalar(spec.given)}, out: {_scalar(spec.expected)}}}"


def _lists(concept: Concept) -> Iterator[str]:
    fields = (
        ("look_alikes", sorted(concept.look_alikes)),
        ("except", concept.exceptions),
        ("registry", concept.registry),
        ("drugs", concept.drugs),
    )
    return (f"  {name}: {_list(values)}" for name, values in fields if values)


def _source(source: Source) -> Iterator[str]:
    fields = ("id", "kind", "title", "publisher", "where", "market")
    lines = {name: _scalar(value) for name in fields if (value := getattr(source, name))}
    if source.year:
        lines["year"] = str(source.year)
    order = ("id", "kind", "title", "publisher", "year", "where", "market")
    found = (f"{name}: {lines[name]}" for name in order if name in lines)
    return (f"{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(found))


def _list(values: Sequence[str]) -> str:
    return f"[{', '.join(map(_scalar, values))}]"


def _scalar(text: str) -> str:
    if found := _UNWRITABLE.search(text):
        raise ZhengmingError(
            Message(
                f"a character that a glossary cannot hold: U+{ord(found.group()):04X}",
                f"词库不能包含的字符：U+{ord(found.group()):04X}",
            ),
            hint=Message("remove the control character or line break", "请删去控制字符或换行"),
        )
    if text and not _UNSAFE.search(text) and not _TYPED.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'"
