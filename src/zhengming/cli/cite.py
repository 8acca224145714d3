"""``zhengming cite``: render the citations of a draft and its reference list."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.cli import options, session
from zhengming.cli.drafts import Drafts
from zhengming.cli.streams import note, print_bytes, warn
from zhengming.messages import Message


@click.command()
@click.argument("path", metavar="[DRAFT]", default="-")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file. 写入该文件。"
)
@options.stdin_filename
@options.citing
@options.project
def command(
    path: str,
    output: Path | None,
    stdin_filename: str,
    encoding: str | None,
    style_name: str | None,
    refs: tuple[Path, ...],
    style_options: dict[str, str],
    locale: str | None,
    locales: Path | None,
    links: bool,
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Turn [@key] into citations and append the reference list. 生成引用标注和参考文献表。

    A list that an earlier run made is replaced. 先前生成的参考文献表会被替换。
    """
    from zhengming.citations.draft import cite
    from zhengming.citations.styles import in_both, load_style

    config = session.settings(config_path, isolated)
    (document,) = Drafts((path,), stdin_filename, encoding).read_all()
    cited = cite(
        document,
        session.store(refs or config.refs),
        load_style(style_name or config.style, {**config.style_options, **style_options}, locales),
        locale,
        links=links,
    )
    for warning in cited.warnings:
        warn(in_both(warning))
    if not cited.keys:
        note(
            Message(
                f"{document.path}: no citations such as [@key] in this draft",
                f"{document.path}: 稿件中没有 [@key] 这样的引用",
            )
        )
    data = document.encode(cited.text)
    if output:
        write_file(output, data)
    else:
        print_bytes(data)
    return 0
