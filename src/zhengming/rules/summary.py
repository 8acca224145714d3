"""One finding instead of hundreds: the same small thing all over a document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from zhengming.rules.base import Draft, Finding, Fix, Message
from zhengming.text.edit import Edits

T = TypeVar("T")


def summarise(
    draft: Draft, places: Sequence[T], finding: Callable[[T], Finding], what: Message
) -> Sequence[Finding]:
    """A finding for each place, or one at the first when there are more than the policy's ``most``.

    Args:
        draft: whose policy says how many are too many.
        places: in order.
        finding: makes the finding of a place, with an unsafe fix.
        what: the things counted, as "ASCII punctuation marks between Chinese characters".
    """
    if len(places) <= draft.policy.most:
        return [finding(place) for place in places]

    def edits() -> Edits:
        fixes = (finding(place).fix for place in places)
        return tuple(edit for fix in fixes if fix for edit in fix.edits)

    count = len(places)
    message = Message(
        f"{count} {what.en} in this document, here the first",
        f"全文有{count}处{what.zh}，此为第一处",
    )
    return (finding(places[0])._replace(message=message, fix=Fix("unsafe", edits)),)
