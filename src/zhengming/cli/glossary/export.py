"""``zhengming glossary export``: the glossary in the form of another program."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.cli.glossary import which
from zhengming.cli.streams import note, print_bytes
from zhengming.errors import UsageError
from zhengming.messages import Message

_FORMATS = (
    "csv", "tsv", "xlsx", "tbx", "tmx", "json", "vale-accept", "vale-reject", "prh", "autocorrect",
)  # fmt: skip


@click.command()
@click.argument("form", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file. 写入该文件。"
)
@which.kinds
@which.glossary
def command(
    form: str,
    output: Path | None,
    kinds: tuple[str, ...],
    layers: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Export names as csv, tsv, xlsx, tbx, tmx, json or a word list. 导出词库。

    Word lists are vale-accept, vale-reject, prh and autocorrect. 后四种为用词表。
    """
    from zhengming.glossary.exchange.formats import EXPORTS

    export = EXPORTS[form]
    if export.binary and output is None and sys.stdout.isatty():
        raise UsageError(
            Message(f"{form} is not text", f"{form} 不是文本"),
            hint=Message(f"name a file: -o glossary.{form}", f"请指定文件：-o glossary.{form}"),
        )
    glossary = which.load(layers, config_path, isolated).glossary
    concepts = which.chosen(glossary, kinds)
    data = export.write(glossary, concepts)
    if output:
        write_file(output, data)
        note(Message(f"{output}: {len(concepts)} concepts", f"{output}: {len(concepts)} 个词条"))
    else:
        print_bytes(data)
    return 0
