"""``zhengming glossary search``: names by Chinese, pinyin, English, brand or code."""

from __future__ import annotations

import json
from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.glossary import which
from zhengming.cli.streams import note, print_text
from zhengming.messages import Message


@click.command()
@click.argument("query", metavar="NAME")
@which.kinds
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    default=20,
    show_default=True,
    help="Show no more than this. 最多显示的条数。",
)
@options.output_format("human", "json")
@which.glossary
def command(
    query: str,
    kinds: tuple[str, ...],
    limit: int,
    output_format: str,
    layers: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Search by Chinese, pinyin, English, brand or code. 按中文、拼音、英文、商品名或代号查询。

    Names that are merely near are marked so; they are other things. Exits with 1 when nothing fits.
    仅仅相近的名称另有标记，并非同一事物；无结果时返回 1。
    """
    from zhengming.glossary.exchange.json import record
    from zhengming.glossary.search import search

    glossary = which.load(layers, config_path, isolated).glossary
    hits = [
        hit
        for hit in search(glossary, query, limit=limit if not kinds else len(glossary.concepts))
        if not kinds or hit.concept.kind in kinds
    ][:limit]
    if output_format == "json":
        rows = [
            {"name": hit.term.text, "fits": hit.how, "concept": record(hit.concept)} for hit in hits
        ]
        print_text(json.dumps({"version": 1, "hits": rows}, ensure_ascii=False, indent=2) + "\n")
    else:
        for hit in hits:
            near = "near: " if hit.how == "near" else ""
            print_text(f"{near}{which.line(hit.concept, hit.term)}\n")
    if not hits:
        note(Message(f'no name like "{query}"', f"没有与“{query}”相近的名称"))
    return 0 if hits else 1
