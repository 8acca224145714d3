"""The pages about the engine as a library run as they stand, and print what they show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .markdown import fenced
from .write import DOCS

LANGUAGES = pytest.mark.parametrize("page", ["csl.md", "csl.zh-CN.md"])


@LANGUAGES
def test_what_the_page_shows_runs(
    page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    printed, shown = "", 0
    for block in fenced((DOCS / page).read_text(encoding="utf-8")):
        if block.language == "python":
            exec(compile(block.text, page, "exec"), names)
            printed = capsys.readouterr().out
        elif block.language == "text":
            assert printed == block.text
            shown += 1
    assert shown == 2


def test_both_languages_show_the_same_code() -> None:
    english, chinese = (_code(DOCS / name) for name in ("csl.md", "csl.zh-CN.md"))
    assert english == chinese


def _code(page: Path) -> list[str]:
    """The code of a page, comments left out."""
    blocks = fenced(page.read_text(encoding="utf-8"))
    lines = (
        line for block in blocks if block.language == "python" for line in block.text.splitlines()
    )
    return [line.partition("  #")[0] for line in lines if '"""' not in line]
