"""``zhengming refs merge``: two entries of one file made one, without losing a value."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.refs import common
from zhengming.cli.streams import note
from zhengming.references.bibtex.editing import BibText
from zhengming.references.merging import merge, plan_merge
from zhengming.text.edit import apply_edits

_SIDES = ("first", "second")


@click.command()
@click.argument("keep")
@click.argument("remove")
@click.option(
    "--prefer",
    type=click.Choice(_SIDES),
    help="Whose value to take where the two differ (asked on a terminal). 冲突时取第一条还是第二条（在终端中会询问）。",
)
@options.into
@common.sources
def command(
    keep: str,
    remove: str,
    prefer: str | None,
    into: Path | None,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> None:
    """Merge the entry REMOVE into the entry KEEP. 将 REMOVE 条并入 KEEP 条。"""
    target = common.own_file(into, common.files(refs, config_path, isolated))
    text = BibText(common.read_bib(target))
    plan = plan_merge(text, keep, remove)
    edits = merge(text, plan, _choices(plan.conflicts, prefer))
    common.save(target, text.text, apply_edits(text.text, edits))
    note(f"{target}: {remove} is now {keep}; change citations of {remove} in your drafts")


def _choices(conflicts: Mapping[str, tuple[str, str]], prefer: str | None) -> dict[str, str]:
    """A value for each field in which they differ; none where nobody can be asked."""
    if prefer:
        return {name: values[_SIDES.index(prefer)] for name, values in conflicts.items()}
    if not sys.stdin.isatty():
        return {}
    choices = {}
    for name, values in conflicts.items():
        note(f"{name}:\n  1 {values[0]}\n  2 {values[1]}")
        choices[name] = values[click.prompt("take", type=click.IntRange(1, 2), err=True) - 1]
    return choices
