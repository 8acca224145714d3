"""One BibTeX entry made a CSL-JSON item."""

from __future__ import annotations

import re
from typing import Any

from zhengming.references.bibtex.blocks import RawEntry
from zhengming.references.bibtex.fields import (
    DATES,
    EDITOR_ROLES,
    GENRE_NAMES,
    GENRES,
    HANDLED,
    MARKS,
    ORDINALS,
    PEOPLE,
    SUBTYPES,
    TEXTS,
    TITLES,
    TYPES,
    VERBATIM,
)
from zhengming.references.bibtex.latex import decode_latex
from zhengming.references.bibtex.people import parse_names
from zhengming.references.bibtex.preprints import preprint_of
from zhengming.references.dates import parse_date, parse_year
from zhengming.references.languages import language_tag

Item = dict[str, Any]

_DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)\s*", re.IGNORECASE)
_PAGE_DASH = re.compile(r"\s*(?:-{2,}|[–—−‐])\s*")
_URL_MACRO = re.compile(r"\\(?:url|path|nolinkurl)\s*\{([^{}]*)\}")
_PAPER_PAGE = re.compile(r"[A-Z]?\d+")
_HAN = re.compile("[\u3400-\u9fff]")
_NUMBERED = frozenset(("article-journal", "article-newspaper", "article-magazine", "periodical"))
_BOOKS = frozenset(("book", "chapter", "paper-conference", "entry-encyclopedia"))


def to_item(entry: RawEntry) -> Item:
    """Map an entry (inheritance resolved) to CSL-JSON.

    Fields that CSL has no variable for are kept under ``custom``, by their BibTeX name.
    """
    fields = entry.fields
    item: Item = {"id": entry.key, "type": _type(entry)}
    for name, value in fields.items():
        if name in TEXTS:
            item.setdefault(TEXTS[name], decode_latex(value, rich=False))
        elif name in TITLES:
            item.setdefault(TITLES[name], decode_latex(value, rich=True))
        elif name in VERBATIM:
            item.setdefault(VERBATIM[name], _verbatim(value))
        elif name in PEOPLE:
            item[PEOPLE[name]] = parse_names(value)
        elif name in DATES:
            item[DATES[name]] = parse_date(value)
        elif name not in HANDLED and not name.startswith(("bdsk-", "__")):
            item.setdefault("custom", {})[name] = decode_latex(value, rich=False)
    _titles(item, fields)
    _numbers(item, fields)
    _dates(item, fields)
    _identifiers(item, fields)
    _genre(item, entry)
    item["mark"] = fields.get("mark") or MARKS.get(entry.type, "")
    _roles(item, fields)
    _preprint(item, entry)
    return {name: value for name, value in item.items() if value not in ("", None, [])}


def _type(entry: RawEntry) -> str:
    fields = entry.fields
    subtype = fields.get("entrysubtype", "").lower()
    if entry.type == "article" and subtype in SUBTYPES:
        return SUBTYPES[subtype]
    csl = TYPES.get(entry.type, "document")
    is_web = csl == "document" and ("url" in fields or "\\url" in fields.get("howpublished", ""))
    return "webpage" if is_web else csl


def _titles(item: Item, fields: dict[str, str]) -> None:
    for variable, main, sub in (
        ("title", "title", "subtitle"),
        ("container-title", "booktitle", "booksubtitle"),
        ("container-title", "journaltitle", "journalsubtitle"),
        ("volume-title" if "title" in fields else "title", "maintitle", "mainsubtitle"),
    ):
        if main in fields:
            item[variable] = _joined(fields, main, sub)
    if "volume-title" in item:
        # biblatex's volume of a work in several: the work is the title, this volume its part.
        whole = item.pop("volume-title")
        if item["type"] == "book":
            item["title"], item["volume-title"] = whole, item["title"]
        else:
            item["container-title"], part = whole, item.get("container-title")
            if part:
                item["volume-title"] = part


def _joined(fields: dict[str, str], main: str, sub: str) -> str:
    title = decode_latex(fields[main], rich=True)
    if not fields.get(sub):
        return title
    separator = "：" if _HAN.search(title) else ": "
    return f"{title}{separator}{decode_latex(fields[sub], rich=True)}"


