"""``zhengming refs export``."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.cli import session
from zhengming.cli.refs import common
from zhengming.cli.streams import print_text
from zhengming.references.exchange import FORMATS, write

_WRITABLE = tuple(form.name for form in FORMATS if form.write)


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(_WRITABLE))
@click.argument("keys", nargs=-1, metavar="[KEY]...", shell_complete=common.complete)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file. 写入该文件。"
)
@common.sources
def command(
    form: str,
    keys: tuple[str, ...],
    output: Path | None,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Write references, or all of them, in another format. 以其他格式导出文献。"""
    store = session.store(common.files(refs, config_path, isolated))
    text = write([store.get(key) for key in keys] or list(store), form)
    if output:
        write_file(output, text.encode())
    else:
        print_text(text)
