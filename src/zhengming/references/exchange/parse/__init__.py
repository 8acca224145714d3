"""Plain reference lists read back into references: GB/T 7714, Vancouver, NLM and AMA."""

from __future__ import annotations

from pathlib import Path

from zhengming.messages import Message
from zhengming.references.exchange.base import Import, Item, Problem, collected
from zhengming.references.exchange.parse import gbt, vancouver
from zhengming.references.exchange.parse.lists import split_list


def read(text: str, path: Path | None = None) -> Import:
    """Read a list of printed references, whatever mixture of styles it is in.

    An entry that no style fits is a problem, with its text; one that was understood but for a
    piece is a reference and a problem.
    """
    items: list[tuple[Item, int]] = []
    problems: list[Problem] = []
    for entry in split_list(text):
        parsed = gbt.parse(entry.text) or vancouver.parse(entry.text)
        if parsed is None:
            message = Message(
                f"neither GB/T 7714 nor Vancouver: {_short(entry.text)}",
                f"既非 GB/T 7714 也非温哥华格式：{_short(entry.text)}",
            )
            problems.append(Problem(entry.line, message, lost=True))
            continue
        items.append((parsed.item, entry.line))
        problems += [
            Problem(
                entry.line,
                Message(f"not understood: {_short(piece)}", f"未能识别：{_short(piece)}"),
            )
            for piece in parsed.left
        ]
    return collected(items, problems, format="text", path=path)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 80 else f"{text[:77]}…"
