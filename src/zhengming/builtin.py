"""Where the glossary and the references that ship with zhengming are."""

from __future__ import annotations

from pathlib import Path

from zhengming.errors import ZhengmingError
from zhengming.messages import Message

_PACKAGE = Path(__file__).resolve().parent
# In a wheel the data lies inside the package, in a checkout beside src.
_PLACES = (_PACKAGE / "_data", _PACKAGE.parent.parent)


def data_directory(name: str) -> Path:
    """The shipped ``glossary`` or ``references`` directory, in a wheel or in a checkout."""
    for place in _PLACES:
        if (place / name).is_dir():
            return place / name
    raise ZhengmingError(
        Message(
            f"the built-in {name} directory is missing from this installation",
            f"安装不完整：缺少内置的 {name} 目录",
        ),
        path=_PACKAGE,
        hint=Message("install zhengming again", "请重新安装 zhengming"),
    )
