"""``zhengming refs list``."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import session
from zhengming.cli.refs import common
from zhengming.cli.streams import print_text


@click.command()
@common.sources
def command(refs: tuple[Path, ...], config_path: Path | None, isolated: bool) -> None:
    """List all references, a line each. 列出全部文献。"""
    print_text(common.listing(session.store(common.files(refs, config_path, isolated))))
