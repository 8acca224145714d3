"""``zhengming refs duplicates``."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import session
from zhengming.cli.refs import common
from zhengming.cli.streams import print_text
from zhengming.references.duplicates import find_duplicates
from zhengming.references.model import Reference


@click.command()
@common.sources
def command(refs: tuple[Path, ...], config_path: Path | None, isolated: bool) -> int:
    """List references that are, or may be, one work, with reasons. 查找重复文献。

    Exits with 1 when there are some. 有重复时返回 1。
    """
    found = find_duplicates(session.store(common.files(refs, config_path, isolated)))
    for pair in found:
        print_text(
            f"{pair.score:.2f}  {_place(pair.first)}  {_place(pair.second)}\n"
            + "".join(f"      {reason}\n" for reason in pair.reasons)
        )
    return 1 if found else 0


def _place(reference: Reference) -> str:
    return f"{reference.id} ({reference.path}:{reference.line})"
