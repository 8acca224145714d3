"""REF502: papers that were retracted, by the user's own table."""

from __future__ import annotations

from collections.abc import Iterator

from zhengming.references.lint.base import Message, Problem, Rule, Severity, Shelf


def _retracted(shelf: Shelf) -> Iterator[Problem]:
    table = shelf.options.retractions
    for entry in shelf.entries if table else ():
        fields = {name.upper(): value for name, value in entry.fields.items()}
        found = table.find(fields) if table else None
        if found:
            message = Message(
                f"“{entry.key}”: {found.nature} ({found.date}; {found.reason})",
                f"“{entry.key}”：{found.nature}（{found.date}；{found.reason}）",
            )
            severity: Severity = "question"
            if found.nature.lower().startswith("retract"):
                severity = "error"
            yield entry.problem("REF502", severity, message)


REF502 = Rule(
    "REF502",
    Message("A paper that was retracted", "论文已撤稿"),
    Message(
        "Runs where a table of retractions was given. Corrections and expressions of concern are "
        "asked about: read them before citing.",
        "提供撤稿表后检查；更正和关切声明只提示，引用前请先阅读。",
    ),
    _retracted,
    failing=("@article{k, doi={10.1000/RETRACTED}}", "@article{k, pmid={99999999}}"),
    passing=("@article{k, doi={10.1000/sound}}",),
)

RULES = (REF502,)
