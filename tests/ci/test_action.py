"""The GitHub action: its step that checks, run as GitHub runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import REPOSITORY

pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("bash") is None, reason="GitHub's bash is not here"
)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    for name in ("a draft.md", "other.txt", "left-out.md"):
        (tmp_path / name).write_text("患者口服劳拉替尼。\n", encoding="utf-8")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").symlink_to(sys.executable)
    return tmp_path


def _check(work: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text("utf-8"))
    (script,) = (step["run"] for step in action["runs"]["steps"] if step["name"] == "Check")
    given = {name: data["default"] for name, data in action["inputs"].items()} | inputs
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=work,
        env=os.environ
        | {
            "PATH": f"{work / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PATHS": given["paths"],
            "FORMAT": given["output-format"],
            "FILE": given["output-file"],
            "OPTIONS": given["options"],
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_findings_become_annotations_and_fail_the_step(work: Path) -> None:
    done = _check(work, paths="a draft.md\nother.txt\n", options="--lang=zh\n")
    assert done.returncode == 1, done.stderr
    first, second = done.stdout.splitlines()
    assert first.startswith("::error file=a draft.md,line=1,endLine=1,col=5,endColumn=9")
    assert first.endswith("“劳拉替尼”应写作“洛拉替尼”（lorlatinib）")
    assert second.startswith("::error file=other.txt,")


def test_a_report_goes_to_a_file_and_the_step_may_pass(work: Path) -> None:
    form = {"output-format": "sarif", "output-file": "report.sarif", "options": "--exit-zero"}
    done = _check(work, **form)
    assert (done.returncode, done.stdout) == (0, "")
    (run,) = json.loads((work / "report.sarif").read_text("utf-8"))["runs"]
    assert len(run["results"]) == 3


def test_what_is_given_is_never_run(work: Path) -> None:
    done = _check(work, paths="$(touch ran)\n`touch ran`", options="--fail-on=never")
    assert done.returncode == 2
    assert not (work / "ran").exists()
