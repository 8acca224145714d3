"""``zhengming explain``: what a rule asks for, and why."""

from __future__ import annotations

import click

from zhengming.cli import options
from zhengming.cli.streams import print_text
from zhengming.errors import UsageError
from zhengming.report.model import say
from zhengming.rules import RULES


@click.command()
@click.argument("rule_id", metavar="RULE", required=False)
@options.language
def command(rule_id: str | None, lang: str) -> None:
    """Explain a rule, or list all of them. 解释规则。"""
    if rule_id is None:
        print_text("".join(f"{rule.id}  {say(rule.summary, lang)}\n" for rule in RULES))
        return
    rule = next((rule for rule in RULES if rule.id == rule_id.upper()), None)
    if rule is None:
        raise UsageError(
            f'there is no rule "{rule_id}"', hint="`zhengming explain` lists all rules"
        )
    parts = [f"{rule.id}: {say(rule.summary, lang)}\n\n{say(rule.explanation, lang)}\n"]
    for heading, texts in ((("Finds", "报告"), rule.failing), (("Passes", "通过"), rule.passing)):
        title = heading[lang == "zh"]
        parts += (f"\n{title}: {' '.join(text.split())}" for text in texts)
    print_text("".join(parts) + "\n")
