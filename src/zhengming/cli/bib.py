"""``zhengming bib``: a reference list alone."""

from __future__ import annotations

import json
from pathlib import Path

import click

from zhengming.cli import options, session
from zhengming.cli.streams import note, print_text
from zhengming.documents import read_document
from zhengming.errors import UsageError

_FORMATS = ("text", "markdown", "html", "latex", "json")


@click.command()
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option(
    "--from-draft",
    "draft",
    type=click.Path(path_type=Path),
    help="List what this draft cites. 列出该稿引用的文献。",
)
@options.output_format(*_FORMATS)
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
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Print the reference list of some keys, of a draft, or of the whole store. 输出参考文献表。"""
    from zhengming.citations.draft import cited_keys
    from zhengming.citations.styles import load_style
    from zhengming.csl import render

    if keys and draft:
        raise UsageError("keys and --from-draft exclude each other", hint="give one of them")
    config = session.settings(config_path, isolated)
    store = session.store(refs or config.refs)
    wanted = keys or (cited_keys(read_document(draft)) if draft else tuple(r.id for r in store))
    chosen = [store.get(key) for key in dict.fromkeys(wanted)]
    engine = load_style(
        style_name or config.style, {**config.style_options, **style_options}
    ).processor(chosen, locale)
    engine.include([reference.id for reference in chosen])
    rendered = engine.finish()
    for warning in rendered.warnings:
        note(f"warning: {warning}")
    if output_format == "json":
        rows = [{"id": e.id, "text": render(e.content, "text")} for e in rendered.entries]
        data = {"version": 1, "entries": rows, "warnings": list(rendered.warnings)}
        print_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        gap = "\n\n" if output_format == "markdown" else "\n"
        print_text(gap.join(render(e.content, output_format) for e in rendered.entries) + "\n")
    return 0
