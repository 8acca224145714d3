"""NoteExpress text, in the variants that CNKI, Wanfang and VIP (维普) write."""

from __future__ import annotations

import re
from pathlib import Path

from zhengming.messages import Message
from zhengming.references.exchange import values
from zhengming.references.exchange.base import Fields, Import, Item, Problem, collected, compact
from zhengming.references.exchange.endnote_types import csl_type
from zhengming.references.exchange.names import parse_name, parse_names
from zhengming.references.exchange.tagged import Grammar, records
from zhengming.references.names import Name

_GRAMMAR = Grammar(
    re.compile(r"\s*\{(?P<tag>[^{}]{1,40})\}\s*[:：]\s?(?P<value>.*)$"), "REFERENCE TYPE"
)


def read(text: str, path: Path | None = None) -> Import:
    """Read ``{Reference Type}`` records; tags without a CSL variable go to ``custom``."""
    problems: list[Problem] = []
    items = [
        (_item(Fields(record), problems), record[0].line)
        for record in records(text, _GRAMMAR, problems)
    ]
    return collected(items, problems, format="noteexpress", path=path)


def _item(fields: Fields, problems: list[Problem]) -> Item:
    kind = fields.first("REFERENCE TYPE")
    csl = csl_type(kind)
    if not csl:
        problems.append(
            Problem(
                fields.line,
                Message(
                    f"unknown NoteExpress type “{kind}”; taken as a document",
                    f"未知的 NoteExpress 类型“{kind}”；按一般文献处理",
                ),
            )
        )
        csl = "document"
    doi = fields.match(values.DOI, "DOI")
    book = csl in ("book", "collection", "chapter")
    item = {
        "type": csl,
        "title": fields.first("TITLE"),
        "original-title": fields.first("TRANSLATED TITLE"),
        "author": parse_names(fields.all("AUTHOR")),
        "original-author": [_pinyin(name) for name in fields.all("TRANSLATED AUTHOR")],
        "editor": parse_names(fields.all("SECONDARY AUTHOR", "EDITOR")),
        "contributor": parse_names(fields.all("TERTIARY AUTHOR", "ADVISER", "ADVISOR")),
        "container-title": fields.first(
            "JOURNAL", "SECONDARY TITLE", "NEWSPAPER", "CONFERENCE NAME"
        ),
        "volume": values.number(fields.first("VOLUME")),
        "number" if csl in values.NUMBERED else "issue": values.number(
            fields.first("ISSUE", "NUMBER", "PATENT NUMBER")
        ),
        "page": values.pages(values.number(fields.first("PAGES"))),
        "publisher": fields.first("PUBLISHER", "UNIVERSITY"),
        "publisher-place": fields.first("PLACE PUBLISHED"),
        "genre": fields.first("TYPE OF WORK"),
        "issued": values.issued(fields, "YEAR", "DATE", "PUBLISHED DATE"),
        "DOI": values.doi(doi[0]) if doi else "",
        "URL": fields.first("URL", "LINK"),
        "ISBN" if book else "ISSN": fields.first("ISBN/ISSN", "ISSN", "ISBN"),
        "abstract": fields.first("ABSTRACT"),
        "note": "\n".join(fields.all("NOTES")),
        "keyword": values.keywords(fields.all("KEYWORDS")),
        "language": values.language(fields.first("LANGUAGE")),
    }
    return compact({**item, "custom": dict(fields.left("noteexpress"))})


def _pinyin(text: str) -> Name:
    """Wanfang writes ``Xiuwen OUYANG``, the family last and in capitals."""
    given, _, family = " ".join(text.split()).rpartition(" ")
    if given and len(family) > 1 and family.isupper() and not given.isupper():
        return {"family": family.capitalize(), "given": given}
    return parse_name(text)
