"""``zhengming refs import``."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.refs import common
from zhengming.cli.refs.target import Target
from zhengming.cli.streams import complain, warn
from zhengming.errors import ZhengmingError
from zhengming.references.exchange import FORMATS, Import, read

_FORMATS = tuple(form.name for form in FORMATS)


@click.command()
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE..."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(_FORMATS),
    help="Format of the files (default: by their content). 文件格式（默认按内容判断）。",
)
@options.key_pattern
@options.into
@common.sources
def command(
    paths: tuple[Path, ...],
    form: str | None,
    key_pattern: str | None,
    into: Path | None,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Add what databases and reference managers export to a .bib file. 将导出的文献加入 .bib 文件。

    Every record becomes an entry or is told with its line; nothing in the file is changed but what
    is added at its end.
    每条记录或成为条目，或按行报告；文件中已有内容不变，新条目加在末尾。
    """
    target = Target.of(into, refs, key_pattern, config_path, isolated)
    imports = [(path, read(path, format=form)) for path in paths]
    lost = sum(tell_problems(imported, path) for path, imported in imports)
    target.append([imported for _, imported in imports])
    return 2 if lost else 0


def tell_problems(imported: Import, path: Path) -> int:
    """Tell what was not understood; how many records were lost over it."""
    for problem in imported.problems:
        if problem.lost:
            complain(ZhengmingError(problem.message, path=path, line=problem.line))
        else:
            warn(problem.message, f"{path}:{problem.line}")
    return sum(problem.lost for problem in imported.problems)
