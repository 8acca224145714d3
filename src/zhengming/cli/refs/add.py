"""``zhengming refs add``: references from public services by identifier."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import click

from zhengming.cli import options
from zhengming.cli.refs import common
from zhengming.cli.refs.target import Target
from zhengming.cli.streams import complain
from zhengming.errors import UsageError, ZhengmingError
from zhengming.messages import Message
from zhengming.references.exchange import Import
from zhengming.references.exchange.lookup import Client, by_doi, by_isbn, by_pmcid, by_pmid
from zhengming.references.model import Reference

_SERVICES: Mapping[str, Callable[[str, Client], Reference]] = {
    "doi": by_doi,
    "pmid": by_pmid,
    "pmcid": by_pmcid,
    "isbn": by_isbn,
}


@click.command()
@click.option(
    "--doi",
    multiple=True,
    help="A DOI, asked of Crossref; may be repeated. 按 DOI 向 Crossref 查询，可多次给出。",
)
@click.option(
    "--pmid",
    multiple=True,
    help="A PMID, asked of PubMed; may be repeated. 按 PMID 向 PubMed 查询，可多次给出。",
)
@click.option(
    "--pmcid",
    multiple=True,
    help="A PMCID, asked of PubMed; may be repeated. 按 PMCID 向 PubMed 查询，可多次给出。",
)
@click.option(
    "--isbn",
    multiple=True,
    help="An ISBN, asked of Open Library; may be repeated. 按 ISBN 向 Open Library 查询，可多次给出。",
)
@common.contact
@options.key_pattern
@options.into
@common.sources
def command(
    contact: str,
    key_pattern: str | None,
    into: Path | None,
    refs: tuple[Path, ...],
    config_path: Path | None,
    isolated: bool,
    **identifiers: tuple[str, ...],
) -> int:
    """Fetch references over the network and add them to a .bib file. 联网查询并添加文献。

    What cannot be fetched is told, and the rest is added; the exit code is then 2.
    查不到的逐一报告，其余照常添加，此时返回 2。
    """
    wanted = [(name, value) for name in _SERVICES for value in identifiers[name]]
    if not wanted:
        raise UsageError(
            Message("nothing to add was named", "没有指定要添加的文献"),
            hint=Message(
                "add --doi, --pmid, --pmcid or --isbn", "加上 --doi、--pmid、--pmcid 或 --isbn"
            ),
        )
    target = Target.of(into, refs, key_pattern, config_path, isolated)
    client = Client(contact=contact)
    found: list[Reference] = []
    for name, value in wanted:
        try:
            found.append(_SERVICES[name](value, client))
        except ZhengmingError as error:
            asked = f"{name.upper()} {value}"
            message = Message(f"{asked}: {error.message.en}", f"{asked}：{error.message.zh}")
            complain(ZhengmingError(message, hint=error.hint))
    target.append([Import(tuple(found))])
    return 0 if len(found) == len(wanted) else 2
