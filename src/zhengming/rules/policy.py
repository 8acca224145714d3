"""What a project may decide about rules; every default suits a mainland manuscript."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FirstMention = Literal["drug", "trial"]


@dataclass(frozen=True, slots=True)
class Policy:
    """Choices that rules ask for.

    Attributes:
        most: findings of one mechanical kind that are told one by one in a document; beyond
            that there is one summary.
        first_mention: kinds of names that are explained where they first stand: a drug by its
            name in the other language, a trial by its registry number.
    """

    most: int = 5
    first_mention: frozenset[FirstMention] = frozenset()
