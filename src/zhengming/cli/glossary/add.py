"""``zhengming glossary add``: a name put into the project's own list, with its evidence."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import click

from zhengming.atomic import write_file
from zhengming.cli import options
from zhengming.cli.glossary import which
from zhengming.cli.language import say
from zhengming.cli.streams import note, print_text
from zhengming.errors import UsageError, ZhengmingError
from zhengming.glossary.evidence import DOCUMENT_KINDS, weighed, weigher
from zhengming.glossary.load import SOURCES
from zhengming.glossary.model import (
    KINDS,
    LANGUAGES,
    STATUSES,
    Concept,
    Glossary,
    Source,
    Term,
)
from zhengming.messages import Message, same

_KINDS = tuple(kind for kind in DOCUMENT_KINDS if kind != "house")
_NAME = (click.Choice(LANGUAGES), click.Choice(STATUSES), str, str)


@click.command()
@click.argument("concept_id", metavar="ID")
@click.option("--kind", type=click.Choice(KINDS), help="Kind of a new concept. 新词条的类别。")
@click.option(
    "--name",
    "names",
    type=_NAME,
    multiple=True,
    metavar="LANG STATUS TEXT SOURCES",
    help="A name and the documents that show it, joined by commas, or -; may be repeated. 名称及其文献编号，以逗号分隔，无则写 -，可多次给出。",
)
@click.option(
    "--source",
    "documents",
    type=(str, click.Choice(_KINDS), str, str),
    multiple=True,
    metavar="ID KIND TITLE WHERE",
    help="A document that is not listed yet; may be repeated. 新增文献，可多次给出。",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="YAML file of the project; new documents go into sources.yaml beside it. 项目词库文件。",
)
@options.language
@which.glossary
def command(
    concept_id: str,
    kind: str | None,
    names: tuple[tuple[str, str, str, str], ...],
    documents: tuple[tuple[str, str, str, str], ...],
    output: Path,
    lang: str,
    layers: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
) -> int:
    """Add names with the documents that show them. 添加名称并注明文献依据。

    On a terminal without --name it asks for each. A name without a document is only asked about.
    在终端中未给 --name 时逐项询问；没有文献依据的名称只提问，不改写。
    """
    from zhengming.glossary.own import with_concepts, with_sources
    from zhengming.glossary.review import review

    glossary = which.load(layers, config_path, isolated).glossary
    known = glossary.concepts.get(concept_id)
    sources = {row[0]: Source(*row[:3], where=row[3]) for row in documents}
    if not names and not sys.stdin.isatty():
        raise UsageError(
            Message("no name is given", "没有给出名称"),
            hint=same("--name zh-CN preferred 洛拉替尼 SOURCE"),
        )
    if not kind and not known:
        if not sys.stdin.isatty():
            raise UsageError(
                Message(f'"{concept_id}" is new', f"“{concept_id}”是新词条"),
                hint=Message(
                    f"--kind, one of: {', '.join(KINDS)}", f"--kind，可选 {'、'.join(KINDS)}"
                ),
            )
        kind = click.prompt(say(Message("kind", "类别")), type=click.Choice(KINDS), err=True)
    terms = [_term(*name) for name in names] or list(_asked(glossary.sources, sources))
    if known is None:
        known = Concept(concept_id, kind or "term", (), (str(output), 1))
    after = Glossary(glossary.concepts, {**glossary.sources, **sources})
    (concept,) = weighed([_with_terms(known, terms)], weigher(after.sources))
    found = review(after, [concept])
    print_text(which.told(found.changes, lang))
    for conflict in found.conflicts:
        raise ZhengmingError(conflict.message, hint=conflict.hint)
    beside = output.with_name(SOURCES)
    if sources:
        write_file(beside, with_sources(beside, list(sources.values())).encode())
    write_file(output, with_concepts(output, found.concepts).encode())
    layers = (output, beside) if beside.exists() else (output,)
    listed = ", ".join(f'"{layer.as_posix()}"' for layer in layers)
    note(
        Message(
            f"written; zhengming.toml needs: glossary = [{listed}]",
            f"已写入；zhengming.toml 中须有：glossary = [{listed}]",
        )
    )
    return 0


def _term(lang: str, status: str, text: str, sources: str) -> Term:
    names = () if sources == "-" else tuple(name.strip() for name in sources.split(","))
    return Term(text, lang, status, names)


def _with_terms(concept: Concept, terms: list[Term]) -> Concept:
    """New names beside the old; one that is there already gets the new status and sources."""
    new = {(term.text, term.lang): term for term in terms}
    kept = (term for term in concept.terms if (term.text, term.lang) not in new)
    return replace(concept, terms=(*kept, *new.values()))


def _asked(known: Mapping[str, Source], new: dict[str, Source]) -> Iterator[Term]:
    """Names until an empty one; a document that is not known is asked about, and put in ``new``."""
    while text := _ask(Message("name (empty to end)", "名称（留空结束）")):
        lang = click.prompt(
            say(Message("language", "语言")),
            type=click.Choice(LANGUAGES),
            default="zh-CN",
            err=True,
        )
        status = click.prompt(
            say(Message("status", "状态")),
            type=click.Choice(STATUSES),
            default="preferred",
            err=True,
        )
        shown: list[str] = []
        question = Message(
            "document that shows it (its id; empty for none)", "依据的文献（编号；没有则留空）"
        )
        while name := _ask(question):
            if name not in known and name not in new:
                new[name] = Source(
                    name,
                    click.prompt(
                        say(Message("kind of document", "文献类型")),
                        type=click.Choice(_KINDS),
                        err=True,
                    ),
                    click.prompt(say(Message("title", "题名")), err=True),
                    where=click.prompt(
                        say(Message("where to open it (link, page)", "出处（链接、页码）")),
                        err=True,
                    ),
                )
            shown.append(name)
            question = Message("another document (empty for no more)", "其他文献（没有则留空）")
        yield Term(text, lang, status, tuple(shown))


def _ask(question: Message) -> str:
    answer: str = click.prompt(say(question), default="", show_default=False, err=True)
    return answer
