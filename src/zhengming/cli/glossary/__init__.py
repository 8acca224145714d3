"""``zhengming glossary``: look names up, keep the list right, exchange it."""

from __future__ import annotations

import click

from zhengming.cli.lazy import LazyGroup

_MODULES = {
    "list": "list",
    "show": "show",
    "search": "search",
    "lint": "lint",
    "format": "format",
    "diff": "diff",
    "add": "add",
    "import": "import_",
    "export": "export",
}


@click.group(cls=LazyGroup, package="zhengming.cli.glossary", modules=_MODULES)
def command() -> None:
    """Names with their evidence: look up, check, exchange. 词库：查询、核查与交换。

    A spelling aid, not a drug reference. 仅供统一用字，不作用药参考。
    """
