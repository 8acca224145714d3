"""``zhengming styles show``: what one style prints, its options and its other names."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.streams import print_text, warn

_WORDS = {
    "en": ("aliases", "kind", "starts with", "options", "citation", "list"),
    "zh": ("别名", "体例", "预设", "选项", "引文", "文献表"),
}
_KINDS = {
    "numeric": "顺序编码",
    "author-date": "著者-出版年",
    "note": "注释",
}


@click.command()
@click.argument("name", metavar="STYLE")
@options.style_options
@options.locales
@options.language
def command(
    name: str,
    style_options: dict[str, str],
    locale: str | None,
    locales: Path | None,
    lang: str,
) -> None:
    """Show what a style prints, its options and aliases. 显示一个样式的示例、选项与别名。

    STYLE is an id, an alias, or the path of a .csl file; the references are made up. 示例文献为虚构。
    """
    from zhengming.citations.samples import SAMPLES
    from zhengming.citations.styles import in_both, load_style
    from zhengming.csl import Citation, CiteItem, render
    from zhengming.csl.house.rules import CHOICES
    from zhengming.csl.shipped import find_shipped

    aliases, kind, start, choices, citation, listed = _WORDS[lang]
    shipped = None if name.endswith(".csl") else find_shipped(name)
    style = load_style(name, style_options, locales)
    if shipped:
        print_text(f"{shipped.id}  {shipped.title_zh if lang == 'zh' else shipped.title}\n")
        print_text(f"{aliases}: {', '.join(shipped.aliases)}\n" if shipped.aliases else "")
        print_text(f"{kind}: {_KINDS[shipped.kind] if lang == 'zh' else shipped.kind}\n")
        house = "; ".join(f"{key} = {_value(value)}" for key, value in shipped.options.items())
        print_text(f"{start}: {house}\n" if house else "")
    else:
        print_text(f"{style.style.id}  {style.style.title}\n")
    engine = style.processor(SAMPLES, locale)
    note_number = int(style.is_note)
    engine.cite(Citation(tuple(CiteItem(one.id) for one in SAMPLES[:2]), note_number))
    engine.include()
    rendered = engine.finish()
    print_text(f"\n{citation}: {render(rendered.citations[0], 'text')}\n\n{listed}:\n")
    for entry in rendered.entries:
        print_text(f"  {render(entry.content, 'text')}\n")
    for warning in rendered.warnings:
        warn(in_both(warning))
    print_text(f"\n{choices} (--style-option NAME=VALUE):\n")
    width = max(map(len, CHOICES))
    for option, values in CHOICES.items():
        print_text(f"  {option:<{width}}  {', '.join(values)}\n")


def _value(value: object) -> str:
    """A value as settings files write it."""
    return (
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )
