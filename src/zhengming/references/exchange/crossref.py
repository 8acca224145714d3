"""Crossref JSON: a work or a list of works as ``api.crossref.org`` answers."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from zhengming.messages import Message
from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import (
    ExchangeError,
    Import,
    Item,
    Problem,
    collected,
    compact,
)
from zhengming.references.exchange.names import is_han_person, parse_name, with_particle
from zhengming.references.names import Name

_TYPES = {
    "journal-article": "article-journal", "posted-content": "article", "book": "book",
    "monograph": "book", "edited-book": "book", "reference-book": "book",
    "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "reference-entry": "entry-encyclopedia", "proceedings-article": "paper-conference",
    "proceedings": "book", "dissertation": "thesis", "report": "report",
    "report-component": "report", "standard": "standard", "dataset": "dataset",
    "database": "dataset", "peer-review": "review", "journal": "periodical", "grant": "document",
    "other": "document", "component": "document",
}  # fmt: skip
_DATES = ("published-print", "issued", "published", "published-online", "posted")
# The registry's bookkeeping and the article's own reference list: nothing of it cites the article.
_BOOKKEEPING = frozenset(
    (
        *("indexed", "score", "prefix", "member", "source", "deposited", "created", "resource"),
        *("reference", "reference-count", "references-count", "is-referenced-by-count"),
        *("content-domain", "content-created", "content-updated", "relation", "link", "license"),
        *("published", "issued", "published-online", "published-print", "posted", "accepted"),
        *("journal-issue", "issn-type", "isbn-type", "alternative-id", "assertion", "aliases"),
    )
)
_JATS = re.compile(r"</?(?:jats:)?[a-z-]+(?:\s[^<>]{0,500})?/?>")


def read(text: str, path: Path | None = None) -> Import:
    """Read an API answer (``message``), its ``items``, or a bare work.

    Raises:
        ExchangeError: not JSON, or cut off.
    """
    try:
        answer = json.loads(text)
    except json.JSONDecodeError as error:
        raise ExchangeError(
            Message(f"not JSON: {error.msg}", f"不是 JSON：{error.msg}"),
            path=path,
            line=error.lineno,
            column=error.colno,
            hint=Message("was the file cut off?", "文件是否不完整？"),
        ) from error
    except (RecursionError, ValueError) as error:
        message = Message("JSON nested too deep, or a number too long", "JSON 嵌套过深，或数字过长")
        raise ExchangeError(message, path=path, line=1) from error
    message = answer.get("message", answer) if isinstance(answer, dict) else answer
    works = message.get("items", message) if isinstance(message, dict) else message
    items: list[tuple[Item, int]] = []
    problems: list[Problem] = []
    for number, work in enumerate(works if isinstance(works, list) else [works], 1):
        if isinstance(work, dict) and "DOI" in work:
            items.append((_item(work, problems), 1))
        else:
            problems.append(
                Problem(
                    1,
                    Message(
                        f"entry {number} is no Crossref work: no DOI",
                        f"第 {number} 条不是 Crossref 文献：没有 DOI",
                    ),
                    lost=True,
                )
            )
    return collected(items, problems, format="crossref", path=path)


def _item(work: dict[str, Any], problems: list[Problem]) -> Item:
    left = {key: value for key, value in work.items() if key not in _BOOKKEEPING}
    kind = str(left.pop("type", ""))
    if kind not in _TYPES:
        message = Message(
            f"{work['DOI']}: unknown Crossref type “{kind}”; taken as a document",
            f"{work['DOI']}：未知的 Crossref 类型“{kind}”；按一般文献处理",
        )
        problems.append(Problem(1, message))

    def first(key: str) -> str:
        """Take a plain value, or the first of a list; the others of the list stay."""
        value = left.pop(key, None) or ""
        if isinstance(value, list):
            left[key] = value[1:]
            value = value[0]
        return " ".join(html.unescape(str(value)).split())

    title, subtitle = first("title"), first("subtitle")
    csl = _TYPES.get(kind, "document")
    event = left.pop("event", None)
    institution = left.pop("institution", None) or [{}]
    item = {
        "id": f"doi:{work['DOI']}",
        "type": csl,
        "title": title if not subtitle or subtitle in title else f"{title}: {subtitle}",
        "original-title": first("original-title"),
        "title-short": first("short-title"),
        "author": _names(left.pop("author", None) or ()),
        "editor": _names(left.pop("editor", None) or ()),
        "translator": _names(left.pop("translator", None) or ()),
        "container-title": first("container-title") or first("group-title"),
        "container-title-short": first("short-container-title"),
        "event-title": event.get("name", "") if isinstance(event, dict) else "",
        "volume": first("volume"),
        "issue": first("issue"),
        "page": values.pages(first("page")) or first("article-number"),
        "number": first("standards-number") or first("report-number"),
        "edition": first("edition-number"),
        "publisher": first("publisher") or (institution[0] or {}).get("name", ""),
        "publisher-place": first("publisher-location"),
        "genre": first("subtype") or first("degree"),
        "issued": _issued(work),
        "DOI": values.doi(first("DOI")),
        "URL": first("URL"),
        "ISSN": first("ISSN"),
        "ISBN": first("ISBN"),
        "abstract": _plain(str(left.pop("abstract", None) or "")),
        "language": values.language(first("language")),
        "keyword": ", ".join(map(str, left.pop("subject", None) or ())),
    }
    kept = {f"crossref:{key}": value for key, value in left.items() if value}
    return compact({**item, "custom": kept})


def _plain(jats: str) -> str:
    return " ".join(html.unescape(_JATS.sub(" ", jats)).split())


def _names(people: Iterable[dict[str, Any]]) -> list[Name]:
    names: list[Name] = []
    for person in people:
        if literal := person.get("name"):
            names.append({"literal": literal})
        elif not person.get("given") and is_han_person(person.get("family", "")):
            names.append(parse_name(person["family"]))
        elif person.get("family"):
            parts = ("family", "given", "suffix")
            name = {part: person[part] for part in parts if person.get(part)}
            names.append(with_particle(name))
    return names


def _issued(work: dict[str, Any]) -> dates.Date:
    for key in _DATES:
        numbers = [part for part in ((work.get(key) or {}).get("date-parts") or [[]])[0] if part]
        if numbers:
            return {"date-parts": [numbers]}
    return {}
