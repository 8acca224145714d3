"""Files and streams: sizes, modes, half-written files, readers that leave."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from zhengming.atomic import write_file
from zhengming.cli import run
from zhengming.documents.read import LIMIT
from zhengming.errors import ZhengmingError

SAMPLE = Path(__file__).parent.parent / "sample/draft.md"


def test_a_huge_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    huge = tmp_path / "huge.md"
    with huge.open("wb") as stream:
        stream.truncate(LIMIT + 1)
    assert run(["check", str(huge)]) == 2
    assert "drafts may have 64 MiB" in capsys.readouterr().err


def test_a_write_keeps_the_mode(tmp_path: Path) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_file(path, b"new")
    assert path.read_bytes() == b"new"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_write_goes_through_a_link(tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_bytes(b"old")
    link = tmp_path / "link.md"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("no right to make links here")
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_failed_write_leaves_the_file_and_no_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "draft.md"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ZhengmingError, match="No space left"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["draft.md"]


def test_a_read_only_file_is_told_and_the_others_are_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    locked, free = tmp_path / "a.md", tmp_path / "b.md"
    for path in (locked, free):
        path.write_text("劳拉替尼\n", encoding="utf-8")
    writable = os.access
    monkeypatch.setattr(
        os, "access", lambda path, mode: Path(path) != locked.resolve() and writable(path, mode)
    )
    assert run(["normalize", "-w", str(locked), str(free)]) == 2
    assert "the file is read-only" in capsys.readouterr().err
    assert locked.read_text(encoding="utf-8") == "劳拉替尼\n"
    assert free.read_text(encoding="utf-8") == "洛拉替尼\n"


def test_an_interrupt_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted() -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("zhengming.cli.drafts.read_stdin", interrupted)
    assert run(["check", "-"]) == 130


def test_a_bug_of_ours_exits_with_2_and_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> bytes:
        raise RuntimeError("oops")

    monkeypatch.setattr("zhengming.cli.drafts.read_stdin", broken)
    assert run(["check", "-"]) == 2
    assert "this is a bug in zhengming" in capsys.readouterr().err


def test_a_reader_that_leaves_is_no_error() -> None:
    command = [sys.executable, "-m", "zhengming", "terms", "--output-format", "json", str(SAMPLE)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        errors = process.stderr.read()
    assert errors == b""
    assert process.returncode == 0
