"""EndNote's tagged format (.enw, “Refer”), and CNKI's export of that name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from zhengming.messages import Message
from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Fields, Import, Item, Problem, collected, compact
from zhengming.references.exchange.endnote_types import WRITTEN, csl_type
from zhengming.references.exchange.names import endnote_name, parse_names
from zhengming.references.exchange.tagged import Grammar, records
from zhengming.references.model import Reference

_GRAMMAR = Grammar(
    re.compile(r"(?P<tag>%[0-9A-Z@?!#$\]&(*)+^<>\[=~'-])(?: (?P<value>.*)|\s*)$"), "%0"
)
_BOOKS = ("book", "collection", "thesis", "report", "map")


def read(text: str, path: Path | None = None) -> Import:
    """Read ``%0`` records; tags without a CSL variable go to ``custom``."""
    problems: list[Problem] = []
    items = [
        (_item(Fields(record), problems), record[0].line)
        for record in records(text, _GRAMMAR, problems)
    ]
    return collected(items, problems, format="enw", path=path)


def _item(fields: Fields, problems: list[Problem]) -> Item:
    kind = fields.first("%0")
    csl = csl_type(kind)
    if not csl:
        problems.append(
            Problem(
                fields.line,
                Message(
                    f"unknown EndNote type “{kind}”; taken as a document",
                    f"未知的 EndNote 类型“{kind}”；按一般文献处理",
                ),
            )
        )
        csl = "document"
    cnki = fields.peek("%W") == "CNKI"
    number = values.number(fields.first("%N")) if cnki else fields.first("%N")
    pages = fields.first("%P")
    doi = fields.match(values.DOI, "%R")
    pmid = values.pubmed_id(fields, ("%W", "%~"), "%M")
    item = {
        "id": fields.first("%F"),
        "type": csl,
        "title": fields.first("%T"),
        "original-title": fields.first("%Q"),
        "title-short": fields.first("%!"),
        "author": parse_names(_authors(fields.all("%A"))),
        "editor": parse_names(fields.all("%E")),
        "translator": parse_names(fields.all("%?")),
        "contributor" if csl == "thesis" else "collection-editor": parse_names(fields.all("%Y")),
        "container-title": fields.first("%J") or ("" if csl in _BOOKS else fields.first("%B")),
        "collection-title": fields.first("%S") or (fields.first("%B") if csl in _BOOKS else ""),
        "volume": fields.first("%V"),
        "number" if csl in values.NUMBERED else "issue": number,
        "page": values.pages(pages),
        "publisher": fields.first("%I"),
        "publisher-place": fields.first("%C"),
        "edition": fields.first("%7"),
        "genre": fields.first("%9"),
        "issued": values.issued(fields, "%D", "%8"),
        "accessed": dates.parse_date(fields.first("%[")),
        "DOI": values.doi(doi[0]) if doi else "",
        "URL": fields.first("%U"),
        "PMID": pmid,
        "ISBN" if csl in ("book", "collection", "chapter") else "ISSN": fields.first("%@"),
        "abstract": fields.first("%X"),
        "note": "\n".join(fields.all("%Z")),
        "keyword": values.keywords(fields.all("%K")),
        "language": values.language(fields.first("%G")),
    }
    return compact({**item, "custom": dict(fields.left("enw"))})


def _authors(lines: list[str]) -> list[str]:
    """CNKI once wrote all authors on one line: ``%A 王可 %A 李明``."""
    return [name for line in lines for name in line.split(" %A ")]


def write(references: Iterable[Reference]) -> str:
    """Write ``%0`` records, an empty line between them."""
    return "\n".join(_record(reference) for reference in references)


def _record(reference: Reference) -> str:
    item = reference.item
    csl = str(item["type"])
    full = dates.iso(item.get("issued")) if len(dates.parts(item.get("issued"))) > 1 else ""
    lines: list[tuple[str, object]] = [
        ("%0", WRITTEN.get(csl, WRITTEN["document"])[0]),
        *(("%A", endnote_name(name)) for name in item.get("author", ())),
        *(("%E", endnote_name(name)) for name in item.get("editor", ())),
        *(("%?", endnote_name(name)) for name in item.get("translator", ())),
        *(
            ("%Y", endnote_name(name))
            for name in item.get("contributor" if csl == "thesis" else "collection-editor", ())
        ),
        ("%T", item.get("title")),
        ("%Q", item.get("original-title")),
        ("%!", item.get("title-short")),
        ("%J" if csl.startswith("article") else "%B", item.get("container-title")),
        ("%S", item.get("collection-title")),
        ("%D", dates.year_of(item.get("issued")) or dates.iso(item.get("issued"))),
        ("%8", full),
        ("%V", item.get("volume")),
        ("%N", item.get("number" if csl in values.NUMBERED else "issue")),
        ("%P", item.get("page")),
        ("%I", item.get("publisher")),
        ("%C", item.get("publisher-place")),
        ("%7", item.get("edition")),
        ("%9", item.get("genre")),
        ("%@", item.get("ISSN") or item.get("ISBN")),
        ("%R", item.get("DOI")),
        ("%U", item.get("URL")),
        ("%M", item.get("PMID")),
        ("%~", "PubMed" if item.get("PMID") else ""),
        ("%[", dates.iso(item.get("accessed"))),
        ("%G", item.get("language")),
        ("%K", "; ".join(values.keyword_list(item.get("keyword")))),
        ("%X", item.get("abstract")),
        *(("%Z", note) for note in str(item.get("note", "")).split("\n")),
        ("%F", reference.id),
    ]
    for tag, kept in item.get("custom", {}).items():
        if tag.startswith("enw:"):
            lines += [(tag.removeprefix("enw:"), value) for value in kept]
    return "".join(
        f"{tag} {values.one_line(value)}\n" for tag, value in lines if value not in (None, "")
    )
