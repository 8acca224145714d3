"""``zhengming check``: report findings."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.baseline import Baseline, Known, name_of
from zhengming.cli import options, session
from zhengming.cli.discovery import STDIN
from zhengming.cli.drafts import Drafts
from zhengming.cli.parallel import Job, Result, results
from zhengming.cli.progress import progress
from zhengming.cli.streams import note, print_text
from zhengming.errors import ZhengmingError
from zhengming.messages import Message
from zhengming.report import FORMS, Tally, form_of
from zhengming.rules.across_files import Ledger, Odd


@click.command()
@options.paths
@options.output_format(*FORMS)
@options.rules
@click.option(
    "--refs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="The draft's own references: each has to be cited; may be repeated. 本稿专用的文献文件，每条都须被引用，可多次给出。",
)
@options.findings
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    default=lambda: os.cpu_count() or 1,
    help="Processes that share the files (default: one per core). 并行进程数（默认每核一个）。",
)
@options.language
@options.project
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    encoding: str | None,
    output_format: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    refs: tuple[Path, ...],
    baseline: Path | None,
    update_baseline: bool,
    exit_zero: bool,
    jobs: int,
    lang: str,
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Report names, characters and citations that need attention. 检查名称、用字与引用。

    Exits with 1 when there are findings. 有问题时返回 1。
    """
    config = session.settings(config_path, isolated, select=select, ignore=ignore)
    config = replace(config, fail_on="never" if exit_zero else fail_on or config.fail_on)
    drafts = Drafts(paths, stdin_filename, encoding)
    if not config.selection.rules():
        note(
            Message(
                "no rule runs: what is selected and ignored leaves none",
                "没有规则运行：选用与停用之后一条不剩",
            )
        )
    known = Baseline.load(baseline) if baseline and not update_baseline else None
    job = Job(config, output_format, lang, refs, baseline, known, encoding)
    found = _results(drafts, job, jobs)
    if update_baseline and baseline:
        _learn(baseline, drafts, found)
        return drafts.exit_code(findings=False)
    total = Tally()
    parts = (result.part for result in found)
    for piece in form_of(output_format).write(parts, total, lang):
        print_text(piece)
    return drafts.exit_code(total.fails(config.fail_on))


def _results(drafts: Drafts, job: Job, jobs: int) -> Iterator[Result]:
    """What came of each draft, then of all together; those that failed are told and left out."""
    if drafts.paths == [STDIN]:
        names = session.names(job.config)
        yield from (job.result(document, names) for document in drafts)
        return
    ledger = Ledger()
    found = progress(results(drafts.paths, job, jobs), len(drafts))
    for path, result in zip(drafts.paths, found, strict=True):
        if isinstance(result, ZhengmingError):
            drafts.fail(result)
        else:
            ledger.add(path, result.uses)
            yield result
    yield from _compared(drafts, job, ledger)


def _compared(drafts: Drafts, job: Job, ledger: Ledger) -> Iterator[Result]:
    """What shows only when all files have been read; the few concerned are read again."""
    odd: dict[str, list[Odd]] = defaultdict(list)
    for one in ledger.odd():
        odd[one.path].append(one)
    if not odd:
        return
    names = session.names(job.config)
    for path, ones in odd.items():
        try:
            yield job.compared(drafts.read(path), names, ones)
        except ZhengmingError as error:
            drafts.fail(error)


def _learn(path: Path, drafts: Drafts, found: Iterable[Result]) -> None:
    old = Baseline.load(path) if path.exists() else Baseline()
    learned: dict[str, Mapping[str, Known]] = {}
    for result in found:
        for name, known in result.learned.items():
            learned[name] = {**learned.get(name, {}), **known}
    new = old.joined(learned, (name_of(name, path) for name in drafts.paths))
    write_file(path, new.dumps().encode())
    count = sum(known.count for file in learned.values() for known in file.values())
    note(
        Message(
            f"{path} knows {count} findings in these files",
            f"{path} 已记录这些文件中的 {count} 处问题",
        )
    )
