"""How fast reference lists are printed, by hand: ``python tests/bench/citations.py STYLE…``.

Whole processes, in turn, best of N: CPU seconds and the peak of memory of ``zhengming bib`` and,
where they are installed, of pandoc and citeproc-py, on the same items, styles and machine. On a
busy machine only the ratios of one run mean something. ``--author-date`` styles print 2,000 items
of 40 surnames, which need telling apart. POSIX only.

The items are made here: half Chinese, six authors each.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

_FAMILIES = [
    "Smith",
    "Jones",
    "Garcia",
    "Muller",
    "Rossi",
    "Dubois",
    "Tanaka",
    "Kim",
    "Wang",
    "Zhang",
    "Chen",
    "Silva",
    "Novak",
    "Ivanov",
    "Larsen",
    "Patel",
    "Okafor",
    "Haddad",
    "Cohen",
    "Murphy",
]
_GIVEN = [
    "John",
    "Mary",
    "Wei",
    "Anna",
    "Luis",
    "Carla",
    "Hiro",
    "Min",
    "Peter",
    "Olga",
    "Ines",
    "Paul",
    "Rita",
    "Omar",
    "Eva",
    "Liam",
]
_HAN_FAMILIES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
_HAN_GIVEN = "伟芳娜敏静强磊军洋勇艳杰涛明超秀兰霞平刚"
_WORDS = [
    "risk",
    "cohort",
    "therapy",
    "trial",
    "insulin",
    "stroke",
    "renal",
    "outcome",
    "survival",
    "mortality",
    "gene",
]
_HAN_WORDS = [
    "糖尿病",
    "高血压",
    "患者",
    "随机",
    "对照",
    "试验",
    "疗效",
    "预后",
    "分析",
    "免疫",
    "肿瘤",
    "影像",
]

_CITEPROC_PY = """
import json, sys
from citeproc import CitationStylesBibliography, CitationStylesStyle, Citation, CitationItem
from citeproc import formatter
from citeproc.source.json import CiteProcJSON
items = json.load(open(sys.argv[2], encoding="utf-8"))
style = CitationStylesStyle(sys.argv[1], validate=False)
listed = CitationStylesBibliography(style, CiteProcJSON(items), formatter.html)
for item in items:
    listed.register(Citation([CitationItem(item["id"])]))
print("\\n".join(str(entry) for entry in listed.bibliography()))
"""


def main() -> None:
    """Time each program on each style."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("styles", nargs="*", type=Path, help="styles for 10,000 items")
    parser.add_argument("--author-date", nargs="*", default=[], type=Path, metavar="STYLE")
    parser.add_argument("--counts", nargs="*", type=int, default=[1_000, 10_000])
    parser.add_argument("--citeproc-py", metavar="PYTHON", help="a Python that has citeproc-py")
    parser.add_argument("--times", type=int, default=3)
    options = parser.parse_args()
    jobs = [(style, count) for style in options.styles for count in options.counts]
    jobs += [(style, 2_000) for style in options.author_date]
    with tempfile.TemporaryDirectory() as directory:
        for style, count in jobs:
            items = Path(directory, f"items-{count}.json")
            items.write_text(json.dumps(list(_items(count)), ensure_ascii=False), "utf-8")
            print(f"{style.stem}, {count} items")
            commands = dict(_commands(style.resolve(), items, options.citeproc_py))
            best = {name: (float("inf"), 0) for name in commands}
            for _ in range(options.times):
                for name, command in commands.items():
                    best[name] = min(best[name], _run(command))
            own = best["zhengming"][0]
            for name, (seconds, peak) in best.items():
                print(f"  {name:12} {seconds:7.2f} s CPU {seconds / own:6.2f}× {peak:5} MB")


def _items(count: int) -> Iterator[dict[str, Any]]:
    choose = random.Random(7714)
    for number in range(count):
        chinese = bool(number % 2)
        words = choose.choices(_HAN_WORDS if chinese else _WORDS, k=6 if chinese else 9)
        first = choose.randint(1, 2000)
        yield {
            "id": f"k{number}",
            "type": "article-journal",
            "language": "zh-CN" if chinese else "en-US",
            "author": [_author(choose, chinese) for _ in range(6)],
            "title": ("" if chinese else " ").join(words).capitalize() + f" {number}",
            "container-title": "中华医学杂志" if chinese else "New England Journal of Medicine",
            "issued": {"date-parts": [[choose.randint(1995, 2025), choose.randint(1, 12)]]},
            "volume": str(choose.randint(1, 400)),
            "issue": str(choose.randint(1, 24)),
            "page": f"{first}-{first + 9}",
            "DOI": f"10.1000/x.{number}",
        }


def _author(choose: random.Random, chinese: bool) -> dict[str, str]:
    if chinese:
        given = choose.choice(_HAN_GIVEN) + choose.choice(_HAN_GIVEN)
        return {"family": choose.choice(_HAN_FAMILIES), "given": given}
    given = f"{choose.choice(_GIVEN)} {choose.choice('ABCDEFGHJKLM')}."
    return {"family": choose.choice(_FAMILIES), "given": given}


def _commands(
    style: Path, items: Path, citeproc_py: str | None
) -> Iterator[tuple[str, Sequence[str]]]:
    own = [sys.executable, "-m", "zhengming", "bib", "--refs", str(items), "--style", str(style)]
    yield "zhengming", [*own, "--output-format", "html"]
    if shutil.which("pandoc"):
        draft = items.with_suffix(".md")
        draft.write_text(f"---\nbibliography: {items}\nnocite: '@*'\n---\n\nText.\n", "utf-8")
        yield "pandoc", ["pandoc", "--citeproc", f"--csl={style}", str(draft), "--to=html"]
    if citeproc_py:
        script = items.with_name("citeproc_py.py")
        script.write_text(_CITEPROC_PY, "utf-8")
        # It opens a style by its path without the suffix.
        yield "citeproc-py", [citeproc_py, str(script), str(style.with_suffix("")), str(items)]


def _run(command: Sequence[str]) -> tuple[float, int]:
    """Return the CPU seconds of a process and its peak of memory in MB."""
    process = os.posix_spawnp(
        command[0],
        command,
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, usage = os.wait4(process, 0)
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


if __name__ == "__main__":
    main()
