"""What is asked on a terminal, and what becomes of the answers."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from zhengming.cli import run

from .conftest import SMALL, SOURCES


class _Terminal:
    def isatty(self) -> bool:
        return True


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Answers to the questions, in order; all of them must be asked for."""
    names = tmp_path / "names"
    names.mkdir()
    (names / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    (names / "terms.yaml").write_text(SMALL, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", _Terminal())
    given: list[Any] = []
    for question in ("prompt", "confirm"):
        monkeypatch.setattr(click, question, lambda *_, **__: given.pop(0))
    yield given
    assert given == []


def test_add_asks_for_names_and_for_the_documents_that_show_them(
    answers: list[Any], capsys: pytest.CaptureFixture[str]
) -> None:
    name = ["恩沙替尼", "zh-CN", "preferred", "label", "review", "paper", "综述", "https://x", ""]
    answers += ["drug", *name, "X-396", "zxx", "code", "", ""]
    assert run(["glossary", "add", "ensartinib", "--glossary", "names", "-o", "own.yaml"]) == 0
    assert Path("own.yaml").read_text(encoding="utf-8") == (
        "- id: ensartinib\n"
        "  kind: drug\n"
        "  terms:\n"
        "    - {text: 恩沙替尼, lang: zh-CN, status: preferred, sources: [label, review]}\n"
        "    - {text: X-396, lang: zxx, status: code}\n"
    )
    assert Path("sources.yaml").read_text(encoding="utf-8") == (
        "- id: review\n  kind: paper\n  title: 综述\n  where: https://x\n"
    )
    assert 'new name "X-396" (zxx, code, grade D)' in capsys.readouterr().out


def test_import_asks_about_each_concept(answers: list[Any]) -> None:
    Path("own.tsv").write_text("副作用\t不良反应\n罗拉替尼\t洛拉替尼\n", encoding="utf-8")
    answers += [False, True]
    command = ["glossary", "import", "own.tsv", "--glossary", "names", "-o", "own.yaml"]
    assert run(command) == 0
    text = Path("own.yaml").read_text(encoding="utf-8")
    assert "副作用" in text
    assert "罗拉替尼" not in text


def test_what_is_written_loads_as_a_layer_of_the_project(answers: list[Any]) -> None:
    Path("own.tsv").write_text("罗拉替尼\t洛拉替尼\n", encoding="utf-8")
    command = ["glossary", "import", "own.tsv", "--glossary", "names", "-o", "own.yaml"]
    assert run([*command, "--accept", "all"]) == 0
    layers = ["--glossary", "names", "--glossary", "own.yaml"]
    assert run(["glossary", "import", "own.tsv", *layers]) == 0
