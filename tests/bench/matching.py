"""How fast are parsing, projection and matching, each alone?

    python tests/bench/matching.py DIRECTORY RULES.json

DIRECTORY holds Markdown files; RULES.json is a list of [preferred, [variant, …]].
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import daachorse

from zhengming.documents import parse_document
from zhengming.text.projection import Projection, project


def main(directory: Path, rules: Path) -> None:
    files = [(str(path), path.read_bytes()) for path in sorted(directory.glob("*.md"))]
    size = sum(len(data) for _, data in files) / 1e6
    texts = [data.decode() for _, data in files]
    forms = (form for better, worse in json.loads(rules.read_bytes()) for form in (better, *worse))
    patterns = sorted({project(form).text for form in forms})
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick(
        patterns, daachorse.MATCH_KIND_LEFTMOST_LONGEST
    )

    def find(projection: Projection) -> int:
        matches = automaton.find(projection.text)
        return sum(len(projection.positions(start, end)) for start, end, _ in matches)

    print(f"{len(files)} files, {size:.1f} MB, {len(patterns)} patterns; MB/s of CPU time")
    report("parse", size, lambda file: parse_document(*file), files)
    report("project", size, project, texts)
    report("match, with places", size, find, [project(text) for text in texts])
    report("project and match", size, lambda text: find(project(text)), texts)


def report(name: str, size: float, work: Callable[[Any], object], inputs: Iterable[Any]) -> None:
    start = time.process_time()
    for one in inputs:
        work(one)
    print(f"{name:20}{size / (time.process_time() - start):8.1f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
