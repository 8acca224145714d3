"""``zhengming refs show``."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import session
from zhengming.cli.refs import common
from zhengming.cli.streams import print_text
from zhengming.report.json import dump


@click.command()
@click.argument("keys", nargs=-1, required=True, metavar="KEY...", shell_complete=common.complete)
@common.sources
def command(
    keys: tuple[str, ...], refs: tuple[Path, ...], config_path: Path | None, isolated: bool
) -> None:
    """Show references with all their fields and their place. 显示文献的全部字段及所在位置。"""
    store = session.store(common.files(refs, config_path, isolated))
    for key in keys:
        reference = store.get(key)
        print_text(f"{reference.path}:{reference.line}\n{dump(dict(reference.item))}")
