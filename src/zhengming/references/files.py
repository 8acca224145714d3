"""The files of a reference store: which ones there are, their text, and writing it safely."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from zhengming.atomic import write_file
from zhengming.errors import ZhengmingError, unreadable
from zhengming.messages import Message

_PATIENCE = 5.0  # seconds to wait for another writer
_STALE = 60.0  # seconds after which a lock is that of a crashed writer


def bibliography_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file, and for a directory every ``.bib`` in it, sorted; no file twice.

    Raises:
        ZhengmingError: a path does not exist, or a directory holds no ``.bib`` file or cannot
            be listed.
    """
    seen: set[Path] = set()
    for path in paths:
        for found in _listed(path):
            whole = found.resolve()
            if whole not in seen:
                seen.add(whole)
                yield found


def _listed(path: Path) -> list[Path]:
    try:
        if not path.is_dir():
            return [path]
        found = sorted(child for child in path.rglob("*.bib") if child.is_file())
        next(path.iterdir(), None)
    except OSError as error:
        raise unreadable(path, error) from error
    if not found:
        hint = Message(
            "name a folder with .bib files, or the file itself",
            "请给出含 .bib 文件的文件夹，或文件本身",
        )
        raise ZhengmingError(
            Message("this folder holds no .bib file", "此文件夹中没有 .bib 文件"),
            path=path,
            hint=hint,
        )
    return found


def read_text(path: Path) -> str:
    """Return the text of a UTF-8 file, without a byte order mark.

    Raises:
        ZhengmingError: it cannot be read, is not UTF-8, or is not text at all.
    """
    return decode(_bytes(path), path)


def read_verbatim(path: Path) -> str:
    """The same with a byte order mark, so that offsets are those of the file."""
    data = _bytes(path)
    decode(data, path)
    return data.decode("utf-8")


def decode(data: bytes, path: Path | None) -> str:
    """Decode the bytes of a UTF-8 text file; see ``read_text``."""
    nul = data.find(b"\0")
    if nul >= 0:
        line = data.count(b"\n", 0, nul) + 1
        hint = Message("give a text file in UTF-8", "请给出 UTF-8 文本文件")
        raise ZhengmingError(
            Message("this is not a text file", "这不是文本文件"), path=path, line=line, hint=hint
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ZhengmingError(
            Message("this file is not UTF-8 text", "此文件不是 UTF-8 文本"),
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            hint=Message("save it as UTF-8", "请另存为 UTF-8"),
        ) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def rewrite(path: Path, change: Callable[[str], str]) -> bool:
    """Replace a UTF-8 file's text by ``change`` of it, whole or not at all; say if it changed.

    A file that is not there yet counts as empty. A byte order mark and the line ends stay. Two
    writers take turns; a change made meanwhile by a program that takes no turns is never
    overwritten.

    Raises:
        ZhengmingError: another writer holds the file, it changed meanwhile, or it cannot be
            read or written.
    """
    path = path.resolve()
    with _turn(path):
        old = _bytes(path) if path.exists() else b""
        decode(old, path)
        new = change(old.decode("utf-8")).encode("utf-8")
        if new == old:
            return False
        if (_bytes(path) if path.exists() else b"") != old:
            raise changed_meanwhile(path)
        write_file(path, new)
    return True


def changed_meanwhile(path: Path) -> ZhengmingError:
    """The error for a file that somebody else wrote while an edit of it was being made."""
    hint = Message("run the command again", "请重新运行")
    return ZhengmingError(
        Message("this file changed while it was edited", "编辑期间文件已被改动"),
        path=path,
        hint=hint,
    )


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    """Hold the right to write a file; a lock that nobody gave back for a minute is void."""
    lock = path.with_name(f".{path.name}.lock")
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError:
            if _age(lock) > _STALE:
                lock.unlink(missing_ok=True)
            elif time.monotonic() > deadline:
                hint = Message(
                    f"wait for it, or remove {lock.name} if it crashed",
                    f"请稍候；若该程序已崩溃，请删去 {lock.name}",
                )
                raise ZhengmingError(
                    Message("another program is writing this file", "另一程序正在写此文件"),
                    path=path,
                    hint=hint,
                ) from None
            time.sleep(0.02)
        except FileNotFoundError:
            raise ZhengmingError(
                Message("no such folder", "没有这个文件夹"),
                path=path.parent,
                hint=Message("make it first", "请先建立"),
            ) from None
        except OSError as error:
            reason = Message(
                f"this folder cannot be written: {error.strerror or error}",
                f"无法写入此文件夹：{error.strerror or error}",
            )
            raise ZhengmingError(
                reason, path=path.parent, hint=Message("check its permissions", "请检查权限")
            ) from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)


def _age(lock: Path) -> float:
    try:
        return time.time() - lock.stat().st_mtime
    except FileNotFoundError:
        return 0.0
