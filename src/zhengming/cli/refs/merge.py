"""``zhengming refs merge``: two entries made one, without losing a value."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli.refs import common, merging
from zhengming.references.files import bibliography_files


@click.command()
@click.argument("keep", shell_complete=common.complete)
@click.argument("remove", shell_complete=common.complete)
@click.option(
    "--prefer",
    type=click.Choice(merging.SIDES),
    help="Whose value to take where the two differ (asked on a terminal). 冲突时取第一条还是第二条（在终端中会询问）。",
)
@common.sources
def command(
    keep: str,
    remove: str,
    prefer: str | None,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Merge the entry REMOVE into the entry KEEP. 将 REMOVE 条并入 KEEP 条。"""
    named = common.files(refs, config_path, isolated)
    common.must_be_own(named)
    paths = list(bibliography_files(named))
    texts = merging.Texts()
    plan = texts.plan(texts.find(paths, keep), texts.find(paths, remove))
    texts.write(plan, merging.prefer(plan, prefer) if prefer else merging.ask(plan))