def _numbers(item: Item, fields: dict[str, str]) -> None:
    pages = fields.get("pages") or fields.get("eid")
    if pages:
        item["page"] = _PAGE_DASH.sub("-", decode_latex(pages.replace("--", "-"), rich=False))
    edition = item.get("edition", "")
    item["edition"] = ORDINALS.get(edition.lower(), edition)
    number = decode_latex(fields.get("number", ""), rich=False)
    if not number:
        return
    paper_page = item["type"] == "article-newspaper" and "page" not in item
    if paper_page and _PAPER_PAGE.fullmatch(number):
        item["page"] = number  # 版次: what GB/T 7714 numbers of a newspaper is its pages
    elif item["type"] in _NUMBERED:
        item.setdefault("issue", number)
    elif item["type"] in _BOOKS:
        item["collection-number" if "collection-title" in item else "number"] = number
    else:
        item["number"] = number


def _dates(item: Item, fields: dict[str, str]) -> None:
    date = fields.get("date", "")
    if date.endswith(("/", "/..")) and item["type"] == "periodical":
        item["issued"] = {"literal": f"{date.partition('/')[0]}-"}  # it runs on
    elif date:
        item["issued"] = parse_date(date)  # not decoded: 1936~ is "about 1936"
    elif fields.get("year"):
        parts = (
            decode_latex(fields.get(name, ""), rich=False) for name in ("year", "month", "day")
        )
        item["issued"] = parse_year(*parts)


def _identifiers(item: Item, fields: dict[str, str]) -> None:
    if doi := _verbatim(fields.get("doi", "")):
        item["DOI"] = _DOI_PREFIX.sub("", doi)
    url = _URL_MACRO.fullmatch(fields.get("howpublished", "").strip())
    if url:
        item.setdefault("URL", _verbatim(url[1]))
        item.pop("medium", None)
    archive = fields.get("eprinttype") or fields.get("archiveprefix") or ""
    if item["type"] == "article":
        item["archive"] = archive
    if eprint := _verbatim(fields.get("eprint", "")):
        kind = archive.lower()
        if kind in ("pubmed", "pmid"):
            item.setdefault("PMID", eprint)
        elif kind in ("pmc", "pmcid"):
            item.setdefault("PMCID", eprint)
        else:
            item["archive"] = archive
            item["archive_location"] = eprint
    language = fields.get("langid") or fields.get("language") or ""
    if language := decode_latex(language, rich=False):
        item["language"] = language_tag(language) or language


def _genre(item: Item, entry: RawEntry) -> None:
    genre = decode_latex(entry.fields.get("type", ""), rich=False) or GENRES.get(entry.type, "")
    if genre in GENRE_NAMES:
        language = item.get("language", "")
        chinese = language.startswith("zh") or _HAN.search(item.get("title", ""))
        genre = GENRE_NAMES[genre][1 if chinese else 0]
    item["genre"] = genre


def _preprint(item: Item, entry: RawEntry) -> None:
    found = preprint_of(entry.type, entry.fields)
    if not found:
        return
    item["type"] = "article"
    item.pop(_variable(found.said_in), None)
    if found.number:
        item |= {"archive": found.server, "archive_location": found.number}
    else:
        item |= {"archive": "", "publisher": found.server}
    if found.server == "arXiv" and found.number and not item.get("DOI"):
        item.setdefault("URL", f"https://arxiv.org/abs/{found.number}")


def _variable(name: str) -> str:
    return TITLES.get(name) or TEXTS.get(name, "")


def _roles(item: Item, fields: dict[str, str]) -> None:
    role = EDITOR_ROLES.get(fields.get("editortype", "").lower())
    if role and "editor" in item:
        item[role] = item.pop("editor")


def _verbatim(value: str) -> str:
    """Identifiers and addresses: only a macro around them and TeX's escapes are taken off."""
    macro = _URL_MACRO.fullmatch(value.strip())
    value = macro[1] if macro else value
    return re.sub(r"\\([_%&#~])(?:\{\})?", r"\1", "".join(value.split()))
