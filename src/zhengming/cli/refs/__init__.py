"""``zhengming refs``: the reference store."""

from __future__ import annotations

import click

from zhengming.cli.lazy import LazyGroup

_MODULES = {
    "list": "list",
    "show": "show",
    "search": "search",
    "lint": "lint",
    "format": "format",
    "duplicates": "duplicates",
    "merge": "merge",
    "add": "add",
    "import": "import_",
    "parse": "parse",
    "export": "export",
}


@click.group(cls=LazyGroup, package="zhengming.cli.refs", modules=_MODULES)
def command() -> None:
    """List, find, check, import and export references. 文献库：查阅、检查、导入与导出。"""
