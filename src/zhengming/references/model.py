"""A reference, whatever format it came from: a CSL-JSON item and where it was read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_KEY = re.compile(r"[^\s{}\"#%\\~,=，]+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One bibliographic entry.

    Attributes:
        id: the citation key.
        item: the entry as a CSL-JSON item (``id`` and ``type`` included); names are
            ``{"family", "given", …}`` or ``{"literal"}``, dates ``{"date-parts": [[y, m, d]]}``.
        path: the file it was read from, if any.
        line: 1-based line of the entry in that file.
    """

    id: str
    item: Mapping[str, Any]
    path: Path | None = None
    line: int | None = None


def is_key(text: str) -> bool:
    """Whether a text can be a citation key."""
    return bool(_KEY.fullmatch(text))
