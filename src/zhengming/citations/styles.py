"""Citation styles by name or by path, and a processor for them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from zhengming.csl import Processor, Style
from zhengming.csl.errors import CslError
from zhengming.csl.shipped import shipped_styles, style_path
from zhengming.errors import UsageError, ZhengmingError
from zhengming.references.model import Reference


def load_style(name: str) -> Style:
    """A shipped style by id or alias, or any ``.csl`` file by path.

    Raises:
        UsageError: there is no such style; the hint lists those that ship.
        ZhengmingError: the style cannot be used; with its file and line.
    """
    path = Path(name) if name.endswith(".csl") else style_path(name)
    if path is None:
        raise UsageError(
            f'there is no style "{name}"',
            hint=f"one of: {', '.join(style.id for style in shipped_styles())}; or the path of a .csl file",
        )
    try:
        return Style.load(path)
    except CslError as error:
        raise ZhengmingError(
            error.message, path=error.path, line=error.line, hint=error.hint
        ) from None


def processor(style: Style, references: Iterable[Reference], locale: str | None) -> Processor:
    """A processor over the references' CSL-JSON items."""
    return Processor(style, [reference.item for reference in references], locale=locale)
