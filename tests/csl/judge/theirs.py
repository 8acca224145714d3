"""Renders with citeproc-js (npm ``citeproc``, installed outside the project) through node."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from collections.abc import Iterator
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
    jobs = (
        {
            "style": str(style),
            "items": items,
            "clusters": clusters,
            "noteIndexed": notes,
            "format": form,
        }
        for style, notes in styles
        for form in ("html", "text")
    )
    environment = {**os.environ, "LOCALES": str(locales), "CITEPROC": str(citeproc)}
    lines = "".join(f"{json.dumps(job)}\n" for job in jobs)
    for line in _output(lines, environment, cache):
        result = json.loads(line)
        yield result


def _output(jobs: str, environment: dict[str, str], cache: Path | None) -> list[str]:
    """Run node, or take what it printed for the same jobs before."""
    stored = cache and cache / f"{hashlib.sha256((SCRIPT.read_text() + jobs).encode()).hexdigest()}"
    if stored and stored.exists():
        return stored.read_text("utf-8").splitlines()
    done = subprocess.run(
        ["node", str(SCRIPT)],
        input=jobs,
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=True,
    )
    if stored:
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_text(done.stdout, "utf-8")
    return done.stdout.splitlines()
