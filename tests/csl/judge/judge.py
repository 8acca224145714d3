"""Compare our engine with citeproc-js, style by style, on the items of this project.

``PYTHONPATH=src python tests/csl/judge/judge.py STYLES --locales DIR --citeproc NODE_MODULES``
prints a line for each style that differs, with its first differences, and a count at the end.
A fault of citeproc-js that faults.py lists is no difference, but is counted.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clusters import clusters
from collation import Collation
from faults import corrected
from ours import render_document
from theirs import render_all

from zhengming.csl import CslError, Style

ITEMS = Path(__file__).parents[1] / "items"


@dataclass
class Verdict:
    """What came of one style: ``differences`` are (where, theirs, ours)."""

    style: str
    failure: str = ""
    faults: int = 0
    differences: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def same(self) -> bool:
        return not self.failure and not self.differences


def read_items(folder: Path) -> list[dict[str, Any]]:
    return [
        item for path in sorted(folder.glob("*.json")) for item in json.loads(path.read_bytes())
    ]


def squeezed(text: str) -> str:
    """Take out white space beside block tags and at the ends, make the rest single: layout."""
    return re.sub(r"\s+", " ", re.sub(r"\s*(</?div[^>]*>)\s*", r"\1", text)).strip()


def judge(
    paths: list[Path],
    locales: Path,
    citeproc: Path,
    cache: Path | None = None,
    folder: Path = ITEMS,
) -> list[Verdict]:
    items = read_items(folder)
    cited = clusters([item["id"] for item in items])
    loaded: list[tuple[Path, Style]] = []
    verdicts: list[Verdict] = []
    for path in paths:
        try:
            loaded.append((path, Style.load(path)))
        except CslError as error:
            verdicts.append(Verdict(path.stem, f"does not load: {error}"))
    theirs = render_all(
        [(path, style.style_class == "note") for path, style in loaded],
        items,
        cited,
        locales,
        citeproc,
        cache,
    )
    collate = Collation()
    for path, style in loaded:
        verdict = Verdict(path.stem)
        verdicts.append(verdict)
        expected = {"html": next(theirs), "text": next(theirs)}
        try:
            got = render_document(style, items, cited, locales, collate)
        except Exception as error:
            verdict.failure = f"fails: {type(error).__name__}: {error}"
        else:
            _compare_all(verdict, expected, got)
    return verdicts


def _compare_all(verdict: Verdict, expected: dict[str, Any], got: dict[str, Any]) -> None:
    for form, theirs in expected.items():
        if "error" in theirs:
            verdict.failure = f"citeproc-js fails: {theirs['error'].splitlines()[0]}"
            return
        if form == "html" and theirs["ids"] != got[form]["ids"]:
            verdict.differences.append(
                ("order", *_first_different(theirs["ids"], got[form]["ids"]))
            )
        for part in ("bibliography", "citations"):
            one, two = _rows(theirs, part), _rows(got[form], part)
            for key in {**one, **two}:
                _compare(verdict, f"{form} {part} {key}", one.get(key, "-"), two.get(key, "-"))


def _compare(verdict: Verdict, where: str, theirs: str, ours: str) -> None:
    one, two = squeezed(theirs), squeezed(ours)
    if one == two:
        return
    if two in corrected(one):
        verdict.faults += 1
    else:
        verdict.differences.append((where, theirs, ours))


def _rows(rendered: dict[str, Any], part: str) -> dict[str, str]:
    """Return entries by their item, citations by their number."""
    rows = rendered[part]
    return dict(
        zip(rendered["ids"] if part == "bibliography" else _numbers(rows), rows, strict=True)
    )


def _numbers(rows: list[str]) -> list[str]:
    return [str(number) for number in range(1, len(rows) + 1)]


def _first_different(one: list[str], two: list[str]) -> tuple[str, str]:
    """Show both orders from where they part."""
    start = next((i for i, pair in enumerate(zip(one, two, strict=False)) if pair[0] != pair[1]), 0)
    return ", ".join(one[start : start + 6]), ", ".join(two[start : start + 6])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("styles", type=Path, help="a folder of styles, or one style")
    parser.add_argument("--locales", type=Path, required=True)
    parser.add_argument("--citeproc", type=Path, required=True, help="the node_modules folder")
    parser.add_argument("--items", type=Path, default=ITEMS, help="a folder of CSL-JSON files")
    parser.add_argument("--show", type=int, default=1, metavar="N", help="differences to print")
    parser.add_argument("--cache", type=Path, help="a folder for what citeproc-js printed")
    options = parser.parse_args()
    one = options.styles.suffix == ".csl"
    paths = [options.styles] if one else sorted(options.styles.glob("*.csl"))
    verdicts = judge(paths, options.locales, options.citeproc, options.cache, options.items)
    for verdict in sorted(verdicts, key=lambda v: (bool(v.failure), len(v.differences))):
        if verdict.same:
            continue
        print(f"{verdict.style}: {verdict.failure or f'{len(verdict.differences)} differences'}")
        for where, theirs, ours in verdict.differences[: options.show]:
            print(f"  {where}\n    theirs {theirs}\n    ours   {ours}")
    exact = sum(v.same and not v.faults for v in verdicts)
    print(f"identical {sum(v.same for v in verdicts)} of {len(verdicts)} ({exact} to the letter)")
    return 0 if all(v.same for v in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
