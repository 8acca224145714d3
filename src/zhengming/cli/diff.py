"""What would change in a file, as a patch."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import PurePath


def unified(path: PurePath | str, before: str, after: str) -> str:
    """A unified diff; a last line without an end is marked as git marks it."""
    old, new = (text.splitlines(keepends=True) for text in (before, after))
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(old, new, f"a/{path}", f"b/{path}")
    )
