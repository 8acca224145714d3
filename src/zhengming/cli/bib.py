"""``zhengming bib``: a reference list alone."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.citations.bibliography import FORMATS, write_list
from zhengming.cli import options, session
from zhengming.cli.refs import common
from zhengming.cli.streams import print_text, warn
from zhengming.documents import read_document
from zhengming.errors import UsageError
from zhengming.messages import Message


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...", shell_complete=common.complete)
@click.option(
    "--from-draft",
    "draft",
    type=click.Path(path_type=Path),
    help="List what this draft cites. 列出该稿引用的文献。",
)
@options.output_format(*FORMATS)
@options.citing
@options.project
def command(
    keys: tuple[str, ...],
    draft: Path | None,
    output_format: str,
    style_name: str | None,
    refs: tuple[Path, ...],
    style_options: dict[str, str],
    locale: str | None,
    locales: Path | None,
    links: bool,
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Print references of some keys, of a draft, or all of them. 输出参考文献表。"""
    from zhengming.citations.markers import EVERY, cited_keys
    from zhengming.citations.styles import in_both, load_style

    if keys and draft:
        raise UsageError(
            Message(
                "keys and --from-draft exclude each other", "引用键与 --from-draft 不能同时使用"
            ),
            hint=Message("give one of them", "只给其中一个"),
        )
    config = session.settings(config_path, isolated)
    store = session.store(refs or config.refs)
    wanted = keys or (cited_keys(read_document(draft)) if draft else (EVERY,))
    if EVERY in wanted:
        wanted = (*(key for key in wanted if key != EVERY), *(r.id for r in store))
    chosen = [store.get(key) for key in dict.fromkeys(wanted)]
    engine = load_style(
        style_name or config.style, {**config.style_options, **style_options}, locales
    ).processor(chosen, locale)
    engine.include([reference.id for reference in chosen])
    rendered = engine.finish()
    for warning in rendered.warnings:
        warn(in_both(warning))
    print_text(write_list(rendered, output_format, links=links))
    return 0
