"""One finding instead of hundreds: the same small thing all over a document."""

from __future__ import annotations

from collections.abc import Sequence

from zhengming.rules.base import Draft, Finding, Fix, Message


def summarise(draft: Draft, findings: Sequence[Finding], what: Message) -> Sequence[Finding]:
    """The findings, or one at the first place when there are more than the policy's ``most``.

    Args:
        draft: whose policy says how many are too many.
        findings: of one rule, in order, each with an unsafe fix or none.
        what: the things counted, as "ASCII punctuation marks between Chinese characters".
    """
    if len(findings) <= draft.policy.most:
        return findings
    first, count = findings[0], len(findings)
    edits = tuple(edit for f in findings if f.fix for edit in f.fix.edits)
    message = Message(
        f"{count} {what.en} in this document, here the first",
        f"全文有{count}处{what.zh}，此为第一处",
    )
    fix = Fix("unsafe", edits) if edits else None
    return (Finding(first.rule, first.severity, first.span, message, fix, first.concept),)
