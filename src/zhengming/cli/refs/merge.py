"""``zhengming refs merge``: two entries of one file made one, without losing a value."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.refs import common, merging


@click.command()
@click.argument("keep", shell_complete=common.complete)
@click.argument("remove", shell_complete=common.complete)
@click.option(
    "--prefer",
    type=click.Choice(merging.SIDES),
    help="Whose value to take where the two differ (asked on a terminal). 冲突时取第一条还是第二条（在终端中会询问）。",
)
@options.into
@common.sources
def command(
    keep: str,
    remove: str,
    prefer: str | None,
    into: Path | None,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Merge the entry REMOVE into the entry KEEP. 将 REMOVE 条并入 KEEP 条。"""
    target = common.own_file(into, common.files(refs, config_path, isolated))
    texts = merging.Texts()
    plan = texts.plan((target, keep), (target, remove))
    texts.write(plan, merging.prefer(plan, prefer) if prefer else merging.ask(plan))
