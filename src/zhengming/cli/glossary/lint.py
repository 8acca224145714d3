"""``zhengming glossary lint``: everything wrong with a glossary, and how good it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from zhengming import builtin
from zhengming.cli import options, session
from zhengming.cli.glossary import which
from zhengming.cli.language import say
from zhengming.cli.streams import hint_line, note, print_text
from zhengming.errors import ZhengmingError
from zhengming.glossary.evidence import GRADES
from zhengming.glossary.load import assemble, read_file
from zhengming.glossary.loaded import glossary_files
from zhengming.messages import Message

if TYPE_CHECKING:
    from zhengming.glossary.lint.report import Report


@click.command()
@click.option(
    "--report",
    "wants_report",
    is_flag=True,
    help="Print grades and gaps as well. 同时输出证据等级与缺项。",
)
@options.language
@which.glossary
def command(
    wants_report: bool,
    lang: str,
    layers: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Check names, evidence, look-alikes and form. 核查名称、证据、易混名与格式。

    Exits with 1 when something is wrong. 有问题时返回 1。
    """
    from zhengming.glossary.lint import lint

    if layers:
        glossary = assemble(layers)
    else:
        config = session.settings(config_path, isolated)
        layers = (builtin.data_directory("glossary"), *config.glossary)
        glossary = assemble(layers, disabled=config.disable)
    found = [*lint(glossary), *_unformatted(layers)]
    for fault in found:
        print_text(f"{fault.place}: {say(fault.message)}\n")
        if fault.hint:
            print_text(f"{hint_line(fault.hint)}\n")
    if wants_report:
        from zhengming.glossary.lint.report import report

        print_text("".join(f"{line}\n" for line in _report(report(glossary), lang == "zh")))
    note(
        Message(
            f"{len(glossary.concepts)} concepts, {len(found)} faults",
            f"{len(glossary.concepts)} 个词条，{len(found)} 处错误",
        )
    )
    return int(bool(found))


def _unformatted(layers: tuple[Path, ...]) -> Iterator[ZhengmingError]:
    from zhengming.glossary.format import format_file

    for path in (path for layer in layers for path in glossary_files(layer)):
        if path.suffix != ".yaml":
            continue
        text = read_file(path)
        try:
            if format_file(text, str(path)) != text:
                yield ZhengmingError(
                    Message("not in canonical form", "写法不统一"),
                    path=path,
                    hint=Message(
                        f"run `zhengming glossary format {path}`",
                        f"请运行 `zhengming glossary format {path}`",
                    ),
                )
        except ZhengmingError as error:
            yield error


def _report(report: Report, chinese: bool) -> Iterator[str]:
    yield ("preferred names by grade", "首选名称的证据等级")[chinese]
    yield f"  {'':<12} {'':<5} {'':>6}" + "".join(f"{g:>6}" for g in GRADES) + "   ≥ B"
    for row in report.rows:
        counts = "".join(f"{row.grades.get(grade, 0):>6}" for grade in GRADES)
        yield f"  {row.kind:<12} {row.lang:<5} {row.total:>6}{counts} {row.good:>5.1f}%"
    yield f"{('concepts', '词条')[chinese]}: {_counts(report.concepts)}"
    yield f"{('documents', '文献')[chinese]}: {_counts(report.documents)}"
    safe = ", ".join(f"{variant} → {name}" for variant, name in report.rewrites)
    yield f"{('safe rewrites', '可改写')[chinese]}: {len(report.rewrites)}{f' ({safe})' if safe else ''}"
    yield f"{('variants asked about', '只提问的异写')[chinese]}: {len(report.asked)}"
    yield f"{('gaps', '缺项')[chinese]}: {len(report.gaps)}"
    for gap in report.gaps:
        yield f"  {gap.what[chinese]}: {len(gap.ids)} ({', '.join(gap.ids)})"


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counts.items())
