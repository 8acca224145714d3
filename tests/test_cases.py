"""Golden commands: each tests/cases/<command>/<name>.toml is one run of the command line."""

from __future__ import annotations

import io
import shutil
import sys
import tomllib
from pathlib import Path

import pytest

from zhengming.cli import run

CASES = Path(__file__).parent / "cases"


def _cases() -> list[Path]:
    return sorted(CASES.rglob("*.toml"))


def _files(directory: Path) -> dict[str, bytes]:
    return {
        path.relative_to(directory).as_posix(): path.read_bytes()
        for path in sorted(directory.rglob("*"))
        if path.is_file()
    }


class _Pipe:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)

    def isatty(self) -> bool:
        return False


@pytest.mark.parametrize(
    "case",
    [c for c in _cases() if not any(p.name.endswith(".in") for p in c.parents)],
    ids=lambda c: c.relative_to(CASES).with_suffix("").as_posix(),
)
def test_case(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    wanted = tomllib.loads(case.read_text(encoding="utf-8"))
    work = tmp_path / "work"
    given = case.with_suffix(".in")
    shutil.copytree(given, work) if given.is_dir() else work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.delenv("ZHENGMING_LANG", raising=False)
    monkeypatch.setenv("LC_ALL", wanted.get("locale", "C"))
    monkeypatch.setattr(sys, "stdin", _Pipe(wanted.get("stdin", "").encode()))

    status = run(wanted["args"])

    out, err = capfdbinary.readouterr()
    assert err.decode() == wanted.get("stderr", "")
    assert out.decode() == wanted.get("stdout", "")
    assert status == wanted["status"]
    after = case.with_suffix(".out")
    expected = _files(given) if given.is_dir() else {}
    if after.is_dir():
        expected |= _files(after)
    assert _files(work) == expected
