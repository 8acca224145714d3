"""``zhengming refs duplicates``: what is, or may be, one work; and making it one entry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import click

from zhengming.cli import language, options, session
from zhengming.cli.refs import common, merging
from zhengming.cli.refs.merging import Place, Texts
from zhengming.cli.streams import complain, note, print_text
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message, same, say
from zhengming.references.duplicates import CERTAIN, Duplicate, find_duplicates
from zhengming.references.merging import MergePlan, richness
from zhengming.references.model import Reference

Pair: TypeAlias = tuple[Place, Place]

_QUESTION = Message("keep 1 or 2, s to skip, q to quit", "保留 1 或 2，s 跳过，q 退出")
_RULES = ("ask", "first", "complete")


@click.command()
@click.option(
    "--merge",
    "rule",
    is_flag=False,
    flag_value="ask",
    type=click.Choice(_RULES),
    help="Make one entry of two: ask about each pair (the default), or keep the first or the more complete one of those that are certain. 合并：逐对询问（默认），或对确定的重复保留第一条或较完整的一条。",
)
@options.language
@common.sources
def command(
    rule: str | None, lang: str, refs: tuple[Path, ...], config_path: Path | None, isolated: bool
) -> int:
    """List references that are, or may be, one work, with reasons. 查找重复文献。

    Exits with 1 when there are some, or when --merge leaves some. A merged entry takes every field
    that only the other one has; where the two differ, the kept one's value stays, and what goes is
    told.
    有重复（或合并后仍有重复）时返回 1。合并后的条目补入另一条独有的字段；两条不同之处取保留条的值，舍去的值会列出。
    """
    named = common.files(refs, config_path, isolated)
    found = find_duplicates(session.store(named))
    if rule:
        common.must_be_own(named)
        found = _merge_all(found, rule, lang)
    if rule != "ask":
        print_text("".join(_shown(pair, lang) for pair in found))
    return 1 if found else 0


def _merge_all(pairs: Sequence[Duplicate], rule: str, lang: str) -> list[Duplicate]:
    """Merge pair by pair; those that stay two."""
    if rule == "ask" and not merging.can_ask():
        raise UsageError(
            Message("there is nobody to ask", "无人可问"),
            hint=Message(
                "run it on a terminal, or add --merge first or complete",
                "请在终端中运行，或加 --merge first、--merge complete",
            ),
        )
    texts = merging.Texts()
    moved: dict[str, Place] = {}
    left: list[Duplicate] = []
    for number, pair in enumerate(pairs):
        places = _place(pair.first, moved), _place(pair.second, moved)
        if places[0] == places[1]:
            continue
        try:
            if rule == "ask":
                kept = _asked(texts, _shown(pair, lang), places)
            else:
                kept = _by_rule(texts, pair, places, rule)
        except ZhengmingError as error:
            complain(error)
            kept = None
        except click.Abort:
            return [*left, *pairs[number:]]
        if kept is None:
            left.append(pair)
        else:
            moved |= dict.fromkeys((pair.first.id, pair.second.id), kept)
    return left


def _by_rule(texts: Texts, pair: Duplicate, places: Pair, rule: str) -> Place | None:
    """Merge what is certain; the place of the kept entry."""
    if pair.score < CERTAIN:
        return None
    first, second = places
    richer = rule == "complete" and richness(texts.copy(*second)) > richness(texts.copy(*first))
    keep, remove = (second, first) if richer else (first, second)
    plan = texts.plan(keep, remove)
    texts.write(plan, merging.prefer(plan, "first"))
    return keep


def _asked(texts: Texts, shown: str, places: Pair) -> Place | None:
    """Show a pair and do as somebody says; the place of the kept entry.

    Raises:
        click.Abort: they have had enough.
    """
    plan, back = texts.plan(*places), texts.plan(*reversed(places))
    note(same(shown + _differences(plan, back)), nl=False)
    choices = click.Choice(("1", "2", "s", "q"))
    answer = click.prompt(
        language.say(_QUESTION), type=choices, default="s", show_choices=False, err=True
    )
    if answer == "q":
        raise click.Abort
    if answer == "s":
        return None
    chosen = plan if answer == "1" else back
    texts.write(chosen, merging.ask(chosen))
    return places[int(answer) - 1]


def _place(reference: Reference, moved: Mapping[str, Place]) -> Place:
    """Where an entry is now, after others were merged."""
    return moved.get(reference.id) or (reference.path or Path(), reference.id)


def _differences(plan: MergePlan, back: MergePlan) -> str:
    """What the two entries say differently, and what only one of them says."""
    lines = [
        f"  {name}\n    1  {one}\n    2  {two}\n" for name, (one, two) in plan.conflicts.items()
    ]
    lines += (f"  {name}\n    1  {value}\n" for name, value in back.additions.items())
    lines += (f"  {name}\n    2  {value}\n" for name, value in plan.additions.items())
    return "".join(lines)


def _shown(pair: Duplicate, lang: str) -> str:
    head = f"{pair.score:.2f}  {_named(pair.first)}  {_named(pair.second)}\n"
    return head + "".join(f"      {say(reason, lang)}\n" for reason in pair.reasons)


def _named(reference: Reference) -> str:
    return f"{reference.id} ({reference.path}:{reference.line})"
