"""``zhengming explain``: what a rule asks for, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import click

from zhengming.cli import options
from zhengming.cli.streams import print_text
from zhengming.errors import UsageError
from zhengming.messages import Message, say
from zhengming.rules import RULES, Rule

if TYPE_CHECKING:
    from zhengming.references.lint import Rule as ReferenceRule

Explained: TypeAlias = "Rule | ReferenceRule"


@click.command()
@click.argument("rule_id", metavar="RULE", required=False)
@options.language
def command(rule_id: str | None, lang: str) -> None:
    """Explain a rule, or list all of them. 解释规则。"""
    from zhengming.references.lint import RULES as REFERENCE_RULES

    rules: tuple[Explained, ...] = (*RULES, *REFERENCE_RULES)
    if rule_id is None:
        print_text("".join(f"{rule.id}  {say(rule.summary, lang)}\n" for rule in rules))
        return
    rule = next((rule for rule in rules if rule.id == rule_id.upper()), None)
    if rule is None:
        raise UsageError(
            Message(f'there is no rule "{rule_id}"', f"没有规则“{rule_id}”"),
            hint=Message("`zhengming explain` lists all rules", "`zhengming explain` 列出全部规则"),
        )
    parts = [f"{rule.id}: {say(rule.summary, lang)}\n\n{say(rule.explanation, lang)}\n"]
    for heading, texts in ((("Finds", "报告"), rule.failing), (("Passes", "通过"), rule.passing)):
        title = heading[lang == "zh"]
        parts += (f"\n{title}: {' '.join(text.split())}" for text in texts)
    print_text("".join(parts) + "\n")
