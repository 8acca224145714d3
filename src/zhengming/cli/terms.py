"""``zhengming terms``: every known name in a text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

import click

from zhengming.cli import options, session
from zhengming.cli.drafts import Drafts
from zhengming.cli.streams import print_text
from zhengming.documents import Document
from zhengming.glossary.model import KINDS
from zhengming.report.json import mention, render_mentions
from zhengming.rules import Located

Found = list[tuple[Document, Located]]


@click.command()
@options.paths
@options.output_format("human", "json", "csv")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    help="Only names of this kind; may be repeated. 只列该类名称，可多次给出。",
)
@options.project
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    encoding: str | None,
    output_format: str,
    kinds: tuple[str, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """List every known name with its concept and place. 列出文中所有已知名称及其位置。"""
    config = session.settings(config_path, isolated)
    drafts = Drafts(paths, stdin_filename, encoding)
    names = session.names(config)
    found = [
        (document, located)
        for document in drafts
        for located in config.draft(document, names).mentions
        if not kinds or located.mention.sense.concept.kind in kinds
    ]
    render = {"human": _human, "json": render_mentions, "csv": _csv}[output_format]
    print_text(render(found))
    return drafts.exit_code(findings=False)


def _human(found: Iterable[tuple[Document, Located]]) -> str:
    rows = (mention(document, located) for document, located in found)
    return "".join(
        f"{row['path']}:{row['line']}:{row['column']}: {' '.join(row['surface'].split())} "
        f"→ {row['concept']} ({row['kind']}, {row['status']})\n"
        for row in rows
    )


def _csv(found: Iterable[tuple[Document, Located]]) -> str:
    out = io.StringIO(newline="")
    columns = (
        "path",
        "line",
        "column",
        "start",
        "end",
        "surface",
        "concept",
        "kind",
        "term",
        "status",
    )
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(mention(document, located) for document, located in found)
    return out.getvalue()
