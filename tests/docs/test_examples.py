"""The commands that the pages show do run, and print what the pages say they print."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from zhengming.citations.styles import load_style
from zhengming.cli import run
from zhengming.csl import render
from zhengming.csl.house.rules import CHOICES
from zhengming.csl.shipped import find_shipped
from zhengming.references.store import Store

from .markdown import Fenced, fenced
from .write import DOCS

HERE = Path(__file__).parent
SAMPLE = HERE.parent / "sample" / "draft.md"
REST = "…"


def _blocks(language: str) -> list[object]:
    """The blocks to run; a mark behind the language, such as "network", keeps one out."""
    return [
        pytest.param(block, id=f"{page.name}-{number}")
        for page in sorted(DOCS.glob("*.md"))
        for number, block in enumerate(fenced(page.read_text(encoding="utf-8")), 1)
        if block.language == language and not block.mark and "zhengming " in block.text
    ]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the examples name, and the folder to be in."""
    folder = tmp_path / "desk"
    shutil.copytree(HERE / "desk", folder)
    shutil.copy(SAMPLE, folder / "draft.md")
    for name, file in (("drafts", "draft.md"), ("glossary", "our-terms.yaml")):
        (folder / name).mkdir()
        shutil.copy(folder / file, folder / name)
    style = find_shipped("cma")
    assert style is not None
    shutil.copy(style.path, folder / "house.csl")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("LC_ALL", "C")
    return folder


class _Pipe:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

    def isatty(self) -> bool:
        return False


class _Shell:
    """Runs ``zhengming … | zhengming …`` without a shell, up to the first other program."""

    def __init__(self, patch: pytest.MonkeyPatch, captured: pytest.CaptureFixture[bytes]) -> None:
        self._patch, self._captured = patch, captured

    def __call__(self, line: str) -> tuple[int, str, str]:
        status, out, told = 0, b"", ""
        for part in line.split(" | "):
            name, *arguments = shlex.split(part, comments=True)
            if name != "zhengming":
                break
            self._patch.setattr(sys, "stdin", _Pipe(out))
            status = run(arguments)
            out, err = self._captured.readouterr()
            told += err.decode()
        return status, out.decode(), told


@pytest.fixture
def shell(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> _Shell:
    return _Shell(monkeypatch, capfdbinary)


@pytest.mark.parametrize("block", _blocks("sh"))
def test_a_shown_command_runs(block: Fenced, shell: _Shell) -> None:
    for line in block.text.splitlines():
        if line.startswith("zhengming "):
            status, _, told = shell(line)
            assert status in (0, 1), f"{line}\n{told}"
            assert "error:" not in told


@pytest.mark.parametrize("block", _blocks("console"))
def test_a_shown_output_is_what_the_command_prints(block: Fenced, shell: _Shell) -> None:
    for session in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        line, _, shown = session.partition("\n")
        status, printed, told = shell(line)
        assert status in (0, 1), f"{line}\n{told}"
        if not shown.strip():
            continue  # a page may show a command alone
        if shown.endswith(f"{REST}\n"):
            assert printed.startswith(shown.removesuffix(f"{REST}\n"))
        else:
            assert printed == shown


@pytest.mark.parametrize("suffix", [".md", ".zh-CN.md"])
def test_the_citations_shown_are_printed(suffix: str, shell: _Shell, desk: Path) -> None:
    page = (DOCS / f"citing{suffix}").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([^`]*@[^`]*)` \| `([^`]+)` \|", page, re.MULTILINE)
    assert len(rows) >= 7
    for written, printed in rows:
        Path("one.txt").write_text(f"{written}\n", encoding="utf-8")
        _, out, told = shell("zhengming cite one.txt --refs references.bib")
        assert out.partition("\n")[0] == printed, told


@pytest.mark.parametrize("suffix", [".md", ".zh-CN.md"])
def test_both_editions_of_the_standard_print_what_the_table_says(suffix: str) -> None:
    page = (DOCS / f"citing{suffix}").read_text(encoding="utf-8")
    table = page.partition("| 2015")[2].partition("\n\n")[0].splitlines()[2:]
    references = list(Store.load([HERE / "gbt7714.bib"]))
    for column, edition in ((2, "2015"), (3, "2025")):
        engine = load_style(f"gb7714-{edition}-numeric").processor(references, None)
        engine.include([reference.id for reference in references])
        entries = "\n".join(render(e.content, "text") for e in engine.finish().entries)
        shown = [re.findall(r"`([^`]+)`", row.split(" | ")[column - 1]) for row in table]
        assert sum(map(len, shown)) >= 9
        assert [text for texts in shown for text in texts if text not in entries] == []


@pytest.mark.parametrize("suffix", [".md", ".zh-CN.md"])
def test_every_style_option_is_documented_with_its_values(suffix: str) -> None:
    page = (DOCS / f"citing{suffix}").read_text(encoding="utf-8")
    for option, values in CHOICES.items():
        (row,) = re.findall(rf"^\| `{option}` \| ([^|]+) \|", page, re.MULTILINE)
        codes = [value for value in values if not value.startswith("a ")]
        assert re.findall(r"`([^`]+)`", row) == codes
