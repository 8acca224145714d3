"""How quick a store of N entries is, by hand: ``python tests/bench/references.py [N]``.

Prints seconds of CPU and the peak of memory, first without and then with an index.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from zhengming.references.index import Index

T = TypeVar("T")
WORDS = ("alectinib", "crizotinib", "resistance", "survival", "phase", "outcomes", "brain")
HAN = ("间变性", "淋巴瘤", "激酶", "阳性", "肺癌", "一线", "治疗", "耐药", "机制", "研究")


def main() -> None:
    """Write a store into a temporary directory and time what a user waits for."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as directory:
        os.environ["ZHENGMING_CACHE_DIR"] = directory
        path = Path(directory) / "store.bib"
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_entries(count))
        print(f"{count} entries, {path.stat().st_size / 1e6:.1f} MB")
        index = _timed("index, cold", lambda: _open(path))
        _timed("index, warm", lambda: _open(path))
        _timed("60 keys", lambda: [index.get(f"k{n}") for n in range(60)])
        _timed("search 耐药", lambda: index.search("耐药", limit=50))
        _timed("search resistance", lambda: index.search("resistance", limit=50))
    print(f"peak of memory: {_peak():.0f} MB")


def _entries(count: int) -> Iterator[str]:
    choose = random.Random(7)
    return (
        f"@article{{k{n},\n  author = {{{_authors(choose)}}},\n"
        f"  title = {{{' '.join(choose.choices(WORDS, k=12))} {''.join(choose.choices(HAN, k=4))}}},\n"
        f"  journal = {{J Clin Oncol}},\n  year = {{{1990 + n % 35}}},\n  doi = {{10.1000/{n}}},\n"
        f"  abstract = {{{' '.join(choose.choices(WORDS, k=120))}}},\n}}\n\n"
        for n in range(count)
    )


def _authors(choose: random.Random) -> str:
    return " and ".join(f"Name{choose.randrange(999)}, A. B." for _ in range(choose.randint(1, 20)))


def _open(path: Path) -> Index:
    return Index.open([path])


def _timed(what: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    result = work()
    print(f"{what}: {time.process_time() - start:.3f} s")
    return result


def _peak() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
