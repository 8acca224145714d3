"""``zhengming refs parse``: a written-out reference list back into entries."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli.discovery import STDIN
from zhengming.cli.refs.import_ import tell_problems
from zhengming.cli.streams import print_text, read_stdin
from zhengming.references.exchange import FORMATS, read, write

_WRITABLE = tuple(form.name for form in FORMATS if form.write)


@click.command()
@click.argument("path", default=STDIN, metavar="[FILE]")
@click.option(
    "--to",
    "form",
    type=click.Choice(_WRITABLE),
    default="bibtex",
    help="Form of the output. 输出格式。",
)
def command(path: str, form: str) -> int:
    """Read a plain GB/T 7714 or Vancouver list, and print its entries. 把参考文献表解析成条目。"""
    source = read_stdin() if path == STDIN else Path(path)
    imported = read(source, format="text", path=Path(path))
    lost = tell_problems(imported, Path(path))
    print_text(write(imported.references, form))
    return 2 if lost else 0
