"""The styles that ship, by id and alias; ``styles/styles.toml`` lists them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

_DIRECTORY = Path(__file__).parent / "styles"


@dataclass(frozen=True, slots=True)
class ShippedStyle:
    """A style that ships.

    Attributes:
        id: stable name, and that of its file.
        title: in English and, as ``title_zh``, in Chinese.
        kind: ``numeric``, ``author-date`` or ``note``.
        aliases: other names it answers to.
        options: the house rules it starts from.
    """

    id: str
    title: str
    title_zh: str
    kind: str
    aliases: tuple[str, ...]
    options: Mapping[str, Any]

    @property
    def path(self) -> Path:
        """Its file."""
        return _DIRECTORY / f"{self.id}.csl"


@cache
def shipped_styles() -> tuple[ShippedStyle, ...]:
    """All of them, in the order of the list."""
    listed = tomllib.loads((_DIRECTORY / "styles.toml").read_text(encoding="utf-8"))
    return tuple(
        ShippedStyle(
            id_,
            row["title"]["en"],
            row["title"]["zh"],
            row["kind"],
            tuple(row.get("aliases", ())),
            row.get("options", {}),
        )
        for id_, row in listed.items()
    )


def find_shipped(name: str) -> ShippedStyle | None:
    """The style with this id or alias, in any case; None if there is none."""
    wanted = name.lower()
    return next((s for s in shipped_styles() if wanted == s.id or wanted in s.aliases), None)
