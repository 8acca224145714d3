"""``zhengming refs parse``: a written-out reference list back into entries."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options, session
from zhengming.cli.discovery import STDIN
from zhengming.cli.refs import common
from zhengming.cli.refs.import_ import tell_problems
from zhengming.cli.streams import print_text, read_stdin
from zhengming.references.exchange import FORMATS, read, write
from zhengming.references.keys import with_keys

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
@options.key_pattern
@options.project
def command(
    path: str, form: str, key_pattern: str | None, config_path: Path | None, isolated: bool
) -> int:
    """Read a plain GB/T 7714 or Vancouver list, and print its entries. 把参考文献表解析成条目。"""
    source = read_stdin() if path == STDIN else Path(path)
    imported = read(source, format="text", path=Path(path))
    lost = tell_problems(imported, Path(path))
    pattern = common.pattern(key_pattern, session.settings(config_path, isolated))
    print_text(write(with_keys(imported.references, pattern, kept=False), form))
    return 2 if lost else 0
