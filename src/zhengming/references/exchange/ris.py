"""RIS, as PubMed, EndNote, Zotero, Web of Science and publishers write it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from zhengming.messages import Message
from zhengming.references.exchange import dates, values
from zhengming.references.exchange.base import Fields, Import, Item, Problem, collected, compact
from zhengming.references.exchange.names import inverted, parse_names
from zhengming.references.exchange.tagged import Grammar, records
from zhengming.references.model import Reference

_GRAMMAR = Grammar(re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: ?(?P<value>.*))$"), "TY", "ER")

_WRITTEN = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "article": "UNPB", "book": "BOOK", "chapter": "CHAP", "paper-conference": "CPAPER",
    "collection": "EDBOOK", "thesis": "THES", "report": "RPRT", "standard": "STAND",
    "patent": "PAT", "webpage": "ELEC", "dataset": "DATA", "software": "COMP", "map": "MAP",
    "post-weblog": "BLOG", "manuscript": "MANSCPT", "legislation": "STAT", "legal_case": "CASE",
    "bill": "BILL", "hearing": "HEAR", "motion_picture": "VIDEO", "song": "SOUND",
    "graphic": "ART", "figure": "FIGURE", "pamphlet": "PAMP", "periodical": "SER",
    "personal_communication": "PCOMM", "entry-dictionary": "DICT", "entry-encyclopedia": "ENCYC",
    "classic": "CLSWK", "event": "CONF", "document": "GEN",
}  # fmt: skip
_READ = {written: csl for csl, written in _WRITTEN.items()} | {
    "CONF": "book", "ABST": "article-journal", "INPR": "article-journal",
    "EJOUR": "article-journal", "JFULL": "periodical", "EBOOK": "book", "ECHAP": "chapter",
    "WEB": "webpage", "ICOMM": "webpage", "GOVDOC": "report", "DBASE": "dataset",
    "AGGR": "dataset", "ADVS": "motion_picture", "MPCT": "motion_picture", "PREPRINT": "article",
    "CTLG": "book", "UNBILL": "bill", "LEGAL": "legislation",
}  # fmt: skip


def read(text: str, path: Path | None = None) -> Import:
    """Read RIS records; a missing ER is noted, tags without a CSL variable go to ``custom``."""
    problems: list[Problem] = []
    items = [
        (_item(Fields(record), problems), record[0].line)
        for record in records(text, _GRAMMAR, problems)
    ]
    return collected(items, problems, format="ris", path=path)


def _item(fields: Fields, problems: list[Problem]) -> Item:
    kind = fields.first("TY").upper()
    if kind not in _READ:
        problems.append(
            Problem(
                fields.line,
                Message(
                    f"unknown RIS type “{kind}”; taken as a document",
                    f"未知的 RIS 类型“{kind}”；按一般文献处理",
                ),
            )
        )
    csl = _READ.get(kind, "document")
    identifiers = _identifiers(fields, csl)
    item = {
        "id": fields.first("ID"),
        "type": csl,
        "title": fields.first("TI", "T1", "CT"),
        "original-title": fields.first("TT", "OP"),
        "title-short": fields.first("ST"),
        "author": parse_names(fields.all("AU", "A1")),
        "editor": parse_names(fields.all("A2", "ED")),
        "collection-editor": parse_names(fields.all("A3")),
        "translator": parse_names(fields.all("A4")),
        **_container(fields, csl),
        "volume": fields.first("VL"),
        "number" if csl in values.NUMBERED else "issue": fields.first(
            "M1", "IS", *_SERIAL.get(csl, ())
        ),
        "page": values.pages(fields.first("SP"), fields.first("EP")),
        "publisher": fields.first("PB"),
        "publisher-place": fields.first("CY", "PP"),
        "edition": fields.first("ET"),
        "genre": fields.first("M3"),
        "issued": _issued(fields),
        "accessed": dates.parse_date(fields.first("Y2")),
        "abstract": fields.first("AB", "N2"),
        "note": "\n".join(fields.all("N1")),
        "keyword": values.keywords(fields.all("KW")),
        "language": values.language(fields.first("LA")),
        **identifiers,
    }
    return compact({**item, "custom": dict(fields.left("ris"))})


_PMID_NOTED = re.compile(r"(\d{1,8})\s*\[pmid\]", re.IGNORECASE)  # as PubMed Central writes it
_SERIAL = dict.fromkeys(values.NUMBERED, ("SN",))
_BOOKS = ("book", "collection", "thesis", "report", "map", "document")


def _container(fields: Fields, csl: str) -> Item:
    """T2 is the series of a book but the host of everything that is part of something."""
    full, short = fields.first("JF", "BT"), fields.first("JA", "J2", "J1")
    if csl in _BOOKS and not full:
        return {"collection-title": fields.first("T2", "T3"), "container-title-short": short}
    if fields.peek("T2") == full:
        fields.first("T2")
    full = full or fields.first("T2", "JO")
    meeting = fields.first("T2") if csl == "paper-conference" else ""
    return {
        "container-title": full,
        "container-title-short": short or fields.first("JO", "T2"),
        "collection-title": fields.first("T3"),
        "event-title": meeting,
    }


def _issued(fields: Fields) -> dates.Date:
    """The most exact of PY, Y1 and DA, as far as they agree; one that does not agree stays."""
    best: dates.Date = {}
    for tag in ("PY", "Y1", "DA"):
        one = dates.parse_date(fields.peek(tag))
        known, more = dates.parts(best), dates.parts(one)
        shared = min(len(known), len(more))
        if one and (not best or (shared and known[:shared] == more[:shared])):
            best = one if len(more) > len(known) or not best else best
            fields.first(tag)
    return best


def _identifiers(fields: Fields, csl: str) -> Item:
    doi = fields.match(values.DOI, "DO", "M3")
    item: Item = {"DOI": values.doi(doi[0]) if doi else "", "URL": fields.first("UR", "LK")}
    serial = fields.first("SN")
    item["ISBN" if _is_isbn(serial, csl) else "ISSN"] = serial
    if found := fields.match(values.PMCID, "C2", "AN"):
        item["PMCID"] = values.pmcid(found[0])
    if found := fields.match(_PMID_NOTED, "U1", "U2"):
        item["PMID"] = found[1]
    else:
        item["PMID"] = values.pubmed_id(fields, ("DP", "DB"), "AN")
    return item


def _is_isbn(serial: str, csl: str) -> bool:
    digits = sum(character.isdigit() for character in serial)
    return csl in ("book", "chapter", "collection") or (digits >= 10 and "-" not in serial[4:5])


_NAMES = (
    ("AU", "author"),
    ("A2", "editor"),
    ("A3", "collection-editor"),
    ("A4", "translator"),
)


def write(references: Iterable[Reference]) -> str:
    """Write RIS records, an empty line between them; every record ends in ER."""
    return "\n".join(_record(reference) for reference in references)


def _record(reference: Reference) -> str:
    item = reference.item
    csl = str(item["type"])
    lines: list[tuple[str, object]] = [("TY", _WRITTEN.get(csl, "GEN")), ("ID", reference.id)]
    for tag, variable in _NAMES:
        lines += [(tag, inverted(name)) for name in item.get(variable, ())]
    start, _, end = str(item.get("page", "")).partition("-")
    plain_range = end and "," not in end and "-" not in end
    known = dates.parts(item.get("issued"))
    issued = "/".join([f"{part:02d}" for part in known] + [""] * (3 - len(known))) if known else ""
    pmid = item.get("PMID")
    container, series = item.get("container-title"), item.get("collection-title")
    lines += [
        ("TI", item.get("title")),
        ("TT", item.get("original-title")),
        ("ST", item.get("title-short")),
        ("JF" if csl in _BOOKS else "T2", container),
        ("JA", item.get("container-title-short")),
        ("T2" if csl in _BOOKS else "T3", series),
        ("PY", dates.year_of(item.get("issued")) or dates.iso(item.get("issued"))),
        ("DA", issued if len(known) > 1 else ""),
        ("Y2", dates.iso(item.get("accessed"))),
        ("VL", item.get("volume")),
        (
            "M1" if csl in values.NUMBERED else "IS",
            item.get("number" if csl in values.NUMBERED else "issue"),
        ),
        ("SP", start if plain_range else item.get("page")),
        ("EP", end if plain_range else ""),
        ("PB", item.get("publisher")),
        ("CY", item.get("publisher-place")),
        ("ET", item.get("edition")),
        ("M3", item.get("genre")),
        ("SN", item.get("ISSN") or item.get("ISBN")),
        ("DO", item.get("DOI")),
        ("UR", item.get("URL")),
        ("AN", pmid),
        ("DP", "NLM" if pmid else ""),
        ("C2", item.get("PMCID")),
        ("LA", item.get("language")),
        ("AB", item.get("abstract")),
        *(("N1", note) for note in str(item.get("note", "")).split("\n")),
        *(("KW", word) for word in values.keyword_list(item.get("keyword"))),
    ]
    for tag, kept in item.get("custom", {}).items():
        if tag.startswith("ris:"):
            lines += [(tag.removeprefix("ris:"), value) for value in kept]
    written = [
        f"{tag}  - {values.one_line(value)}" for tag, value in lines if value not in (None, "")
    ]
    return "\n".join([*written, "ER  - ", ""])
