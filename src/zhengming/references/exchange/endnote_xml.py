"""EndNote XML: read with its nested ``<style>`` elements, written as EndNote imports it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from zhengming.messages import Message, same
from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import (
    ExchangeError,
    Field,
    Fields,
    Import,
    Item,
    Problem,
    collected,
    compact,
)
from zhengming.references.exchange.endnote_types import WRITTEN, csl_type
from zhengming.references.exchange.names import endnote_name, parse_names
from zhengming.references.exchange.values import one_line
from zhengming.references.exchange.xmltree import Node, parse
from zhengming.references.model import Reference

_FACES = {"italic": "i", "bold": "b", "superscript": "sup", "subscript": "sub"}
_RICH = ("titles/title", "titles/secondary-title", "titles/translated-title")
_PROSE = ("abstract", "notes", "research-notes")
_HOSTED = ("chapter", "paper-conference")


def read(text: str, path: Path | None = None) -> Import:
    """Read ``<xml><records><record>``; leaves without a CSL variable go to ``custom``.

    Raises:
        ExchangeError: not well-formed, with a DTD of its own or entities, or not from EndNote.
    """
    root = parse(text, path)
    holders = [root] if root.tag == "records" else root.children("records")
    if not holders:
        raise ExchangeError(
            Message(f"<{root.tag}> is not EndNote XML", f"<{root.tag}> 不是 EndNote XML"),
            path=path,
            line=root.line,
            hint=same("EndNote: File > Export > XML"),
        )
    items: list[tuple[Item, int]] = []
    problems: list[Problem] = []
    for record in (child for holder in holders for child in holder.children()):
        if record.tag == "record":
            items.append((_item(record, problems), record.line))
        else:
            problems.append(
                Problem(
                    record.line,
                    Message(f"<{record.tag}> is no record", f"<{record.tag}> 不是文献记录"),
                    lost=True,
                )
            )
    return collected(items, problems, format="endnote-xml", path=path)


def _leaves(node: Node, path: str = "") -> Iterator[Field]:
    """Yield what has text, ``<style>`` dissolved into it, under its path of tags."""
    for child in node.children():
        here = f"{path}/{child.tag}" if path else child.tag
        if all(grandchild.tag == "style" for grandchild in child.children()):
            text = _rich(child) if here in _RICH else "".join(child.strings())
            yield Field(here, text if here in _PROSE else one_line(text), child.line)
        else:
            yield from _leaves(child, here)


def _rich(node: Node) -> str:
    pieces = []
    for part in node.content:
        text = part if isinstance(part, str) else _rich(part)
        face = "" if isinstance(part, str) else part.attributes.get("face", "")
        for name, tag in _FACES.items():
            text = f"<{tag}>{text}</{tag}>" if name in face and text.strip() else text
        pieces.append(text)
    return "".join(pieces)


def _item(record: Node, problems: list[Problem]) -> Item:
    fields = Fields(_leaves(record))
    kinds = record.children("ref-type")
    name = kinds[0].attributes.get("name", "") if kinds else ""
    csl = csl_type(name)
    if not csl:
        problems.append(
            Problem(
                record.line,
                Message(
                    f"unknown EndNote type “{name}”; taken as a document",
                    f"未知的 EndNote 类型“{name}”；按一般文献处理",
                ),
            )
        )
    fields.all("ref-type", "rec-number")
    item = {
        "id": fields.first("label"),
        "type": csl or "document",
        "title": fields.first("titles/title"),
        "original-title": fields.first("titles/translated-title"),
        "title-short": fields.first("titles/short-title"),
        "author": parse_names(fields.all("contributors/authors/author")),
        "editor": parse_names(fields.all("contributors/secondary-authors/author")),
        "collection-editor": parse_names(fields.all("contributors/tertiary-authors/author")),
        "translator": parse_names(fields.all("contributors/subsidiary-authors/author")),
        "original-author": parse_names(fields.all("contributors/translated-authors/author")),
        **_container(fields, csl),
        "volume": fields.first("volume"),
        "number" if csl in values.NUMBERED else "issue": fields.first("number"),
        "page": values.pages(fields.first("pages")),
        "edition": fields.first("edition"),
        "publisher": fields.first("publisher"),
        "publisher-place": fields.first("pub-location"),
        "genre": fields.first("work-type"),
        "issued": values.issued(fields, "dates/year", "dates/pub-dates/date"),
        "accessed": dates.parse_date(fields.first("access-date")),
        "ISBN" if csl in ("book", "collection", "chapter") else "ISSN": fields.first("isbn"),
        "URL": fields.first("urls/related-urls/url", "urls/web-urls/url"),
        "abstract": fields.first("abstract"),
        "note": "\n".join(fields.all("notes")),
        "keyword": values.keywords(fields.all("keywords/keyword")),
        "language": values.language(fields.first("language")),
        **_identifiers(fields),
    }
    return compact({**item, "custom": dict(fields.left("endnote-xml"))})


def _container(fields: Fields, csl: str) -> Item:
    second, third = fields.first("titles/secondary-title"), fields.first("titles/tertiary-title")
    full, short = (
        fields.first("periodical/full-title"),
        fields.first("periodical/abbr-1", "titles/alt-title"),
    )
    if csl in ("book", "collection", "report", "thesis", "map"):
        return {"collection-title": second or third}
    second = second or full
    short = short or (full if full != second else "")
    return {
        "container-title": second,
        "container-title-short": short,
        "collection-title" if csl in _HOSTED else "section": third,
    }


def _identifiers(fields: Fields) -> Item:
    item: Item = {}
    if found := fields.match(values.DOI, "electronic-resource-num"):
        item["DOI"] = values.doi(found[0])
    if found := fields.match(values.PMCID, "custom2"):
        item["PMCID"] = found[0]
    providers = ("remote-database-provider", "remote-database-name")
    item["PMID"] = values.pubmed_id(fields, providers, "accession-num")
    return item


def write(references: Iterable[Reference]) -> str:
    """Write one ``<record>`` a reference, plain text without ``<style>``."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<xml><records>"]
    for number, reference in enumerate(references, 1):
        lines += ["<record>", *_record(reference, number), "</record>"]
    return "\n".join([*lines, "</records></xml>", ""])


