"""``zhengming refs search``."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import session
from zhengming.cli.refs import common
from zhengming.cli.streams import note, print_text
from zhengming.messages import Message


@click.command()
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="N",
    default=200,
    show_default=True,
    help="How many to show, the newest first. 最多显示几条，新的在前。",
)
@common.sources
def command(
    query: tuple[str, ...],
    limit: int,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Find references by words of any field, also in pinyin. 检索文献，可用拼音。

    Words may be of title, author, journal, year or key. Exits with 1 when nothing is found.
    可用题名、作者、刊名、年份或引文键中的词；无结果时返回 1。
    """
    store = session.store(common.files(refs, config_path, isolated), to_search=True)
    found = store.search(" ".join(query), limit + 1)
    print_text(common.listing(found[:limit]))
    if len(found) > limit:
        note(
            Message(
                f"more than {limit} are found: add a word, or --limit {10 * limit}",
                f"结果多于 {limit} 条：请增加检索词，或加 --limit {10 * limit}",
            )
        )
    return 0 if found else 1
