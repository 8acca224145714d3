"""``zhengming glossary diff``: two states of a glossary compared in words."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.glossary import which
from zhengming.cli.streams import print_text
from zhengming.glossary.load import assemble


@click.command()
@click.argument("before", metavar="A", type=click.Path(path_type=Path))
@click.argument("after", metavar="B", type=click.Path(path_type=Path))
@options.language
def command(before: Path, after: Path, lang: str) -> int:
    """Say in words how glossary B differs from A. 用文字说明两个词库的差异。

    A and B are files or folders. Exits with 1 when they differ. 可为文件或文件夹；有差异时返回 1。
    """
    from zhengming.glossary.diff import differences

    changes = differences(assemble([before]).concepts, assemble([after]).concepts)
    print_text(which.told(changes, lang))
    return int(bool(changes))
