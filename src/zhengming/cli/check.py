"""``zhengming check``: report findings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click

from zhengming.cli import options, session
from zhengming.cli.discovery import STDIN
from zhengming.cli.parallel import Job, parts
from zhengming.cli.progress import progress
from zhengming.cli.streams import print_text
from zhengming.config import FAIL_ON, Config
from zhengming.errors import ZhengmingError
from zhengming.report import FORMS, Part, Tally
from zhengming.rules.selection import SEVERITIES


@click.command()
@options.paths
@options.output_format(*FORMS)
@options.rules
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help="Least severity that exits with 1 (default: question). 导致退出码 1 的最低级别。",
)
@click.option(
    "--refs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The draft's own references: each has to be cited. 本稿专用的文献文件。",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 despite findings. 有问题也返回 0。")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=lambda: os.cpu_count() or 1,
    help="Processes that share the files (default: one a core). 并行进程数。",
)
@options.language
@options.project
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    refs: tuple[Path, ...],
    exit_zero: bool,
    jobs: int,
    lang: str,
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Report names, characters and citations that need attention. 检查名称、用字与引用。

    Exits with 1 when there are findings.
    """
    config = session.settings(config_path, isolated, select=select, ignore=ignore)
    config = replace(config, fail_on="never" if exit_zero else fail_on or config.fail_on)
    drafts = session.Drafts(paths, stdin_filename)
    job = Job(config, output_format, lang, refs)
    total = Tally()
    for piece in FORMS[output_format].write(_good(_parts(drafts, job, jobs), drafts), total, lang):
        print_text(piece)
    return drafts.exit_code(_fails(config, total))


def _parts(drafts: session.Drafts, job: Job, jobs: int) -> Iterable[Part | ZhengmingError]:
    if drafts.paths == [STDIN]:
        names = session.names(job.config)
        return [job.part(document, names) for document in drafts]
    return progress(parts(drafts.paths, job, jobs), len(drafts))


def _good(found: Iterable[Part | ZhengmingError], drafts: session.Drafts) -> Iterator[Part]:
    for part in found:
        if isinstance(part, ZhengmingError):
            drafts.fail(part)
        else:
            yield part


def _fails(config: Config, total: Tally) -> bool:
    if config.fail_on == "never":
        return False
    grave = SEVERITIES[: SEVERITIES.index(config.fail_on) + 1]
    return any(total.severities[severity] for severity in grave)
