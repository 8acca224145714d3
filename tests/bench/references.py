"""How quick a large store is, whole processes beside those of peers, by hand.

``python tests/bench/references.py STORE.bib [STORE.bib…] [--peers PYTHON] [--pandoc PANDOC]``

Prints seconds of CPU (user and system, the best of three, once where a cache is cold) and the peak
of memory. PYTHON has bibtexparser and pybtex; both only read the file, as pandoc does for ``cite``.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

US = (sys.executable, "-m", "zhengming")
BIBTEXPARSER = "import sys, bibtexparser; bibtexparser.parse_file(sys.argv[1])"
PYBTEX = "import sys; from pybtex.database import parse_file; parse_file(sys.argv[1])"


def main() -> None:
    """Measure every store named on the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("stores", nargs="+", type=Path)
    parser.add_argument("--peers", default=sys.executable)
    parser.add_argument("--pandoc")
    options = parser.parse_args()
    for store in options.stores:
        keys = _keys(store)
        print(f"{store.name}: {len(keys)} entries, {store.stat().st_size / 1e6:.0f} MB")
        with tempfile.TemporaryDirectory() as directory:
            _measure(store.resolve(), keys, Path(directory), options.peers, options.pandoc)


def _keys(store: Path) -> list[str]:
    """Line by line: a process begins with the peak of memory of the one that started it."""
    with store.open(encoding="utf-8") as lines:
        return [found[1] for line in lines if (found := re.match(r"@\w+\{([^,\s]+),", line))]


def _measure(store: Path, keys: list[str], work: Path, peers: str, pandoc: str | None) -> None:
    os.environ["ZHENGMING_CACHE_DIR"] = str(work / "cache")
    chosen = random.Random(7).sample(keys, 60)
    draft = work / "draft.md"
    draft.write_text("".join(f"A sentence [@{key}].\n\n" for key in chosen), encoding="utf-8")
    refs = ("--refs", str(store))
    _told("bib KEY, cold", (*US, "bib", chosen[0], *refs), times=1)
    _told("bib KEY", (*US, "bib", chosen[0], *refs))
    _told("refs show KEY", (*US, "refs", "show", chosen[0], *refs))
    _told("refs search 耐药 机制", (*US, "refs", "search", "耐药", "机制", *refs))
    _told("cite, 60 keys", (*US, "cite", str(draft), *refs))
    _told("bibtexparser, reading alone", (peers, "-c", BIBTEXPARSER, str(store)), times=1)
    _told("pybtex, reading alone", (peers, "-c", PYBTEX, str(store)), times=1)
    if pandoc:
        cite = (pandoc, "--citeproc", "--bibliography", str(store), str(draft), "-t", "plain")
        _told("pandoc --citeproc, 60 keys", cite, times=1)


def _told(what: str, command: tuple[str, ...], times: int = 3) -> None:
    runs = [_run(command) for _ in range(times)]
    seconds = min(cpu for cpu, _, _ in runs)
    _, memory, code = runs[-1]
    print(f"  {what}: {seconds:.2f} s, {memory:.0f} MB" + (f", exit {code}" if code else ""))


def _run(command: tuple[str, ...]) -> tuple[float, float, int]:
    """Seconds of CPU, the peak of memory in MB, and the exit code of a process."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode


if __name__ == "__main__":
    main()
