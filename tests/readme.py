"""Print the Nth fenced ``sh`` block of a Markdown file: ``python readme.py README.md 1``."""

from __future__ import annotations

import re
import sys
from pathlib import Path


def shell_block(path: Path, number: int) -> str:
    """The text of the Nth (1-based) block fenced as ``sh``."""
    text = path.read_text(encoding="utf-8")
    return re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[number - 1].strip()


if __name__ == "__main__":
    print(shell_block(Path(sys.argv[1]), int(sys.argv[2])))
