"""The page "In CI": both languages show the same files, and what they show works."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from tests.conftest import REPOSITORY
from zhengming.cli import cli
from zhengming.config import load_config
from zhengming.documents import SUFFIXES

PAGES = [REPOSITORY / "docs" / name for name in ("ci.md", "ci.zh-CN.md")]
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^|[`|]|- )\s*(zhengming [^`|>\n]+)", re.MULTILINE)


def _blocks(page: Path, kind: str) -> list[str]:
    return [text for name, text in _BLOCK.findall(page.read_text("utf-8")) if name == kind]


def _commands() -> list[str]:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    shown = [line for page in PAGES for line in _COMMAND.findall(page.read_text("utf-8"))]
    return sorted({*(line.strip() for line in shown), *(hook["entry"] for hook in hooks)})


def _parse(arguments: list[str]) -> None:
    """Parse a command line without running it; click raises for what does not exist."""
    name, *rest = arguments
    command = cli.get_command(click.Context(cli), name)
    assert command is not None, f"there is no command {name}"
    command.make_context(name, rest)


@pytest.mark.parametrize("line", _commands())
def test_every_command_line_exists(line: str) -> None:
    _parse(shlex.split(line)[1:])


def test_commands_are_found_and_a_wrong_one_is_refused() -> None:
    assert len(_commands()) > 10
    with pytest.raises(click.NoSuchOption):
        _parse(["check", "--no-such-option"])


@pytest.mark.parametrize("kind", ["sh", "yaml", "toml"])
def test_both_languages_show_the_same(kind: str) -> None:
    english, chinese = (_blocks(page, kind) for page in PAGES)
    assert english
    assert english == [text.replace("--lang=zh", "--lang=en") for text in chinese]


def _steps(page: Path) -> list[dict[str, Any]]:
    files = map(yaml.safe_load, _blocks(page, "yaml"))
    return [step for file in files if "jobs" in file for step in file["jobs"]["check"]["steps"]]


def test_the_action_is_called_with_inputs_that_it_has() -> None:
    action = yaml.safe_load((REPOSITORY / "action.yml").read_text("utf-8"))
    ours = [step for page in PAGES for step in _steps(page) if "OWNER" in step["uses"]]
    assert len(ours) == 4
    for step in ours:
        assert step["with"].keys() <= action["inputs"].keys()
        form = step["with"].get("output-format", action["inputs"]["output-format"]["default"])
        options = step["with"]["options"].split()
        _parse(["check", f"--output-format={form}", *options, "--", step["with"]["paths"]])


def test_the_settings_can_be_read(tmp_path: Path) -> None:
    (text,) = _blocks(PAGES[0], "toml")
    file = tmp_path / "zhengming.toml"
    file.write_text(text, encoding="utf-8")
    assert load_config(file).per_file_ignores == {"archive/*": ("ALL",)}
    assert tomllib.loads(text)["fail-on"] == "error"


def test_hooks_take_every_format_and_nothing_else() -> None:
    hooks = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [hook["id"] for hook in hooks] == ["zhengming-check", "zhengming-normalize"]
    for hook in hooks:
        files = re.compile(hook["files"])
        assert all(files.search(f"dir/a{suffix}") for suffix in SUFFIXES)
        assert files.search("A.MD")
        assert not any(
            files.search(name) for name in ("a.py", "a.mdx", "txt", "a.html.j2", "a.bib")
        )
