"""Drafts below a directory: those with a known suffix that git does not ignore."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from zhengming.documents import SUFFIXES
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message

STDIN = "-"


def expand(paths: Sequence[str], *, piped: bool) -> Iterator[str]:
    """Paths as given, directories as the drafts in them; nothing named means stdin on a pipe.

    Raises:
        UsageError: nothing was named, and nothing is piped in.
        ZhengmingError: a directory without drafts.
    """
    if not paths and not piped:
        raise UsageError(
            Message("no draft was named", "没有指定稿件"),
            hint=Message(
                "name files or directories, or - for stdin", "请给出文件或文件夹，标准输入写 -"
            ),
        )
    for name in paths or (STDIN,):
        path = Path(name)
        if name == STDIN or not path.is_dir():
            yield name
            continue
        drafts = sorted(_below(path))
        if not drafts:
            raise ZhengmingError(
                Message("there are no drafts in this directory", "此文件夹中没有稿件"),
                path=name,
                hint=Message(
                    f"drafts end in {', '.join(SUFFIXES)}; name other files one by one",
                    f"稿件的后缀为 {'、'.join(SUFFIXES)}；其他文件请逐个给出",
                ),
            )
        yield from map(str, drafts)


def _below(directory: Path) -> Iterator[Path]:
    for path in directory.iterdir():
        if path.name.startswith(".") or _is_ignored(path):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _below(path)
        elif path.suffix.lower() in SUFFIXES:
            yield path


def _is_ignored(path: Path) -> bool:
    """Whether a .gitignore at or above the path excludes it; the nearest one that speaks decides."""
    absolute = path.absolute()
    name = "/" if path.is_dir() else ""
    for directory in absolute.parents:
        spec = _gitignore(directory)
        if spec is not None:
            verdict = spec.check_file(f"{absolute.relative_to(directory).as_posix()}{name}").include
            if verdict is not None:
                return bool(verdict)
        if (directory / ".git").exists():
            return False
    return False


@cache
def _gitignore(directory: Path):  # type: ignore[no-untyped-def] # the library is imported late
    file = directory / ".gitignore"
    if not file.is_file():
        return None
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(file.read_text("utf-8", errors="replace").splitlines())
