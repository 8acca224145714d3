"""Is any code in real Markdown files taken for prose? Asked of pandoc, which knows each place.

    python tests/bench/markdown_protection.py DIRECTORY [PANDOC]

Compares our prose with the code and maths that ``pandoc -f commonmark_x+sourcepos`` finds in every
.md, .qmd and .markdown file below the directory, and its words with what we protect. Files with
tabs are left out, since the two count their columns differently. Exits with 1 on a leak.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from zhengming.documents import parse_document
from zhengming.errors import ZhengmingError

_LINE_END = re.compile(r"\r\n|\r|\n")
_PLACE = re.compile(r"(\d+):(\d+)-(\d+):(\d+)")
_CODE = {"Code", "CodeBlock", "Math"}


def main(directory: Path, pandoc: str = "pandoc") -> int:
    count: Counter[str] = Counter()
    for path in sorted(directory.rglob("*")):
        if path.suffix in (".md", ".qmd", ".markdown") and path.is_file():
            count.update(compare(path, pandoc))
    for name, figure in sorted(count.items()):
        print(f"{name:40}{figure:12,}")
    return int(count["leaked characters of code"] > 0)


def compare(path: Path, pandoc: str) -> Counter[str]:
    data = path.read_bytes()
    try:
        document = parse_document(str(path), data)
    except ZhengmingError:
        return Counter({"files that are no UTF-8 text": 1})
    if "\t" in document.text:
        return Counter({"files with tabs": 1})
    command = [pandoc, "-f", "commonmark_x+sourcepos", "-t", "json"]
    run = subprocess.run(command, input=document.text.encode(), capture_output=True, check=False)
    if run.returncode:
        return Counter({"files that pandoc refuses": 1})
    text = document.text
    starts = [0, *(match.end() for match in _LINE_END.finditer(text)), len(text)]
    code, words = set[int](), set[int]()
    for kind, place in elements(json.loads(run.stdout)["blocks"], ""):
        (code if kind in _CODE else words).update(offsets(place, starts))
    prose = {at for block in document.blocks for span in block.prose() for at in range(*span)}
    lists = {at for span in document.references for at in range(span.start, span.end)}
    code = {at for at in code if not text[at].isspace()}
    words = {at for at in words - code if text[at].isalnum()}
    leaks = sorted(code & prose)
    if leaks:
        line, column = document.lines.position(leaks[0])
        print(f"{path}:{line}:{column}: {document.lines.line(line)[:100]}")
    return Counter(
        {
            "files compared": 1,
            "characters of code": len(code),
            "leaked characters of code": len(leaks),
            "characters of words": len(words),
            "protected characters of words": len(words - prose - lists),
        }
    )


def elements(node: Any, place: str) -> Iterator[tuple[str, str]]:
    """Code, maths and words, each with its place."""
    if isinstance(node, list):
        for child in node:
            yield from elements(child, place)
    elif isinstance(node, dict) and "t" in node:
        kind, content = node["t"], node.get("c")
        if kind in ("Span", "Div", "Code", "CodeBlock"):
            place = next((v for k, v in reversed(content[0][2]) if k == "data-pos"), place)
        if kind in (*_CODE, "Str"):
            yield kind, place
        yield from elements(content, place)


def offsets(place: str, starts: list[int]) -> Iterator[int]:
    for line, column, last_line, last_column in _PLACE.findall(place):
        end = starts[min(int(last_line), len(starts)) - 1] + int(last_column) - 1
        yield from range(starts[int(line) - 1] + int(column) - 1, min(end, starts[-1]))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
