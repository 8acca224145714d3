"""Writing files whole or not at all: the one place where the user's files are replaced."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

from zhengming.errors import ZhengmingError
from zhengming.messages import Message, same


def write_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of the file, whole or not at all, with its mode kept.

    Raises:
        ZhengmingError: it cannot be written; what was there is still there.
    """
    import tempfile  # most runs write nothing

    target = path.resolve()
    temporary = ""
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        if mode is not None and not os.access(target, os.W_OK):
            raise _unwritable(path, Message("the file is read-only", "文件为只读"))
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode if mode is not None else 0o666 & ~_umask())
        Path(temporary).replace(target)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise _unwritable(path, same(str(error.strerror))) from None


def _unwritable(path: Path, reason: Message) -> ZhengmingError:
    return ZhengmingError(
        Message(f"cannot write the file: {reason.en}", f"无法写入文件：{reason.zh}"),
        path=path,
        hint=Message(
            "check its permissions and the space on the disk; it was left as it was",
            "请检查权限和磁盘空间；原文件未动",
        ),
    )


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
