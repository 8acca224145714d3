r"""The reference files that a draft itself names: ``bibliography: refs.bib``, ``\addbibresource``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from zhengming.documents import Document

_HEAD = 1 << 16  # characters of a Markdown draft in which its front matter ends
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_YAML = re.compile(
    r"^bibliography:[ \t]*(?P<line>[^\r\n]*)(?P<below>(?:\r?\n[ \t]*-[ \t]+[^\r\n]+)*)",
    re.MULTILINE,
)
_COMMANDS: Mapping[str, re.Pattern[str]] = {
    "latex": re.compile(
        r"^[^%\r\n]*?\\(?:bibliography|addbibresource)(?:\[[^\]{}]*\])?\{([^{}]*)\}", re.MULTILINE
    ),
    "typst": re.compile(r"#bibliography\(\s*\(?((?:\s*\"[^\"\r\n]*\"\s*,?)+)"),
    "rst": re.compile(r"^\.\.[ \t]+bibliography::[ \t]*([^\r\n]*)", re.MULTILINE),
    "asciidoc": re.compile(r"^:bibtex-file:[ \t]*([^\r\n]+)", re.MULTILINE),
}
_NAME = re.compile(r"[^\s,\[\]\"'][^,\[\]\"'\r\n]*")
_READ = (".bib", ".json")


def declared(document: Document) -> tuple[Path, ...] | None:
    """The reference files that a draft names, as paths from where the draft stands.

    Returns:
        None if it names none; an empty tuple if one of them is missing or of a kind that is not
        read, so that nothing can be said about its keys.
    """
    names = [name.strip() for text in _written(document) for name in _NAME.findall(text)]
    if not names:
        return None
    folder = Path(document.path).parent
    paths = [folder / (name if Path(name).suffix else f"{name}.bib") for name in names]
    return tuple(paths) if all(p.suffix in _READ and p.is_file() for p in paths) else ()


def _written(document: Document) -> list[str]:
    if document.format == "markdown":
        front = _FRONT_MATTER.match(document.text[:_HEAD])
        found = _YAML.search(front[1]) if front else None
        lines = (found["below"] or found["line"]).splitlines() if found else []
        return [re.sub(r"^[ \t]*-[ \t]+", "", line) for line in lines]
    pattern = _COMMANDS.get(document.format)
    return pattern.findall(document.text) if pattern else []
