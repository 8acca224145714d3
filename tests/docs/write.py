"""Write the generated pages anew: ``python -m tests.docs.write``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from . import cli_page, rules_page

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": partial(cli_page.page, "en"),
    "cli.zh-CN.md": partial(cli_page.page, "zh"),
    "rules.md": partial(rules_page.page, "en"),
    "rules.zh-CN.md": partial(rules_page.page, "zh"),
}

if __name__ == "__main__":
    for name, made in PAGES.items():
        (DOCS / name).write_text(made(), encoding="utf-8", newline="\n")
