"""RefWorks tagged text, as CNKI exports it."""

from __future__ import annotations

import re
from pathlib import Path

from zhengming.messages import Message
from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Fields, Import, Item, Problem, collected, compact
from zhengming.references.exchange.endnote_types import csl_type
from zhengming.references.exchange.names import parse_names
from zhengming.references.exchange.tagged import Grammar, records

# Only real tags open a line: a wrapped abstract may well begin with “AI ” or “CT ”.
_TAGS = (
    "RT|SR|ID|A[1-6]|T[1-3]|JF|JO|YR|FD|VO|IS|SP|OP|K1|AB|NO|ED|PB|PP|SN|AV|AD|AN|LA|CL|SF|OT|LK|"
    "DO|CN|DB|DS|IP|RD|ST|U[1-9]|UL|SL|LL|CR|W[TVP]|OL|PMC?ID"
)
_GRAMMAR = Grammar(re.compile(rf"(?P<tag>{_TAGS})(?:\s(?P<value>.*)|)$"), "RT")


def read(text: str, path: Path | None = None) -> Import:
    """Read ``RT`` records; tags without a CSL variable go to ``custom``."""
    problems: list[Problem] = []
    found = records(text, _GRAMMAR, problems)
    items = [(_item(Fields(record), problems), record[0].line) for record in found]
    return collected(items, problems, format="refworks", path=path)


def _item(fields: Fields, problems: list[Problem]) -> Item:
    kind = fields.first("RT")
    csl = csl_type(kind)
    if not csl:
        problems.append(
            Problem(
                fields.line,
                Message(
                    f"unknown RefWorks type “{kind}”; taken as a document",
                    f"未知的 RefWorks 类型“{kind}”；按一般文献处理",
                ),
            )
        )
        csl = "document"
    doi = fields.match(values.DOI, "DO")
    first_page, other_pages = fields.first("SP"), fields.first("OP")
    item = {
        "id": fields.first("ID"),
        "type": csl,
        "title": fields.first("T1"),
        "original-title": fields.first("OT"),
        "author": parse_names(fields.all("A1")),
        "editor": parse_names(fields.all("A2")),
        "contributor": parse_names(fields.all("A3")),
        "translator": parse_names(fields.all("A4")),
        "container-title": fields.first("JF", "T2"),
        "container-title-short": fields.first("JO"),
        "collection-title": fields.first("T3"),
        "volume": values.number(fields.first("VO")),
        "number" if csl in values.NUMBERED else "issue": values.number(fields.first("IS")),
        "page": values.pages(first_page or other_pages, other_pages if first_page else ""),
        "publisher": fields.first("PB"),
        "publisher-place": fields.first("PP"),
        "edition": fields.first("ED"),
        "issued": values.issued(fields, "YR", "FD"),
        "accessed": dates.parse_date(fields.first("RD")),
        "DOI": values.doi(doi[0]) if doi else "",
        "URL": fields.first("UL", "LK"),
        "ISBN" if csl in ("book", "collection", "chapter") else "ISSN": fields.first("SN"),
        "abstract": fields.first("AB"),
        "note": "\n".join(fields.all("NO")),
        "keyword": values.keywords(fields.all("K1")),
        "language": values.language(fields.first("LA")),
    }
    return compact({**item, "custom": dict(fields.left("refworks"))})
