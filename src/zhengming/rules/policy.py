"""What a project may decide about rules; every default suits a mainland manuscript."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Policy:
    """Choices that rules ask for.

    Attributes:
        most: findings of one mechanical kind that are told one by one in a document; beyond
            that there is one summary.
    """

    most: int = 5
