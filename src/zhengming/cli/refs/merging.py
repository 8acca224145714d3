"""Merging two entries on disk: values are asked for, chosen by a side, and told if dropped."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import click

from zhengming.cli.language import say
from zhengming.cli.refs import common
from zhengming.cli.streams import note
from zhengming.messages import Message, same
from zhengming.references.bibtex.editing import BibText
from zhengming.references.merging import Copy, MergePlan, merge, plan_merge
from zhengming.references.store import unknown_key
from zhengming.text.edit import apply_edits

Place: TypeAlias = tuple[Path, str]  # a file and a key in it

SIDES = ("first", "second")


class Texts:
    """The .bib files that merging works on, each read once and again after it was written."""

    def __init__(self) -> None:
        self._texts: dict[Path, BibText] = {}

    def find(self, paths: Sequence[Path], key: str) -> Place:
        """The file that an entry stands in.

        Raises:
            UsageError: it is in none of them.
        """
        known: list[str] = []
        for path in paths:
            keys = [block.key for block in self._text(path).blocks if block.is_entry]
            if key in keys:
                return path, key
            known += keys
        raise unknown_key(key, known)

    def copy(self, path: Path, key: str) -> Copy:
        """An entry of a file."""
        return Copy(self._text(path), key)

    def plan(self, keep: Place, remove: Place) -> MergePlan:
        """What becomes of two entries; see ``plan_merge``."""
        return plan_merge(self.copy(*keep), self.copy(*remove))

    def _text(self, path: Path) -> BibText:
        if path not in self._texts:
            self._texts[path] = BibText(common.read_bib(path))
        return self._texts[path]

    def write(self, plan: MergePlan, choices: Mapping[str, str]) -> None:
        """Merge, and say which value of a conflict went."""
        kept, gone = merge(plan, choices)
        edits = {plan.keep.text: kept}
        edits[plan.remove.text] = (*edits.get(plan.remove.text, ()), *gone)
        paths = {text: path for path, text in self._texts.items()}
        # What is added is written before what goes, so that a failure between the two loses nothing.
        for text, changes in edits.items():
            new = apply_edits(text.text, changes)
            if new != text.text:
                common.save(paths[text], text.text, new)
                self._texts[paths[text]] = BibText(new)
        for name, (one, other) in plan.conflicts.items():
            dropped = other if choices[name] == one else one
            note(
                Message(
                    f"{plan.keep.key}: {name} is “{choices[name]}”, no longer “{dropped}”",
                    f"{plan.keep.key}: {name} 为“{choices[name]}”，不再是“{dropped}”",
                )
            )
        note(
            Message(
                f"{plan.remove.key} is now {plan.keep.key}: change its citations in your drafts",
                f"{plan.remove.key} 现为 {plan.keep.key}：请改动稿件中的引用",
            )
        )


def prefer(plan: MergePlan, side: str) -> dict[str, str]:
    """The values of one side for every conflict."""
    return {name: values[SIDES.index(side)] for name, values in plan.conflicts.items()}


def ask(plan: MergePlan) -> dict[str, str]:
    """A value for each conflict as somebody chooses; none where nobody can be asked."""
    if not can_ask():
        return {}
    choices = {}
    for name, values in plan.conflicts.items():
        note(same(f"{name}:\n  1 {values[0]}\n  2 {values[1]}"))
        take = click.prompt(
            say(Message("take", "取")), type=click.IntRange(1, 2), default=1, err=True
        )
        choices[name] = values[take - 1]
    return choices


def can_ask() -> bool:
    """Whether somebody sits at a terminal."""
    return sys.stdin.isatty()
