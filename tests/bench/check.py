"""How fast drafts are checked, by hand: ``python tests/bench/check.py FOLDER TERMS.tsv… [--peers]``.

FOLDER holds the drafts; each table (``variant<TAB>preferred``) is the project's own list of one run
of ``zhengming check --jobs 1``, default rules. Told are MB/s by CPU and by the clock, and the peak of
memory; on a busy machine only ratios within one run mean something. ``--peers`` runs autocorrect
(npm autocorrect-node) and textlint (with textlint-rule-prh), where they are on PATH, with the same
lists; exit code 124 means that the time ran out. POSIX only.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import zhengming
from zhengming.cli import session
from zhengming.config import Config
from zhengming.documents import SUFFIXES, read_document
from zhengming.text.projection import project_all

_PATIENCE = 600  # seconds that a peer may take
_ZHENGMING = (sys.executable, "-m", "zhengming", "check")
_QUIET = ("--jobs", "1", "--exit-zero", "--output-format", "concise")
Terms = Sequence[tuple[str, str]]


def main() -> None:
    """Run every table over the folder, ours first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("tables", type=Path, nargs="+")
    parser.add_argument("--peers", action="store_true")
    wanted = parser.parse_args()
    folder = wanted.folder.resolve()
    drafts = sorted(path for path in folder.rglob("*") if path.suffix in SUFFIXES)
    size = sum(path.stat().st_size for path in drafts) / 1e6
    print(f"{len(drafts)} files, {size:.1f} MB")
    for table in wanted.tables:
        terms = _terms(table)
        print(f"\n{len(terms)} terms")
        with tempfile.TemporaryDirectory() as directory:
            place = Path(directory)
            shutil.copy(table, place / "terms.tsv")
            (place / "zhengming.toml").write_text('glossary = ["terms.tsv"]\n', encoding="utf-8")
            (place / "a.md").write_text("患者口服洛拉替尼。\n", encoding="utf-8")
            for cache in ("cold", "warm"):
                _run(f"start, {cache} cache", [*_ZHENGMING, *_QUIET, "a.md"], place)
            _run("zhengming check", [*_ZHENGMING, *_QUIET, str(folder)], place, size)
            for name, command in _PEERS.items() if wanted.peers else ():
                if shutil.which(name):
                    _run(name, command(place, terms, folder), place, size)
                else:
                    print(f"{name:20} not on PATH")
    print()
    for table in wanted.tables:  # last, since what we hold counts as the children's peak
        _in_process(drafts, size, table)


def _terms(table: Path) -> Terms:
    with table.open(encoding="utf-8", newline="") as file:
        rows = [(row[0], row[1]) for row in csv.reader(file, delimiter="\t") if len(row) > 1]
    return rows[1:] if rows[0][0] == "variant" else rows


def _in_process(drafts: Sequence[Path], size: float, table: Path) -> None:
    """Projection and matching alone, by CPU."""
    matcher = session.names(Config(glossary=(table,))).matcher
    seconds, count = 0.0, 0
    for path in drafts:
        blocks = [block.text for block in read_document(path).blocks]
        started = time.process_time()
        count += sum(1 for one in project_all(blocks) for _ in matcher.find_in(one))
        seconds += time.process_time() - started
    print(f"project and match {table}: {size / seconds:.2f} MB/s CPU, {count} names")


def _run(name: str, command: Sequence[str], place: Path, size: float = 0) -> None:
    environment = os.environ | {"PYTHONPATH": str(Path(zhengming.__file__).parent.parent)}
    started = time.monotonic()
    with subprocess.Popen(
        ["timeout", str(_PATIENCE), *command],
        cwd=place,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    wall, cpu = time.monotonic() - started, used.ru_utime + used.ru_stime
    peak = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)
    speed = f"{size / cpu:6.2f} MB/s CPU, {size / wall:6.2f} MB/s" if size else " " * 31
    fault = f", exit code {process.returncode}" if process.returncode not in (0, 1) else ""
    print(f"{name:20} {speed}  {cpu:.2f} s CPU, {wall:.2f} s, {peak:.0f} MB{fault}")


def _autocorrect(place: Path, terms: Terms, folder: Path) -> list[str]:
    words = [f"{variant} = {preferred}" for variant, preferred in terms]
    settings = {"spellcheck": {"mode": 1, "words": words}}
    path = place / ".autocorrectrc"
    path.write_text(json.dumps(settings, ensure_ascii=False), encoding="utf-8")
    return ["autocorrect", "--lint", "--config", str(path), str(folder)]


def _textlint(place: Path, terms: Terms, folder: Path) -> list[str]:
    rules = [{"expected": preferred, "pattern": variant} for variant, preferred in terms]
    prh = {"version": 1, "rules": rules}  # YAML reads JSON
    (place / "prh.yml").write_text(json.dumps(prh, ensure_ascii=False), encoding="utf-8")
    path = place / ".textlintrc.json"
    settings = {"rules": {"prh": {"rulePaths": [str(place / "prh.yml")]}}}
    path.write_text(json.dumps(settings), encoding="utf-8")
    return ["textlint", "--config", str(path), str(folder)]


_PEERS: dict[str, Callable[[Path, Terms, Path], list[str]]] = {
    "autocorrect": _autocorrect,
    "textlint": _textlint,
}

if __name__ == "__main__":
    main()
