"""``zhengming glossary import``: names from elsewhere, reviewed before they are taken over."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.cli import options
from zhengming.cli.glossary import which
from zhengming.cli.language import say
from zhengming.cli.streams import complain, note, print_text
from zhengming.errors import UsageError
from zhengming.glossary.diff import Change
from zhengming.messages import Message, one_of

_ALL = "all"


@click.command(name="import")
@click.argument("path", metavar="FILE", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Put what is accepted into this YAML file of the project. 将接受的词条写入该文件。",
)
@click.option(
    "--accept",
    multiple=True,
    metavar="ID",
    help="Accept this concept, or all; may be repeated; on a terminal you are asked. 接受的词条编号或 all，可多次给出；在终端中逐条询问。",
)
@options.language
@which.glossary
def command(
    path: Path,
    output: Path | None,
    accept: tuple[str, ...],
    lang: str,
    layers: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Review names from a sheet, TBX, YAML, a UNII list or an own list. 导入并审核名称。

    Without -o nothing is written: exits with 1 when something would change.
    未给 -o 时不写文件；会有改动时返回 1。
    """
    from zhengming.glossary.exchange.reading import read_concepts
    from zhengming.glossary.own import with_concepts
    from zhengming.glossary.review import review

    glossary = which.load(layers, config_path, isolated).glossary
    incoming = read_concepts(path, glossary)
    found = review(glossary, incoming)
    if output is None:
        print_text(which.told(found.changes, lang))
        for conflict in found.conflicts:
            complain(conflict)
        counts = len(found.concepts), len(found.changes), len(found.conflicts)
        note(
            Message(
                "{} concepts read, {} would change, {} conflicts".format(*counts),
                "读入 {} 个词条，{} 个会改动，{} 处冲突".format(*counts),
            )
        )
        return int(bool(found.changes or found.conflicts))
    names = set(_accepted(found.changes, accept, lang))
    accepted = review(glossary, [concept for concept in incoming if concept.id in names])
    for conflict in accepted.conflicts:
        complain(conflict)
    if accepted.conflicts:
        note(
            Message(
                "nothing was written; settle the conflicts in the file, or leave the concepts out",
                "未写入；请先解决文件中的冲突，或不接受这些词条",
            )
        )
        return 2
    if names:
        write_file(output, with_concepts(output, accepted.concepts).encode())
    note(
        Message(
            f"{output}: {len(names)} of {len(found.changes)} changed concepts accepted",
            f"{output}: {len(found.changes)} 个有改动的词条中接受了 {len(names)} 个",
        )
    )
    return 0


def _accepted(changes: Sequence[Change], accept: tuple[str, ...], lang: str) -> Iterator[str]:
    known = {change.concept for change in changes}
    for name in accept:
        if name != _ALL and name not in known:
            raise UsageError(
                Message(f'nothing would change about "{name}"', f"“{name}”不会有改动"),
                hint=one_of(sorted(known)),
            )
    if not accept and not sys.stdin.isatty():
        raise UsageError(
            Message("nothing is accepted", "没有接受任何词条"),
            hint=Message(
                "--accept ID for each concept, or --accept all",
                "逐个写 --accept ID，或写 --accept all",
            ),
        )
    for change in changes:
        if accept:
            if _ALL in accept or change.concept in accept:
                yield change.concept
            continue
        print_text(which.told([change], lang))
        if click.confirm(say(Message("accept?", "接受？")), err=True):
            yield change.concept
