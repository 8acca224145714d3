"""Renders with citeproc-js (npm ``citeproc``, installed outside the project) through node."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from clusters import Cite

SCRIPT = Path(__file__).with_name("citeproc.js")


def render_all(
    styles: list[tuple[Path, bool]],
    items: list[dict[str, Any]],
    clusters: list[list[Cite]],
    locales: Path,
    citeproc: Path,
    cache: Path | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield, for each (style, is it a note style), its HTML and then its plain text."""
    jobs = [
        json.dumps(
            {
                "style": str(style),
                "items": items,
                "clusters": clusters,
                "noteIndexed": notes,
                "format": form,
            }
        )
        for style, notes in styles
        for form in ("html", "text")
    ]
    environment = {**os.environ, "LOCALES": str(locales), "CITEPROC": str(citeproc)}
    if cache is None:
        printed = iter(_run(jobs, environment))
    else:
        cache.mkdir(parents=True, exist_ok=True)
        printed = _remembered(jobs, environment, cache)
    for line in printed:
        yield json.loads(line)


def _remembered(jobs: Sequence[str], environment: dict[str, str], cache: Path) -> Iterator[str]:
    """Yield what was printed for the same jobs before; the others run first."""
    script = SCRIPT.read_text("utf-8")
    stored = [cache / hashlib.sha256(f"{script}{job}".encode()).hexdigest() for job in jobs]
    new = [index for index, path in enumerate(stored) if not path.exists()]
    for index, line in zip(new, _run([jobs[index] for index in new], environment), strict=True):
        stored[index].write_text(line, "utf-8")
    for path in stored:
        yield path.read_text("utf-8")


def _run(jobs: Sequence[str], environment: dict[str, str]) -> Iterator[str]:
    """Yield node's answers, a line for each job."""
    if not jobs:
        return
    done = subprocess.run(
        ["node", str(SCRIPT)],
        input="".join(f"{job}\n" for job in jobs),
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    yield from done.stdout.splitlines()
