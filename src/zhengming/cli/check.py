"""``zhengming check``: report findings."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options, session
from zhengming.cli.streams import print_text
from zhengming.engine import check
from zhengming.report import FINDINGS, Checked
from zhengming.rules import Draft


@click.command()
@options.paths
@options.output_format(*FINDINGS)
@options.language
@options.project
def command(
    paths: tuple[str, ...],
    stdin_filename: str,
    output_format: str,
    lang: str,
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Report names and characters that need attention. 检查名称与用字。

    Exits with 1 when there are findings.
    """
    config = session.settings(config_path, isolated)
    drafts = session.Drafts(paths, stdin_filename)
    names = session.names(config)
    checked = [Checked(d, check(Draft(d, names, config.to))) for d in drafts]
    if checked:
        print_text(FINDINGS[output_format](checked, lang))
    return drafts.exit_code(any(c.findings for c in checked))