def _record(reference: Reference, number: int) -> Iterator[str]:
    item = reference.item
    csl = str(item["type"])
    name, code = WRITTEN.get(csl, WRITTEN["document"])
    yield f"<rec-number>{number}</rec-number>"
    yield f'<ref-type name="{escape(name)}">{code}</ref-type>'
    series = csl in ("book", "collection", "report", "thesis", "map")
    year = dates.year_of(item.get("issued")) or dates.iso(item.get("issued"))
    full = dates.iso(item.get("issued")) if len(dates.parts(item.get("issued"))) > 1 else ""
    leaves: list[tuple[str, object]] = [
        *(("contributors/authors/author", endnote_name(one)) for one in item.get("author", ())),
        *(
            ("contributors/secondary-authors/author", endnote_name(one))
            for one in item.get("editor", ())
        ),
        *(
            ("contributors/tertiary-authors/author", endnote_name(one))
            for one in item.get("collection-editor", ())
        ),
        *(
            ("contributors/subsidiary-authors/author", endnote_name(one))
            for one in item.get("translator", ())
        ),
        *(
            ("contributors/translated-authors/author", endnote_name(one))
            for one in item.get("original-author", ())
        ),
        ("titles/title", item.get("title")),
        ("titles/secondary-title", item.get("collection-title" if series else "container-title")),
        (
            "titles/tertiary-title",
            "" if series else item.get("collection-title") or item.get("section"),
        ),
        ("titles/alt-title", item.get("container-title-short")),
        ("titles/short-title", item.get("title-short")),
        ("titles/translated-title", item.get("original-title")),
        ("pages", item.get("page")),
        ("volume", item.get("volume")),
        ("number", item.get("number" if csl in values.NUMBERED else "issue")),
        ("edition", item.get("edition")),
        *(("keywords/keyword", word) for word in values.keyword_list(item.get("keyword"))),
        ("dates/year", year),
        ("dates/pub-dates/date", full),
        ("pub-location", item.get("publisher-place")),
        ("publisher", item.get("publisher")),
        ("isbn", item.get("ISSN") or item.get("ISBN")),
        ("accession-num", item.get("PMID")),
        ("label", reference.id),
        ("abstract", item.get("abstract")),
        ("notes", item.get("note")),
        ("custom2", item.get("PMCID")),
        ("work-type", item.get("genre")),
        ("urls/related-urls/url", item.get("URL")),
        ("electronic-resource-num", item.get("DOI")),
        ("remote-database-provider", "NLM" if item.get("PMID") else ""),
        ("language", item.get("language")),
        ("access-date", dates.iso(item.get("accessed"))),
    ]
    for tag, kept in item.get("custom", {}).items():
        if tag.startswith("endnote-xml:"):
            leaves += [(tag.removeprefix("endnote-xml:"), value) for value in kept]
    yield from _nested([(path, str(value)) for path, value in leaves if value not in (None, "")])


def _nested(leaves: list[tuple[str, str]]) -> Iterator[str]:
    """Open and close the parents of consecutive leaves."""
    opened: list[str] = []
    for path, value in leaves:
        *parents, tag = path.split("/")
        shared = 0
        while shared < min(len(opened), len(parents)) and opened[shared] == parents[shared]:
            shared += 1
        yield from (f"</{opened.pop()}>" for _ in range(len(opened) - shared))
        for parent in parents[shared:]:
            opened.append(parent)
            yield f"<{parent}>"
        yield f"<{tag}>{escape(_printable(value), quote=False)}</{tag}>"
    yield from (f"</{parent}>" for parent in reversed(opened))


_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _printable(value: str) -> str:
    """XML has no way to write control characters."""
    return _FORBIDDEN.sub("", value)
