"""``zhengming glossary show``: one concept with its names, their grades and documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.glossary import which
from zhengming.cli.streams import print_text
from zhengming.errors import UsageError
from zhengming.glossary.evidence import DOCUMENT_KINDS, GRADES, marketed
from zhengming.glossary.model import SETTINGS, Concept, Glossary, Source, Term
from zhengming.glossary.rewrite import variant_target
from zhengming.messages import Message, same

_FIELDS = (
    ("targets", "targets", "靶点"),
    ("look_alikes", "look-alikes", "易混名称"),
    ("exceptions", "not in", "例外"),
    ("registry", "registry", "注册号"),
    ("drugs", "drugs", "药物"),
)


@click.command()
@click.argument("name", metavar="ID|NAME")
@options.output_format("human", "json")
@options.language
@which.glossary
def command(
    name: str,
    output_format: str,
    lang: str,
    layers: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Show a name with its grade and documents. 显示名称、证据等级与文献。"""
    from zhengming.glossary.search import find_concepts, search

    glossary = which.load(layers, config_path, isolated).glossary
    concepts = find_concepts(glossary, name)
    if not concepts:
        near = ", ".join(f"{hit.term.text} ({hit.concept.id})" for hit in search(glossary, name, 3))
        raise UsageError(
            Message(f'there is no name "{name}" in the glossary', f"词库中没有“{name}”这一名称"),
            hint=Message(f"near, and not the same: {near}", f"相近但不是同一名称：{near}")
            if near
            else same("`zhengming glossary list`"),
        )
    if output_format == "json":
        from zhengming.glossary.exchange.json import write_json

        print_text(write_json(glossary, concepts))
    else:
        print_text("\n".join(_human(concept, glossary, lang == "zh") for concept in concepts))
    return 0


def _human(concept: Concept, glossary: Glossary, chinese: bool) -> str:
    return "".join(f"{line}\n" for line in _lines(concept, glossary, chinese))


def _lines(concept: Concept, glossary: Glossary, chinese: bool) -> Iterator[str]:
    numbers = {
        source: number
        for number, source in enumerate(
            dict.fromkeys(source for term in concept.terms for source in term.sources), 1
        )
    }
    yield f"{concept.id} ({concept.kind})"
    for field, *labels in _FIELDS:
        if values := getattr(concept, field):
            yield f"  {labels[chinese]}: {', '.join(values)}"
    if concept.kind == "drug":
        shown = "".join(f"[{numbers[source]}]" for source in marketed(concept, glossary.sources))
        unknown = ("no document here shows it", "词库无文献证明")[chinese]
        yield f"  {('on the market in China', '已在中国上市')[chinese]}: {shown or unknown}"
    if concept.phase:
        yield f"  {('phase', '试验分期')[chinese]}: {concept.phase}"
    if concept.publication:
        parts = (f"{key.upper()} {value}" for key, value in concept.publication.items())
        yield f"  {('publication', '首篇论文')[chinese]}: {', '.join(parts)}"
    if concept.notes:
        yield f"  {('note', '备注')[chinese]}: {concept.notes}"
    yield ""
    width = max(which.columns(term.text) for term in concept.terms)
    for term in concept.terms:
        cited = "".join(f"[{numbers[source]}]" for source in term.sources)
        fate = _fate(concept, term, chinese)
        name = which.padded(term.text, width)
        yield f"  {term.evidence.grade}  {name}  {term.lang:<5}  {term.status:<11}  {cited}{fate}".rstrip()
    yield ""
    for grade in sorted({term.evidence.grade for term in concept.terms}):
        yield f"  {grade}: {GRADES[grade][chinese]}"
    for source, number in numbers.items():
        yield f"  [{number}] {_document(glossary.sources[source], chinese)}"


def _fate(concept: Concept, term: Term, chinese: bool) -> str:
    """What the tool does with a name that it does not just find and keep."""
    if term.setting:
        english, where = SETTINGS[term.setting]
        return (f"  a name {english}", f"  {where}识别")[chinese]
    if term.status == "ambiguous":
        return ("  asked about: it has several meanings", "  一名多指，只提问")[chinese]
    if not term.is_variant:
        return ""
    target = variant_target(concept, term)
    if target:
        return (f"  rewritten as {target.text}", f"  改写为{target.text}")[chinese]
    return ("  asked about, not rewritten", "  只提问，不改写")[chinese]


def _document(source: Source, chinese: bool) -> str:
    kind = DOCUMENT_KINDS[source.kind]
    parts = (source.title, source.publisher, str(source.year or ""))
    told = ", ".join(part for part in parts if part)
    return f"{told} ({kind.zh if chinese else kind.en}). {source.where}".rstrip(". ")
