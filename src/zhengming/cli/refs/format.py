"""``zhengming refs format``: one layout for .bib files, when it is asked for."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.diff import unified
from zhengming.cli.refs import common
from zhengming.cli.streams import note, print_text
from zhengming.errors import UsageError
from zhengming.messages import Message
from zhengming.references.bibtex.formatting import format_bibtex
from zhengming.references.files import bibliography_files


@click.command()
@click.option("-w", "--write", is_flag=True, help="Write the files in place. 就地改写。")
@options.dry_run
@click.option(
    "--sort",
    is_flag=True,
    help="Also sort entries by key, within what headings and macros part. 同时按键排序（不越过标题和宏）。",
)
@common.sources
def command(
    write: bool,
    diff: bool,
    check: bool,
    sort: bool,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Lay out .bib files in one way. 统一 .bib 文件的版式。

    Order of fields, columns and braces change; comments, macros, the text of values and the order of
    entries stay. No other command does this.
    只改字段顺序、对齐和定界符；注释、宏、字段内容和条目顺序不变。其他命令从不这样做。
    """
    if sum((write, diff, check)) > 1:
        raise UsageError(
            Message(
                "--write, --diff and --check exclude each other",
                "--write、--diff、--check 不能同时使用",
            ),
            hint=Message("give one", "只给其中一个"),
        )
    named = common.files(refs, config_path, isolated)
    common.must_be_own(named)
    paths = list(bibliography_files(named))
    if len(paths) > 1 and not (write or diff or check):
        raise UsageError(
            Message(
                f"{len(paths)} files cannot be printed as one", f"{len(paths)} 个文件无法合并输出"
            ),
            hint=Message(
                "add --write to change them in place, or --diff or --check to look first",
                "加 --write 就地改写，或先用 --diff、--check 查看",
            ),
        )
    changes = False
    for path in paths:
        text = common.read_bib(path)
        new = format_bibtex(text, path, sort=sort)
        if not (write or diff or check):
            print_text(new)
        elif new != text:
            changes = True
            _tell(path, text, new, write, diff)
    return int(changes and not write)


def _tell(path: Path, text: str, new: str, write: bool, diff: bool) -> None:
    if diff:
        print_text(unified(path, text, new))
    elif write:
        common.save(path, text, new)
        note(Message(f"changed {path}", f"已改动 {path}"))
    else:
        note(Message(f"would change {path}", f"会改动 {path}"))
