"""The collation of citeproc-js (ICU's), asked of node: the judge compares engines, not alphabets."""

from __future__ import annotations

import json
import subprocess
from functools import cache, cmp_to_key
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("collate.js")


class Collation:
    """Keys that compare as ICU compares their texts; one node process answers."""

    def __init__(self) -> None:
        self._node = subprocess.Popen(
            ["node", str(SCRIPT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
            bufsize=1,
        )
        self._compare = cache(self._ask)

    def __call__(self, text: str, language: str) -> Any:
        # citeproc-js makes a space "|", so that it compares word by word.
        words = f"{text.lower().replace(' ', '|')}|"
        return cmp_to_key(lambda a, b: self._compare(language, a, b))(words)

    def _ask(self, language: str, a: str, b: str) -> int:
        assert self._node.stdin is not None
        assert self._node.stdout is not None
        self._node.stdin.write(json.dumps([language, a, b]) + "\n")
        self._node.stdin.flush()
        return int(self._node.stdout.readline())
