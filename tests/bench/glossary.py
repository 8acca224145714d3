"""How long the built-in glossary takes to load, by hand: ``python tests/bench/glossary.py [TERMS]``.

Told are CPU seconds without a cache and with one, each the best of five, without the imports; with
TERMS also for a list of so many made-up names on top. The cache goes to a folder of its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

_RUNS = 5


def main() -> None:
    """Load cold, load warm, tell the best."""
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        os.environ["ZHENGMING_CACHE_DIR"] = str(place / "cache")
        _tell("built-in", (), place)
        if len(sys.argv) > 1:
            count = int(sys.argv[1])
            table = place / "terms.tsv"
            rows = (f"药名{number}号\t通用名{number}号\n" for number in range(count))
            table.write_text("variant\tpreferred\n" + "".join(rows), encoding="utf-8")
            _tell(f"with {count} rows", (table,), place)


def _tell(what: str, tables: tuple[Path, ...], place: Path) -> None:
    from zhengming.cli import session
    from zhengming.config import Config

    seconds: dict[str, list[float]] = {"cold": [], "warm": []}
    for _ in range(_RUNS):
        for file in (place / "cache").glob("*"):
            file.unlink()
        for state in seconds:
            started = time.process_time()
            loaded = session.names(Config(glossary=tables))
            seconds[state].append(time.process_time() - started)
            del loaded  # to let go of it is no part of loading
    print(f"{what}: " + ", ".join(f"{state} {min(took):.3f} s" for state, took in seconds.items()))


if __name__ == "__main__":
    main()
