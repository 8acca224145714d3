"""``zhengming glossary format``: glossary files in their one canonical form."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.cli.streams import note, print_text
from zhengming.glossary.format import format_file
from zhengming.glossary.load import SOURCES, assemble, read_file
from zhengming.glossary.loaded import glossary_files
from zhengming.messages import Message


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; exit with 1 if a file would change. 只检查，会改动时返回 1。",
)
@click.option(
    "--look-alikes",
    is_flag=True,
    help="Add drugs whose Chinese names are one character apart. 补全形近药名。",
)
def command(paths: tuple[Path, ...], check: bool, look_alikes: bool) -> int:
    """Sort and write glossary files in one way. 统一词库文件的排序与写法。

    Meaning stays as it is, but for --look-alikes. 除 --look-alikes 外不改变内容。
    """
    files = [file for path in paths for file in glossary_files(path)]
    texts = {file: read_file(file) for file in files}
    formatted = {file: format_file(text, str(file)) for file, text in texts.items()}
    if look_alikes:
        formatted |= _with_look_alikes(paths, files)
    changed = [file for file in files if formatted[file] != texts[file]]
    for file in changed:
        if not check:
            write_file(file, formatted[file].encode())
        print_text(f"{file}\n")
    note(
        Message(
            f"{len(changed)} of {len(files)} files {'would change' if check else 'changed'}",
            f"{len(files)} 个文件中{'会改动' if check else '已改动'} {len(changed)} 个",
        )
    )
    return int(check and bool(changed))


def _with_look_alikes(paths: tuple[Path, ...], files: list[Path]) -> dict[Path, str]:
    from dataclasses import replace

    from zhengming.glossary.canonical import format_concepts
    from zhengming.glossary.lint.look_alikes import neighbours

    concepts = list(assemble(paths).concepts.values())
    near = neighbours(concepts)
    full = [replace(c, look_alikes=tuple({*c.look_alikes, *near.get(c.id, ())})) for c in concepts]
    return {
        file: format_concepts(c for c in full if c.place[0] == str(file))
        for file in files
        if file.name != SOURCES
    }
