"""The styles that ship, by id and alias; ``styles/index.toml`` lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_DIRECTORY = Path(__file__).parent / "styles"


@dataclass(frozen=True, slots=True)
class ShippedStyle:
    """A style that ships.

    Attributes:
        id: stable name, and that of its file.
        kind: ``numeric``, ``author-date`` or ``note``.
        aliases: other names it answers to.
    """

    id: str
    title: str
    title_zh: str
    kind: str
    aliases: tuple[str, ...]


@cache
def shipped_styles() -> tuple[ShippedStyle, ...]:
    """All of them, in the order of the index."""
    index = tomllib.loads((_DIRECTORY / "index.toml").read_text(encoding="utf-8"))
    return tuple(
        ShippedStyle(id_, row["title"], row["title-zh"], row["kind"], tuple(row["aliases"]))
        for id_, row in index.items()
    )


def style_path(name: str) -> Path | None:
    """The file of a shipped style, by its id or an alias in any case; None if there is none."""
    wanted = name.lower()
    for style in shipped_styles():
        if wanted == style.id or wanted in style.aliases:
            return _DIRECTORY / f"{style.id}.csl"
    return None
