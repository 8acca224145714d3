"""``zhengming styles list``: the citation styles that ship."""

from __future__ import annotations

import click

from zhengming.cli import options
from zhengming.cli.streams import print_text


@click.command()
@options.language
def command(lang: str) -> None:
    """List the citation styles that ship. 列出内置引文样式。"""
    print_styles(lang)


def print_styles(lang: str) -> None:
    """Print a line for each style: id, title, aliases."""
    from zhengming.csl.shipped import shipped_styles

    styles = shipped_styles()
    width = max(len(style.id) for style in styles)
    for style in styles:
        aliases = f"  ({', '.join(style.aliases)})" if style.aliases else ""
        print_text(
            f"{style.id:<{width}}  {style.title_zh if lang == 'zh' else style.title}{aliases}\n"
        )
