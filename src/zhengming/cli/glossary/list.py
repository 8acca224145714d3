"""``zhengming glossary list``: the preferred names, one concept a line."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.glossary import which
from zhengming.cli.streams import print_text
from zhengming.glossary.evidence import GRADES
from zhengming.glossary.model import LANGUAGES, Concept, Term


@click.command()
@which.kinds
@click.option(
    "--lang",
    "langs",
    type=click.Choice(LANGUAGES),
    multiple=True,
    help="Only names in this language; may be repeated. 只列该语言的名称，可多次给出。",
)
@click.option(
    "--grade",
    "grades",
    type=click.Choice(tuple(GRADES)),
    multiple=True,
    help="Only preferred names of this grade; may be repeated. 只列该证据等级的首选名称，可多次给出。",
)
@options.output_format("human", "json")
@which.glossary
def command(
    kinds: tuple[str, ...],
    langs: tuple[str, ...],
    grades: tuple[str, ...],
    output_format: str,
    layers: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """List preferred names with their grades. 列出首选名称及其证据等级。"""
    glossary = which.load(layers, config_path, isolated).glossary
    rows = []
    for concept in which.chosen(glossary, kinds):
        terms = [term for term in concept.terms if _is_listed(term, langs, grades)]
        if terms:
            rows.append((concept, terms))
    if output_format == "json":
        from zhengming.glossary.exchange.json import write_json

        print_text(write_json(glossary, [concept for concept, _ in rows]))
    else:
        print_text(_human(rows))
    return 0


def _is_listed(term: Term, langs: tuple[str, ...], grades: tuple[str, ...]) -> bool:
    return (
        term.status == "preferred"
        and (not langs or term.lang in langs)
        and (not grades or term.evidence.grade in grades)
    )


def _human(rows: list[tuple[Concept, list[Term]]]) -> str:
    width = max((len(concept.id) for concept, _ in rows), default=0)
    return "".join(
        f"{concept.id:<{width}}  {concept.kind:<12}  "
        f"{' · '.join(f'{term.text} [{term.evidence.grade}]' for term in terms)}\n"
        for concept, terms in rows
    )
