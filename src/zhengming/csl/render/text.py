"""Plain text: formatting is dropped, blocks start on their own lines."""

from __future__ import annotations

from zhengming.csl.richtext import Rich


def render(rich: Rich, *, links: bool = False) -> str:
    """Return the text; it has no way to show links."""
    parts: list[str] = []
    for part in rich:
        if isinstance(part, str):
            parts.append(part)
        elif part.attribute == "display" and part.value in ("block", "indent"):
            parts.append(f"\n{render(part.children).strip()}\n")
        elif part.attribute == "display" and part.value == "left-margin":
            parts.append(f"{render(part.children).rstrip()} ")
        else:
            parts.append(render(part.children))
    return "".join(parts)
