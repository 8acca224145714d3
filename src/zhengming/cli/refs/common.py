"""What the commands about references share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from zhengming.cli import options, session
from zhengming.config import Config
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message
from zhengming.references.files import changed_meanwhile, read_verbatim, rewrite
from zhengming.references.model import Reference

_F = TypeVar("_F", bound=Callable[..., Any])


def sources(function: _F) -> _F:
    """Which reference files are meant: those named, else the project's, else the built-in ones."""
    return options.refs(options.project(function))


def contact(function: _F) -> _F:
    """Who asks the services."""
    return click.option(
        "--contact",
        default="",
        metavar="E-MAIL",
        help="Your address, told to the service if given. 告知服务方的邮箱，可不填。",
    )(function)


def files(refs: tuple[Path, ...], config_path: Path | None, isolated: bool) -> tuple[Path, ...]:
    """The reference files that are meant; none for the built-in ones."""
    return refs or session.settings(config_path, isolated).refs


def pattern(given: str | None, config: Config) -> str:
    """The pattern of citation keys: the one named, else the project's; empty for none.

    Raises:
        UsageError: no keys can be made by it.
    """
    if given:
        from zhengming.references.keys import check_pattern  # imported late: few give one

        check_pattern(given)
    return given or config.key_pattern


def own_file(into: Path | None, named: tuple[Path, ...]) -> Path:
    """The ``.bib`` file to change: the one named, or the only one of the project.

    Raises:
        UsageError: it is not clear which, or it is no ``.bib`` file.
    """
    chosen = into or (named[0] if len(named) == 1 else None)
    if chosen is None or chosen.suffix.lower() != ".bib":
        raise UsageError(
            Message("no .bib file to write to was named", "没有指定要写入的 .bib 文件"),
            hint=Message("add --into FILE.bib", "加上 --into FILE.bib"),
        )
    return chosen


def must_be_own(named: Sequence[Path]) -> None:
    """Make sure that what is to be changed is not the store that ships with zhengming.

    Raises:
        UsageError: no reference files were named.
    """
    if not named:
        raise UsageError(
            Message("no .bib file to write to was named", "没有指定要写入的 .bib 文件"),
            hint=Message("add --refs FILE.bib", "加上 --refs FILE.bib"),
        )


def read_bib(path: Path) -> str:
    """The text of a .bib file as it stands: byte order mark and line ends included.

    Raises:
        ZhengmingError: it is no .bib file, cannot be read, or is not UTF-8 text.
    """
    if path.suffix.lower() != ".bib":
        hint = Message(
            "bring it into one with: zhengming refs import",
            "可导入 .bib 文件：zhengming refs import",
        )
        raise UsageError(Message("this is no .bib file", "这不是 .bib 文件"), path=path, hint=hint)
    return read_verbatim(path)


def save(path: Path, seen: str, new: str) -> None:
    """Replace the text of a .bib file, unless it is no longer the one that was ``seen``.

    Raises:
        ZhengmingError: it changed meanwhile, another writer holds it, or it cannot be written.
    """

    def change(text: str) -> str:
        if text != seen:
            raise changed_meanwhile(path)
        return new

    rewrite(path, change)


def complete(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Keys that start with what was typed, for the shell."""
    try:
        named = files(ctx.params.get("refs") or (), ctx.params.get("config_path"), False)
        return [r.id for r in session.store(named) if r.id.startswith(begun)]
    except ZhengmingError:
        return []  # a shell that completes is no place for errors


def line_of(reference: Reference) -> str:
    """Key, year, first author and title in one line."""
    item = reference.item
    parts = item.get("issued", {}).get("date-parts") or [[""]]
    names = item.get("author") or item.get("editor") or [{}]
    name = names[0].get("family") or names[0].get("literal") or ""
    more = " …" if len(names) > 1 else ""
    title = str(item.get("title", "")).replace('<span class="nocase">', "").replace("</span>", "")
    return f"{reference.id}  {parts[0][0]}  {name}{more}  {title}"


def listing(references: Iterable[Reference]) -> str:
    """One line a reference."""
    return "".join(f"{line_of(reference)}\n" for reference in references)
