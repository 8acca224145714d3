"""``zhengming refs search``."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import session
from zhengming.cli.refs import common
from zhengming.cli.streams import print_text


@click.command()
@click.argument("query", nargs=-1, required=True)
@common.sources
def command(
    query: tuple[str, ...], refs: tuple[Path, ...], config_path: Path | None, isolated: bool
) -> int:
    """Find references by words of any field, also in pinyin. 检索文献，可用拼音。

    Words may be of title, author, journal, year or key. Exits with 1 when nothing is found.
    可用题名、作者、刊名、年份或引文键中的词；无结果时返回 1。
    """
    found = session.store(common.files(refs, config_path, isolated)).search(" ".join(query))
    print_text(common.listing(found))
    return 0 if found else 1
