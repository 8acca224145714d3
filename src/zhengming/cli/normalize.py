"""``zhengming normalize``: apply the safe fixes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.cli import options, session
from zhengming.cli.diff import unified
from zhengming.cli.drafts import Drafts
from zhengming.cli.streams import note, print_bytes, print_text
from zhengming.config import SCRIPTS
from zhengming.documents import Document
from zhengming.engine import Fixed, normalize
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message


@click.command()
@options.paths
@click.option("-w", "--write", is_flag=True, help="Write the files in place. 就地改写。")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file. 写入该文件。"
)
@options.dry_run
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="Also apply fixes that need your eye, such as punctuation. 同时应用须人工复核的修正，如标点。",
)
@click.option(
    "--to",
    type=click.Choice(SCRIPTS),
    help="Script of Chinese prose, and the place whose names and forms are wanted; keep leaves it alone. 中文字形及所用药名、字形的地区；keep 表示不转换。",
)
@options.rules
@options.project
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    encoding: str | None,
    write: bool,
    output: Path | None,
    diff: bool,
    check: bool,
    unsafe_fixes: bool,
    to: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Write preferred names and one Chinese script into drafts. 规范名称与用字。

    Only what documents prove is rewritten; code, maths, links, citation keys and reference lists
    stay as they are, byte for byte.
    只改写文献能证明的写法；代码、公式、链接、引用键和参考文献表一个字节也不动。
    """
    if sum((write, output is not None, diff, check)) > 1:
        raise UsageError(
            Message(
                "--write, --output, --diff and --check exclude each other",
                "--write、--output、--diff、--check 不能同时使用",
            ),
            hint=Message("give one", "只给其中一个"),
        )
    config = session.settings(config_path, isolated, select=select, ignore=ignore)
    config = replace(config, to=to or config.to)
    drafts = Drafts(paths, stdin_filename, encoding)
    if len(drafts) > 1 and not (write or diff or check):
        raise UsageError(
            Message(
                f"{len(drafts)} drafts cannot be printed as one",
                f"{len(drafts)} 份稿件无法合并输出",
            ),
            hint=Message(
                "add --write to change them in place, or --diff or --check to look first",
                "加 --write 就地改写，或先用 --diff、--check 查看",
            ),
        )
    names = session.names(config)
    changes = False
    for document in drafts:
        try:
            fixed = normalize(config.draft(document, names), config.selection, unsafe=unsafe_fixes)
            if diff:
                print_text(unified(document.path, document.text, fixed.text))
            elif check:
                _say(document, fixed)
            elif write:
                _write(document, fixed)
            elif output:
                write_file(output, fixed.data)
            else:
                print_bytes(fixed.data)
            changes = changes or bool(fixed.applied)
        except ZhengmingError as error:
            drafts.fail(error)
    return drafts.exit_code(changes and (diff or check))


def _say(document: Document, fixed: Fixed) -> None:
    if fixed.applied:
        note(
            Message(
                f"would change {document.path} ({len(fixed.applied)} places)",
                f"会改动 {document.path}（{len(fixed.applied)} 处）",
            )
        )


def _write(document: Document, fixed: Fixed) -> None:
    path = Path(document.path)
    if not path.exists():
        raise UsageError(
            Message("stdin cannot be written in place", "标准输入无法就地改写"),
            hint=Message("leave --write out", "去掉 --write"),
        )
    if fixed.applied:
        if _has_changed(path, document):
            raise ZhengmingError(
                Message("the file changed while it was worked on", "处理期间文件已被改动"),
                path=path,
                hint=Message("it was left as it is; run again", "文件保持原样，请重新运行"),
            )
        write_file(path, fixed.data)
        note(
            Message(
                f"changed {document.path} ({len(fixed.applied)} places)",
                f"已改动 {document.path}（{len(fixed.applied)} 处）",
            )
        )


def _has_changed(path: Path, document: Document) -> bool:
    """Whether the file is not what was read: somebody's newer words must not be lost."""
    try:
        return path.read_bytes() != document.encode(document.text)
    except OSError:
        return True
