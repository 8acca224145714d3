"""Merging duplicates with somebody at the terminal."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from zhengming.cli import run

ONE = "@article{one, title={A study}, journal={J}, year=2020, doi={10.5555/x}}\n"
TWO = "@article{two, title={A study}, journal={K}, year=2020, doi={10.5555/x}, volume={3}}\n"
THREE = "@article{three, title={A study}, journal={J}, year=2020, doi={10.5555/x}, note={n}}\n"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def merged(
    answers: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[int, str]:
    path = tmp_path / "my.bib"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(sys, "stdin", _Terminal(answers.replace(" ", "\n") + "\n"))
    status = run(["refs", "duplicates", "--isolated", "--refs", str(path), "--merge"])
    return status, path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("answers", "status", "after"),
    [
        ("1 1", 0, ONE.replace("}}\n", "}, volume={3}}\n")),
        ("1 2", 0, ONE.replace("}}\n", "}, volume={3}}\n").replace("{J}", "{K}")),
        ("2 1", 0, TWO),
        ("2 2", 0, TWO.replace("{K}", "{J}")),
        ("s", 1, ONE + TWO),
        ("q", 1, ONE + TWO),
        ("1", 1, ONE + TWO),  # the terminal is closed before the conflict is decided
    ],
)
def test_somebody_decides(
    answers: str, status: int, after: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert merged(answers, ONE + TWO, tmp_path, monkeypatch) == (status, after)


def test_what_differs_is_shown_before_the_question(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    merged("s", ONE + TWO, tmp_path, monkeypatch)
    shown = capsys.readouterr().err
    assert "same DOI" in shown
    assert "  journal\n    1  J\n    2  K\n  volume\n    2  3\n" in shown
    assert shown.index("volume") < shown.index("keep 1 or 2")


def test_three_entries_of_one_work_become_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    status, after = merged("1 1 1", ONE + TWO + THREE, tmp_path, monkeypatch)
    assert status == 0
    assert after == ONE.replace("}}\n", "}, volume={3}, note={n}}\n")


def test_quitting_keeps_what_was_merged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    status, after = merged("1 1 q", ONE + TWO + THREE, tmp_path, monkeypatch)
    assert status == 1
    assert after == ONE.replace("}}\n", "}, volume={3}}\n") + THREE
