"""The examples of GB/T 7714: BibTeX in, entries out; GBT7714.md argues each that differs."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from zhengming.csl import Processor, Style, render
from zhengming.csl.house import House, prepare, restyle
from zhengming.csl.shipped import find_shipped
from zhengming.references.bibtex import parse_bibtex

ARGUED = {
    "2025": {
        "7.1.1:4", "7.2.3:5", "8.5.3:8", "8.5.3:10", "8.13.1:4", "b.4:13", "b.4:20", "b.12:10",
    },
    "2015": {"4.6.2:2", "4.6.2:3", "6.1.1:3", "8.1.1:10", "8.2.3:5", "A.8:6"},
}  # fmt: skip
_LABEL = re.compile(r"^\[\d+\]")
_SPACE = re.compile(r"[\s\u3000]+")


def squeezed(entry: str) -> str:
    return _SPACE.sub("", entry)


def expected_entries(folder: Path, edition: str) -> dict[str, str]:
    lines = (folder / f"expected-{edition}-numeric.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def printed_entries(folder: Path, edition: str) -> dict[str, str]:
    shipped = find_shipped(f"gb7714-{edition}-numeric")
    assert shipped is not None
    house = House.read(shipped.options)
    style = Style.load(shipped.path, edit=partial(restyle, house=house))
    text = (folder / f"examples-{edition}.bib").read_text("utf-8")
    items = [prepare(reference.item, house) for reference in parse_bibtex(text)]
    processor = Processor(style, items)
    processor.include()
    return {
        entry.id.removeprefix("gbt7714."): _LABEL.sub("", render(entry.content, "text"))
        for entry in processor.finish().entries
    }


@pytest.mark.parametrize("edition", ["2025", "2015"])
def test_examples_of_the_standard(shared: Path, edition: str) -> None:
    folder = shared / "gbt7714"
    if not folder.is_dir():
        pytest.skip(f"the examples of the standard are not at {folder}")
    expected, printed = expected_entries(folder, edition), printed_entries(folder, edition)
    assert printed.keys() == expected.keys()
    different = {
        key for key, entry in expected.items() if squeezed(entry) != squeezed(printed[key])
    }
    assert different == ARGUED[edition]
    assert len(different) <= 0.03 * len(expected)
